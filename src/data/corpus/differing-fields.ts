import { isDeepStrictEqual } from 'node:util';
import { Document } from './document.ts';

const FIELDS = Object.keys(Document.shape).filter((field) => field !== 'id') as Exclude<
  keyof Document,
  'id'
>[];

/** In what two documents differ, their ids aside, by the names of the fields, `link` for the address. */
export const differingFields = (one: Document, other: Document): readonly string[] =>
  FIELDS.filter((field) => !isDeepStrictEqual(one[field] ?? null, other[field] ?? null)).map(
    (field) => (field === 'url' ? 'link' : field),
  );
