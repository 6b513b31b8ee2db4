/**
 * What archives and editions call the parts of a reference, in full and in other forms, each with the
 * short form that stands for all of them. Left out is whatever is short for two things: the `f.` of one
 * archive is a folder, of another a fond.
 */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  d: ['doc', 'docs', 'document', 'documents', 'delo', 'dok', 'dokument'],
  f: ['fond', 'fonds'],
  fol: ['folio', 'folios', 'fols', 'ff'],
  l: ['list', 'listy', 'll'],
  no: ['nr', 'num', 'number', 'numbers', 'nos'],
  op: ['opis'],
  p: ['page', 'pages', 'pp'],
  v: ['vol', 'vols', 'volume', 'volumes'],
};

const LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries(FORMS).flatMap(([label, forms]) => forms.map((form) => [form, label])),
);

/** A label in its short form; any other word as it is. In lower case. */
export const labelOf = (word: string): string => LABELS.get(word) ?? word;

const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bforeign relations of the united states\b/g, 'frus'],
  [/\brecord group\b/g, 'rg'],
];

/** A text in lower case with the names that are usually shortened in their short form. */
export const shortened = (text: string): string =>
  PHRASES.reduce((shorter, [phrase, short]) => shorter.replace(phrase, short), text);
