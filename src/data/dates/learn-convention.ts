import { type Convention, DAY_AND_MONTH, isOpenTail, YEAR_AND_TAIL } from './convention.ts';
import { type Count, type Counts, describeReadings } from './convention-notes.ts';
import { isProse } from './prose.ts';
import { lacksCentury } from './short-year.ts';

/** What a source's dates show together. */
export type Learned = {
  convention: Convention;
  /** How dates were read that could be read in several ways, for whoever imports them. */
  notes: readonly string[];
};

/**
 * Learns from a source's dates how it writes those that its figures leave open. A convention is taken
 * only where all dates that show one agree.
 * @param years where the team says of which years those of two figures are
 */
export function learnConvention(years: Convention['years'] = null): {
  /** @param edtf what the source encodes of the date, which decides what its figures leave open */
  see(text: string, edtf?: string): void;
  learned(): Learned;
} {
  const counts: Counts = {
    dayFirst: none(),
    monthFirst: none(),
    openDay: none(),
    months: none(),
    years: none(),
    openTail: none(),
    shortYear: none(),
  };
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return {
    see(text, edtf = '') {
      if (!/\d/.test(text) || isProse(text)) return;
      for (const kind of kindsOf(text, edtf)) count(counts[kind], text);
      const year = WHOLE_DAY.exec(text)?.slice(2).find(Boolean);
      if (year) [from, to] = [Math.min(from, Number(year)), Math.max(to, Number(year))];
    },
    learned() {
      const convention: Convention = {
        first: either([counts.dayFirst, 'day'], [counts.monthFirst, 'month']),
        tail: either([counts.months, 'month'], [counts.years, 'year']),
        years: years ?? (from <= to ? [from, to] : null),
      };
      return { convention, notes: describeReadings(convention, counts, years !== null) };
    },
  };
}

/** Only a whole day's year tells of those of two figures, which stand with days, too. */
const WHOLE_DAY =
  /(?<!\d)\d{1,2}([-/.])\s?\d{1,2}\1\s?((?!0000|9999)\d{4})(?!\d)|\d{1,2}[.\s-]+\p{L}{3,}[.\s-]+(\d{4})(?!\d)|\p{L}{3,}\.?\s\d{1,2},?\s(\d{4})(?!\d)|(?<!\d)((?!0000|9999)\d{4})-\d\d-\d\d(?!\d)/u;
const ISO_DAY = /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/;

const none = (): Count => ({ of: 0, example: '' });

function count(counted: Count, text: string): void {
  counted.of += 1;
  counted.example ||= text.trim();
}

/** What a date shows of the source's ways. */
function* kindsOf(text: string, edtf: string): Iterable<keyof Counts> {
  const [, encodedMonth, encodedDay] = /^\d{4}-(\d\d)-(\d\d)$/.exec(edtf) ?? [];
  for (const [, first, , second] of text.matchAll(DAY_AND_MONTH)) {
    const [a, b] = [Number(first), Number(second)];
    if (a > 12 && a <= 31 && b >= 1 && b <= 12) yield 'dayFirst';
    else if (b > 12 && b <= 31 && a >= 1 && a <= 12) yield 'monthFirst';
    else if (a !== b && a >= 1 && b >= 1 && a <= 12 && b <= 12) {
      const [day, month] = [Number(encodedDay), Number(encodedMonth)];
      if (a === day && b === month) yield 'dayFirst';
      else if (a === month && b === day) yield 'monthFirst';
      else yield 'openDay';
    }
  }
  for (const [, year = '', tail = ''] of text.matchAll(YEAR_AND_TAIL)) {
    if (isOpenTail(year, tail) && edtf === `${year}-${tail}`) yield 'months';
    else if (isOpenTail(year, tail)) yield 'openTail';
    else if (Number(tail) > 12) yield 'years';
    else if (Number(tail) > 0) yield 'months';
  }
  if (ISO_DAY.test(text)) yield 'months';
  if (lacksCentury(text.trim())) yield 'shortYear';
}

/** The way that is seen where the other never is. */
function either<Way>([a, way]: [Count, Way], [b, other]: [Count, Way]): Way | null {
  if (a.of > 0 === b.of > 0) return null;
  return a.of > 0 ? way : other;
}
