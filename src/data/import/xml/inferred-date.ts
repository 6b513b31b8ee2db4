import { dateInTitle } from '../../dates/date-in-title.ts';
import type { SourceRecord } from '../source-record.ts';

type Dated = Pick<SourceRecord, 'date' | 'edtf'>;

/**
 * The date of a document: as printed and encoded, or where it bears none, the day in its title, in the
 * brackets of what is supplied.
 */
export function dated(printed: string, edtf: string | undefined, title: string): Dated {
  if (edtf) return { date: printed, edtf };
  const day = printed ? null : dateInTitle(title);
  return { date: day ? `[${day}]` : printed };
}

/** Whether a date was taken from the title. */
export const isInferred = ({ date, edtf, title }: SourceRecord): boolean => {
  const day = edtf ? null : dateInTitle(title);
  return day !== null && date === `[${day}]`;
};

/** How many dates were taken from titles, in a phrase. */
export const describeInferred = (count: number): string =>
  `${count === 1 ? '1 date' : `${count} dates`} inferred from the title or head, in brackets`;
