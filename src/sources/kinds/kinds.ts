import { z } from 'zod';
import { url } from './url.ts';

/** A source's settings of any kind, in alphabetical order, read into a source that can be followed. */
export const AnySource = z.discriminatedUnion('kind', [url]);
