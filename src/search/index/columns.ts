import type { Document } from '../../data/corpus/document.ts';
import { type Spans, spanOf } from '../../data/dates/spans.ts';
import { referenceParts } from '../references/document-references.ts';
import { addressNumber } from './address-number.ts';
import { type CodedLists, createCodedWriter } from './coded-lists.ts';
import { type DateRanks, rankDates } from './date-ranks.ts';
import { type DaysOfYear, daysOfYear } from './days-of-year.ts';
import { lookOf } from './looks.ts';

/**
 * What documents are filtered, counted, ordered and grouped by, a column each, as plain data that a
 * file can keep. A document's ordinal is its place in each.
 */
export type Columns = {
  spans: Spans;
  dates: DateRanks;
  days: DaysOfYear;
  /** The values of some fields. */
  values: Readonly<Record<ValueField, CodedLists>>;
  /** How long each title is, in code units, as far as 65,535. */
  titleLengths: Uint16Array;
  /** The same number for documents that look the same in a list. */
  looks: Float64Array;
  /** The number of each document's address (see `addressNumber`); 0 where it has none. */
  addresses: Float64Array;
};

const VALUES = {
  collections: ({ collection }: Document) => [collection],
  people: peopleOf,
  kinds: ({ type }: Document) => type ?? [],
  languages: ({ languages }: Document) => languages ?? [],
  rights: ({ rights }: Document) => rights ?? [],
  references: referenceParts,
};
type ValueField = keyof typeof VALUES;

const LONGEST = 2 ** 16 - 1;

/** Everybody whom a document names: in it, as its author or as its recipient. */
export function peopleOf({ people, creators, recipients }: Document): readonly string[] {
  return [...new Set([people, creators, recipients].flatMap((names) => names ?? []))];
}

/**
 * @param length how many documents there will be
 * @param earlier columns from which documents may be copied
 * @param dateOf the date of a document that has been copied
 */
export function createColumnsWriter(
  length: number,
  dateOf: (ordinal: number) => Document['date'],
  earlier?: Columns,
) {
  const spans = { first: new Float64Array(length), last: new Float64Array(length) };
  const days = { certain: new Uint16Array(length), months: new Uint32Array(length) };
  const titleLengths = new Uint16Array(length);
  const looks = new Float64Array(length);
  const addresses = new Float64Array(length);
  const fields = Object.keys(VALUES) as ValueField[];
  const writers = fields.map((field) => ({
    field,
    of: VALUES[field],
    ...createCodedWriter(0, earlier?.values[field]),
  }));
  /** The dates of documents added, by ordinal. */
  const dates = new Map<number, Document['date']>();
  /** The ranks that documents copied had, by ordinal; -1 for those added. */
  const earlierRanks = new Float64Array(length);
  let ordinal = 0;
  return {
    add(document: Document): void {
      const { first, last } = spanOf(document.date);
      spans.first[ordinal] = first;
      spans.last[ordinal] = last;
      const { certain, months } = daysOfYear(document.date);
      days.certain[ordinal] = certain;
      days.months[ordinal] = months;
      titleLengths[ordinal] = Math.min(document.title.length, LONGEST);
      looks[ordinal] = lookOf(document);
      addresses[ordinal] = (document.url && addressNumber(document.url)) || 0;
      for (const { of, push, end } of writers) {
        for (const value of of(document)) push(value);
        end();
      }
      dates.set(ordinal, document.date);
      earlierRanks[ordinal] = -1;
      ordinal += 1;
    },

    /** Adds documents of the earlier columns, from an ordinal there on. */
    copy(from: number, count: number): void {
      if (!earlier) throw new Error('there are no earlier columns');
      const end = from + count;
      spans.first.set(earlier.spans.first.subarray(from, end), ordinal);
      spans.last.set(earlier.spans.last.subarray(from, end), ordinal);
      days.certain.set(earlier.days.certain.subarray(from, end), ordinal);
      days.months.set(earlier.days.months.subarray(from, end), ordinal);
      titleLengths.set(earlier.titleLengths.subarray(from, end), ordinal);
      looks.set(earlier.looks.subarray(from, end), ordinal);
      addresses.set(earlier.addresses.subarray(from, end), ordinal);
      for (const { copy } of writers) copy(from, count);
      earlierRanks.set(earlier.dates.ranks.subarray(from, end), ordinal);
      ordinal += count;
    },

    written(): Columns {
      const values = Object.fromEntries(writers.map(({ field, written }) => [field, written()]));
      return {
        spans,
        dates: rankDates(earlierRanks, spans, dates, dateOf),
        days,
        values: values as Columns['values'],
        titleLengths,
        looks,
        addresses,
      };
    },
  };
}
