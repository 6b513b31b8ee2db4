import { count } from './count.ts';

const PRECISIONS = {
  day: 'day',
  month: 'month',
  season: 'season',
  year: 'year',
  decade: 'decade',
  century: 'century',
  interval: 'interval',
  set: 'set',
  unknown: 'unknown',
};
type Precision = keyof typeof PRECISIONS;

/** Historical dates in words. Days, months and years come as they are written here, one within the other. */
export const dateWords = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  /** On the axis of a chart, in the same order. */
  monthsInBrief: [
    'Jan',
    'Feb',
    'Mar',
    'Apr',
    'May',
    'Jun',
    'Jul',
    'Aug',
    'Sep',
    'Oct',
    'Nov',
    'Dec',
  ],
  /** A year of more than four figures has them in groups: `170,000,002`. */
  year: (year: number) => (year > 9999 ? year.toLocaleString('en-GB') : String(year)),
  yearBCE: (year: string) => `${year} BCE`,
  /** Where `44` alone could be anything. */
  yearCE: (year: string) => `${year} CE`,
  decade: (firstYear: number | string) => `${firstYear}s`,
  month: (month: string, year: string) => `${month} ${year}`,
  /** Of a month, with its year or without. */
  day: (day: number, month: string) => `${day} ${month}`,

  upTo: (day: string) => `up to ${day}`,
  from: (day: string) => `from ${day} on`,
  anyDay: 'any day',
  between: (from: string | number, to: string) => `${from} to ${to}`,
  years: (from: string, to: string) => `${from}–${to}`,
  allOf: (names: readonly string[]) =>
    new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names),
  oneOf: (names: readonly string[]) =>
    new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names),
  orEarlier: (name: string) => `${name} or earlier`,
  orLater: (name: string) => `${name} or later`,
  andEarlier: (name: string) => `${name} and earlier`,
  andLater: (name: string) => `${name} and later`,

  yearsAgo: (years: number) => {
    if (years === 0) return 'this year';
    return years === 1 ? '1 year ago' : `${count(years)} years ago`;
  },

  undated: 'undated',
  notUnderstood: 'not understood as a date',
  about: (name: string) => `about ${name}`,
  perhaps: (name: string) => `perhaps ${name}`,
  /** How sure a date is, each set after it in brackets. */
  certainty: {
    supplied: 'supplied by the archive',
    uncertain: 'uncertain',
    precision: (precision: Precision) => PRECISIONS[precision],
    aboutThat: (precision: Precision) => `about that ${PRECISIONS[precision]}`,
    someDayIn: (precision: Precision) => `some day in the ${PRECISIONS[precision]}`,
  },
  /** Why a document isn't of a certain day of the year. */
  doubt: {
    someDayOf: (span: string) => `some day of ${span}`,
    supplied: 'a date supplied by the archive',
    approximate: 'circa',
    uncertain: 'an uncertain date',
  },
};

const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'];
const THIRDS = ['first', 'second', 'last'];
const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** What EDTF writes in signs, in words. Divisions of a year are counted from 0. */
export const edtfWords = {
  approximate: (date: string) => `ca. ${date}`,
  uncertain: (date: string) => `${date}?`,
  until: (end: string) => `until ${end}`,
  untilFromUnknown: (end: string) => `until ${end}, beginning unknown`,
  from: (beginning: string) => `from ${beginning}`,
  fromToUnknown: (beginning: string) => `from ${beginning}, end unknown`,
  estimated: (year: string, from: string, to: string) => `ca. ${year}, between ${from} and ${to}`,
  half: (index: number, year: string) => `${ORDINALS[index]} half of ${year}`,
  third: (index: number, year: string) => `${THIRDS[index]} third of ${year}`,
  quarter: (index: number, year: string) => `${ORDINALS[index]} quarter of ${year}`,
  season: (index: number, year: string) => `${SEASONS[index]} ${year}`,
  southernSeason: (index: number, year: string) => `${SEASONS[index]} ${year}, southern hemisphere`,
  northernSeason: (index: number, year: string) => `${SEASONS[index]} ${year}, northern hemisphere`,
  dayOfAMonth: (day: number) => `day ${day} of a month`,
  /** What isn't known of which of several years, or months. */
  ofAYearIn: (dayAndMonth: string, years: string) => `${dayAndMonth} of a year in ${years}`,
  in: (dayAndMonth: string, year: string) => `${dayAndMonth} in ${year}`,
  theDecade: (decade: string) => `the ${decade}`,
};

/** Why a printed date wasn't read. Reports of imports say the same. */
export const unreadDateWords = {
  noCentury: 'a year of two figures can be of any century',
  placeholder: 'it stands for an unknown date',
  yearOrInterval: 'it is either a year BCE or an interval without a beginning',
  unknownForm: 'it isn’t in a form of date known here',
  noYear: 'it names no year of four figures',
  noMonth: (month: number) => `there is no month ${month}`,
  noDay: (day: string) => `there is no ${day}`,
  endsFirst: 'it ends before it begins',
};
