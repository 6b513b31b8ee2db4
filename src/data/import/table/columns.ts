import type { PageKind } from '../../texts/page.ts';
import { type MappedField, SourceError } from '../format.ts';
import type { SourceRecord } from '../source-record.ts';
import { plainPages } from '../texts/plain-pages.ts';
import type { SourcePage } from '../texts/spooled-text.ts';
import { archivalAddress } from './archival-address.ts';
import { bareName, type Filled, LISTS, SYNONYMS } from './synonyms.ts';

/** Which columns fill which fields, by their names. */
export type ColumnMatch = {
  fields: ReadonlyMap<Filled, readonly string[]>;
  /** Columns that fill nothing. */
  unused: readonly string[];
};

/**
 * Matches columns with fields by their names, case, spacing and prefixes aside; what a person has
 * named goes first. Where several fit a field of one value, the best is taken.
 * @throws SourceError if a column is named that is not there
 */
export function matchColumns(
  names: readonly string[],
  map: ReadonlyMap<MappedField, string>,
): ColumnMatch {
  const fields = new Map<Filled, readonly string[]>();
  for (const [field, column] of map) {
    const found = names.find((name) => name === column || bareName(name) === bareName(column));
    if (found === undefined) {
      throw new SourceError(
        `has no column "${column}" for ${field}; there are ${names.filter(Boolean).join(', ')}`,
      );
    }
    fields.set(field, [found]);
  }
  const taken = new Set([...fields.values()].flat());
  const byBareName = Map.groupBy(names, bareName);
  for (const [field, synonyms] of Object.entries(SYNONYMS) as [Filled, readonly string[]][]) {
    if (fields.has(field)) continue;
    const fitting = synonyms.flatMap((synonym) =>
      (byBareName.get(synonym) ?? []).filter((name) => !taken.has(name)),
    );
    const chosen = LISTS.has(field) ? fitting : fitting.slice(0, 1);
    if (chosen.length === 0) continue;
    fields.set(field, chosen);
    for (const name of chosen) taken.add(name);
  }
  return { fields, unused: names.filter((name) => name && !taken.has(name)) };
}

/** Whether a row of names is likely the head of a table of documents. */
export const isHead = ({ fields }: ColumnMatch): boolean => fields.has('title') || fields.size > 1;

const DATES = ['date', 'edtf', 'from', 'to'] as const;

/** The match as a person reads it; first of all, that there are no dates. */
export function describeMatch({ fields, unused }: ColumnMatch): string {
  const matched = [...fields].map(
    ([field, columns]) => `${field} = ${columns.map((name) => `"${name}"`).join(' + ')}`,
  );
  const rest = unused.length > 0 ? `; not used: ${unused.map((one) => `"${one}"`).join(', ')}` : '';
  const isDated = DATES.some((field) => fields.has(field));
  const warning = isDated ? '' : 'no column was taken for the date (--map date=COLUMN names one); ';
  return `${warning}columns: ${matched.join(', ')}${rest}`;
}

/**
 * A row as a record.
 * @param cell gives a column's text by its name
 */
export function rowToRecord(
  cell: (name: string) => string,
  { fields }: ColumnMatch,
  line: number | null,
  place?: string,
): SourceRecord {
  const text = (field: Filled) =>
    (fields.get(field) ?? []).map((name) => cell(name).trim())[0] ?? '';
  const listed = (name: string) => listIn(cell(name));
  const values = (field: Filled) => {
    const columns = fields.get(field) ?? [];
    return field === 'source' ? archivalAddress(columns, listed) : columns.flatMap(listed);
  };
  const lists = [...fields.keys()].filter((field) => LISTS.has(field));
  const url = text('url');
  const edtf = text('edtf');
  const collection = text('collection');
  const pages = pagesIn(text('text'), fields.get('text')?.[0] ?? '');
  return {
    line,
    ...(place ? { place } : {}),
    title: text('title').replace(/\s+/g, ' '),
    date: text('date') || spanOf(text('from'), text('to')),
    description: paragraphs(text('description')),
    ...(edtf ? { edtf } : {}),
    ...(url ? { url } : {}),
    ...(collection ? { collection } : {}),
    ...(pages.length > 0 ? { pages } : {}),
    ...Object.fromEntries(lists.map((field) => [field, values(field)])),
  };
}

/** A date that is given by its ends. */
const spanOf = (from: string, to: string): string =>
  from === to || !to ? from : `${from || '..'}/${to}`;

/** Lines of a cell as paragraphs. */
const paragraphs = (text: string): string =>
  text
    .split(/\r?\n\s*/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n\n');

/** The pages in a cell: a JSON array has one each, and form feeds divide a text. */
const pagesIn = (text: string, column: string): SourcePage[] =>
  plainPages(arrayIn(text)?.join('\f') ?? text, kindOf(bareName(column)));

function kindOf(column: string): PageKind {
  if (/\bocr\b|\bextracted\b/.test(column)) return 'ocr';
  return column.includes('translation') ? 'translation' : 'transcript';
}

/** The values in a cell: a JSON array, or texts divided by `;` or `|`. */
const listIn = (text: string): readonly string[] =>
  arrayIn(text) ??
  text
    .trim()
    .split(/\s*[;|]\s*/)
    .filter(Boolean);

/** The texts of a JSON array; undefined for any other text. */
function arrayIn(text: string): readonly string[] | undefined {
  if (!text.trimStart().startsWith('[')) return undefined;
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.map(String) : undefined;
  } catch {
    // Brackets of another kind.
    return undefined;
  }
}
