import { z } from 'zod';
import { files } from './files.ts';
import { url } from './url.ts';

/** The settings of a source of any kind, which become a source that can be followed. */
export const AnySource = z.discriminatedUnion('kind', [files, url]);

/** In alphabetical order. */
export const kindNames = ['files', 'url'];
