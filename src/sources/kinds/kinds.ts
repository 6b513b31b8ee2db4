import { z } from 'zod';
import { oaiPmh } from './oai-pmh.ts';
import { omekaS } from './omeka-s.ts';
import { url } from './url.ts';
import { zotero } from './zotero.ts';

/** A source's settings of any kind, in alphabetical order, read into a source that can be followed. */
export const AnySource = z.discriminatedUnion('kind', [oaiPmh, omekaS, url, zotero]);
