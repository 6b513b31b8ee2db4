import type { SourceRecord } from '../source-record.ts';

/** What a document page labels. */
type Field =
  | 'creators'
  | 'source'
  | 'rights'
  | 'type'
  | 'languages'
  | 'identifier'
  | 'subjects'
  | 'places'
  | 'people';

/** Values by field, in the order in which they stand on the page. */
export type Fields = Pick<SourceRecord, Field>;

const LABELS: readonly [RegExp, Field][] = [
  [/^authors?(?:\(s\))?$/i, 'creators'],
  [/^(?:source|original archive)$/i, 'source'],
  [/^rights$/i, 'rights'],
  [/^types?$/i, 'type'],
  [/^languages?$/i, 'languages'],
  [/^record id$/i, 'identifier'],
  [/^associated (?:subjects?|topics?)$/i, 'subjects'],
  [/^associated places?$/i, 'places'],
  [/^associated people(?: (?:&|and) organizations)?$/i, 'people'],
];

/** The field that a label names; undefined for any other text. */
export function fieldOf(label: string): Field | undefined {
  const bare = label.replace(/\s*:$/, '');
  return LABELS.find(([pattern]) => pattern.test(bare))?.[1];
}

/** What a page prints to thank for a document is a part of its rights. */
export const withCredit = (fields: Fields, credit: string): Fields =>
  credit ? { ...fields, rights: [...(fields.rights ?? []), credit] } : fields;
