import { anniversaryOf, celebratedDays, type DayOfYear } from './date/anniversary.ts';
import { numbersOf } from './date/calendar.ts';
import { compareDates } from './date/compare.ts';
import type { Document } from './document.ts';

/** What a corpus has for one day of the year, each list oldest first. */
export type Anniversaries = {
  /** Dated certainly to the day. `label` says why another day's document is shown. */
  certain: readonly { document: Document; label?: string | undefined }[];
  /** Perhaps of the day, with the reason for the doubt. */
  apart: readonly { document: Document; reason: string }[];
  /** How many are dated to the month alone: no anniversaries. */
  monthOnly: number;
};

/** The documents for a day of the year, as celebrated in `year` (see `celebratedDays`). */
export function anniversariesOn(
  documents: readonly Document[],
  day: DayOfYear,
  year: number,
): Anniversaries {
  const days = celebratedDays(day, year);
  const found = documents
    .flatMap((document) => celebrated(document, days))
    .sort((a, b) => compareDates(a.document.date, b.document.date));
  return {
    certain: found.filter(({ kind }) => kind === 'certain'),
    apart: found.flatMap(({ document, ...is }) =>
      is.kind === 'apart' ? [{ document, reason: is.reason }] : [],
    ),
    monthOnly: found.filter(({ kind }) => kind === 'month').length,
  };
}

/** What a document has to do with the first of the days that it has to do with at all. */
function celebrated(document: Document, days: ReturnType<typeof celebratedDays>) {
  for (const { label, month, day } of days) {
    const found = anniversaryOf(document.date, { month, day });
    if (found) return [{ document, label, ...found }];
  }
  return [];
}

/** The nearest days of the year, before and after, that have certain anniversaries, oldest first. */
export function nearestAnniversaries(documents: readonly Document[], { month, day }: DayOfYear) {
  const key = (of: DayOfYear) => of.month * 100 + of.day;
  const asked = key({ month, day });
  const dated = documents.flatMap((document) => {
    const certain = certainDay(document);
    return certain ? [{ document, on: key(certain) }] : [];
  });
  const days = Map.groupBy(dated, ({ on }) => on);
  const oldestFirst = (found: number) =>
    (days.get(found) ?? [])
      .map(({ document }) => document)
      .sort((a, b) => compareDates(a.date, b.date));
  const keys = [...days.keys()].filter((other) => other !== asked).sort((a, b) => a - b);
  const at = (found: number | undefined) =>
    found === undefined
      ? undefined
      : { month: Math.floor(found / 100), day: found % 100, documents: oldestFirst(found) };
  return {
    before: at(keys.findLast((other) => other < asked) ?? keys.at(-1)),
    after: at(keys.find((other) => other > asked) ?? keys[0]),
  };
}

/** The day of the year of a date that is a certain day. */
/** The day of the year of a document that is certainly of one. */
export function certainDay({ date }: Document): DayOfYear | undefined {
  if (!date.start) return undefined;
  const { month, day } = numbersOf(date.start);
  return anniversaryOf(date, { month, day })?.kind === 'certain' ? { month, day } : undefined;
}
