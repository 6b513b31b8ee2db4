import { namesOfMonths } from './calendar-names.ts';

/** What printers, clerks and chanceries abbreviated otherwise, and the Latin genitives. */
const OLD: readonly string[] = [
  'jany janr janv janner jan januarii ianuarii',
  'feby febr fevr feber februarii',
  'mrz marz mar martii',
  'apr aprilis',
  'maii maius',
  'junii iunii',
  'julii iulii',
  'augt augusti',
  'sept septr septbr 7bre 7ber septembris',
  'octr octbr 8bre 8ber octobris',
  'novr novbr 9bre 9ber novembris',
  'decr decbr xbre xber 10bre 10ber decembris',
];

const NUMBERS = new Map([
  ...namesOfMonths(),
  ...OLD.flatMap((names, month) => names.split(' ').map((name) => [name, month + 1] as const)),
]);

/** Every name of a month, the long before the short, for an alternation in a pattern. */
export const MONTH_NAMES: string = [...NUMBERS.keys()]
  .sort((a, b) => b.length - a.length)
  .join('|');

/** The month, 1 to 12, of one of these names, in small letters without diacritics; 0 for any other. */
export const monthNumber = (name: string): number => NUMBERS.get(name) ?? 0;
