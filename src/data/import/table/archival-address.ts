import { bareName } from './synonyms.ts';

/** What a number in such a column counts, as a footnote says it. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['record group', 'RG'],
  ['fond', 'Fond'],
  ['fonds', 'Fonds'],
  ['opis', 'Opis'],
  ['delo', 'Delo'],
  ['box', 'Box'],
  ['folder', 'Folder'],
  ['reel', 'Reel'],
]);

/**
 * The values of the columns that say where a document is kept: each that names an archive by itself,
 * then the address within it in one, `RG 59, Box 12, Folder 3`.
 * @param values the values in a column, by its name
 */
export function archivalAddress(
  columns: readonly string[],
  values: (column: string) => readonly string[],
): string[] {
  const [within, archives] = [true, false].map((isWithin) =>
    columns.filter((column) => UNITS.has(bareName(column)) === isWithin),
  );
  const address = within?.flatMap((column) =>
    values(column).map((value) => labelled(value, UNITS.get(bareName(column)) ?? '')),
  );
  return [...(archives?.flatMap(values) ?? []), address?.join(', ') ?? ''].filter(Boolean);
}

/** A bare number or letter says nothing alone; what has words has its label already. */
const labelled = (value: string, unit: string): string =>
  /^(?:\d\S*|\p{L})$/u.test(value) ? `${unit} ${value}` : value;
