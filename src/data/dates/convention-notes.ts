import { type Convention, MARGIN_YEARS } from './convention.ts';

/** How many dates of a source are written in one way, and the first of them. */
export type Count = { of: number; example: string };

export type Counts = Record<
  'dayFirst' | 'monthFirst' | 'openDay' | 'months' | 'years' | 'openTail' | 'shortYear',
  Count
>;

/** How a source's open figures were read, and what decided it, for whoever imports it. */
export function describeReadings(
  { first, tail, years }: Convention,
  counts: Counts,
  isCenturyGiven: boolean,
): string[] {
  const { dayFirst, monthFirst, openDay, months, openTail, shortYear } = counts;
  const notes: [Count, string][] = [
    [
      openDay,
      first
        ? `read with the ${first} first, ${decidedBy(first === 'day' ? dayFirst : monthFirst)}`
        : `kept as uncertain, with the day or the month first: ${undecided(dayFirst, monthFirst)}`,
    ],
    [
      openTail,
      tail
        ? `read as ${tail === 'month' ? 'a month' : 'two years'}, ${decidedBy(tail === 'month' ? months : counts.years)}`
        : `kept as uncertain, as a month or two years: ${undecided(months, counts.years)}`,
    ],
    [shortYear, describeYears(years, isCenturyGiven)],
  ];
  return notes.filter(([{ of }]) => of > 0).map(([dates, how]) => `${subject(dates)} ${how}`);
}

function describeYears(years: Convention['years'], isGiven: boolean): string {
  if (!years) {
    return 'kept as text: the century of their years is not known; --century 1900 would say it';
  }
  const span = `read as years from ${years.join(' to ')}`;
  return isGiven
    ? `${span}, as --century says`
    : `${span}, where its other days lie, or at most ${MARGIN_YEARS} years apart, so far as that leaves one`;
}

const subject = ({ of, example }: Count): string =>
  of === 1 ? `1 date, "${example}", was` : `${of} dates such as "${example}" were`;

const decidedBy = ({ of, example }: Count): string =>
  `for ${of} of its other dates, such as "${example}", can't be read otherwise`;

const undecided = (a: Count, b: Count): string =>
  a.of > 0 && b.of > 0
    ? `other dates are written both ways, such as "${a.example}" and "${b.example}"`
    : 'no other date decides it';
