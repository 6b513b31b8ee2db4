import type { Document } from '../../data/corpus/document.ts';
import { compareDates } from '../../data/dates/compare.ts';
import { type Spans, spansOf } from '../../data/dates/spans.ts';
import { type Lists, packLists } from './lists.ts';

/**
 * What documents are filtered, counted and ordered by, a column each, as plain data that a file can
 * keep. A document stands at its place in each.
 */
export type Columns = {
  spans: Spans;
  /** The order of dates: the same for dates that are alike, `UNDATED` for what has no day. */
  ranks: Uint32Array;
  collections: Values;
  /** Everybody whom a document names. */
  people: Values;
};

/** The values that documents have of a field, and of each document the numbers of its own. */
export type Values = { names: readonly string[]; numbers: Lists };

export const UNDATED = 2 ** 32 - 1;

/** @param documents in the order of their places */
export const indexColumns = (documents: readonly Document[]): Columns => {
  const spans = spansOf(documents);
  return {
    spans,
    ranks: rankDates(documents, spans),
    collections: valuesOf(documents, ({ collection }) => [collection]),
    people: valuesOf(documents, peopleOf),
  };
};

/** Everybody whom a document names: in it, as its author or as its recipient. */
export const peopleOf = ({ people, creators, recipients }: Document): readonly string[] => [
  ...new Set([people, creators, recipients].flatMap((names) => names ?? [])),
];

function valuesOf(
  documents: readonly Document[],
  of: (document: Document) => readonly string[],
): Values {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const lists = packLists(documents.map((one) => of(one).map(numberOf)));
  return { names: [...numbers.keys()], numbers: lists };
}

/** The order of dates (see `Columns`). */
export function rankDates(documents: readonly Document[], { first, last }: Spans): Uint32Array {
  const day = (place: number): number => {
    const start = first[place] ?? 0;
    return Number.isFinite(start) ? start : (last[place] ?? 0);
  };
  const compare = (a: number, b: number): number => {
    const [one, other] = [documents[a], documents[b]];
    return one && other ? compareDates(one.date, other.date) : 0;
  };
  // Most days differ, and numbers are compared much faster than dates.
  const dated = Uint32Array.from(documents.keys()).filter((place) => Number.isFinite(day(place)));
  dated.sort((a, b) => day(a) - day(b) || compare(a, b));
  const ranks = new Uint32Array(documents.length).fill(UNDATED);
  let rank = 0;
  for (const [i, place] of dated.entries()) {
    if (i > 0 && compare(dated[i - 1] ?? 0, place) !== 0) rank += 1;
    ranks[place] = rank;
  }
  return ranks;
}
