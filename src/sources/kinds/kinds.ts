import { z } from 'zod';
import { files } from './files.ts';
import { oaiPmh } from './oai-pmh.ts';
import { omekaS } from './omeka-s.ts';
import { url } from './url.ts';
import { zotero } from './zotero.ts';

/** The settings of a source of any kind, which become a source that can be followed. */
export const AnySource = z.discriminatedUnion('kind', [files, oaiPmh, omekaS, url, zotero]);

/** In alphabetical order. */
export const kindNames = ['files', 'oai-pmh', 'omeka-s', 'url', 'zotero'];
