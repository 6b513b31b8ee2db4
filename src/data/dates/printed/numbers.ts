import { romanNumber } from './roman.ts';
import { dateTokens, type Rule } from './rule.ts';

/** Figures, or what is printed where somebody left them out. */
const TWO = String.raw`(?:\d{1,2}|xx?|\?\??|--?|__?)`;

/** Dates in figures. Whatever order they leave open stays open. */
export const NUMBERS: readonly Rule[] = [
  [
    new RegExp(
      // Folding takes the Korean syllables apart.
      '(?<!\\d)(\\d{4})(?:年|년)\\s?(?:(\\d{1,2})(?:月|월)\\s?)?(?:(\\d{1,2})(?:日|일))?'.normalize(
        'NFKD',
      ),
      'g',
    ),
    eastern,
  ],
  [
    /(?<=^\D*)(1[4-9]|20)(\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g,
    (_, century, year, m, d) => dateTokens(century + year, m, d),
  ],
  [/^(\d{4})(\d{4})$/g, unparted],
  [/(?<![\d/.-])(\d{1,2}\/\d{1,2})\s?-\s?(\d{1,2}\/\d{1,2})\/(\d{4})(?!\d)/g, '$1/$3 - $2/$3'],
  [
    new RegExp(`(?<!\\d)(\\d{4})([-/]|\\.\\s?)(${TWO})\\2(${TWO})(?![\\dx?_])`, 'g'),
    (_, y, _sign, m, d) => dateTokens(y, m, d),
  ],
  [
    new RegExp(`(?<![\\dx?_])(${TWO})([-/])(${TWO})\\2(\\d{4})(?!\\d)`, 'g'),
    (_, a, _sign, b, y) => eitherOrder(a, b, y),
  ],
  [/(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.(?=\s?-\s?\d)/g, (_, d, m) => ` ${Number(d)} M${Number(m)} `],
  [/(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/g, (_, d, m, y) => dayFirst(d, m, y)],
  [
    /(?<!\d)(\d{1,2})[-/.\s]\s?(x?i{1,3}|x|x?iv|vi{0,3}|ix)[-/.\s]\s?(\d{4})(?!\d)/g,
    (_, d, roman, y) => dateTokens(y, romanNumber(roman), d),
  ],
  [/(?<!\d)(\d{1,2})([-./])(\p{L}{3,})\2(\d{4})(?!\d)/gu, '$1 $3 $4'],
  [/(?<!\d[-/]?)(\d{4})\s?[-/]\s?(\d\d?)(?![-/]?\d)/g, yearAndTail],
  [/(?<![\d/.-])(\d{1,2})[/.](\d{4})(?!\d)/g, (_, m, y) => dateTokens(y, m)],
];

/** `1962年10月16日`, as Chinese and Japanese print it, or Korean in its own letters. */
function eastern(_: string, year: string, month?: string, day?: string): string {
  return dateTokens(year, month ?? 0, day ?? 0);
}

/** `19531954` has lost the dash between two years, `16101962` the signs between day, month and year. */
function unparted(all: string, first: string, last: string): string {
  const span = Number(last) - Number(first);
  if (first >= '1000' && span > 0 && span <= 100) return ` Y${first} - Y${last} ? `;
  const [a, b] = [first.slice(0, 2), first.slice(2)].map(Number);
  const isDay = Math.max(a ?? 0, b ?? 0) <= 31 && Math.min(a ?? 0, b ?? 0) <= 12;
  return isDay && /^(?:1[4-9]|20)/.test(last) ? `${eitherOrder(`${a}`, `${b}`, last)} ? ` : all;
}

/** `10/16/1962` has one reading, `5/6/1963` two: American and European. */
function eitherOrder(first: string, second: string, year: string): string {
  const [a, b] = [figure(first), figure(second)];
  // Whoever left out one of the two knew the month: 05/00/1963.
  if (a * b === 0) return dateTokens(year, a + b > 12 ? 0 : a + b);
  if (a > 12) return dateTokens(year, b, a);
  if (b > 12 || a === b) return dateTokens(year, a, b);
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  return `${dateTokens(year, low, high)} | ${dateTokens(year, high, low)}`;
}

/** 0 where the figures are left out. */
const figure = (printed: string): number => (/^\d/.test(printed) ? Number(printed) : 0);

/** With points the day comes first, unless it can't: `10.16.1962`. */
const dayFirst = (day: string, month: string, year: string): string =>
  Number(month) > 12 && Number(day) <= 12
    ? dateTokens(year, day, month)
    : dateTokens(year, month, day);

/**
 * `1963-64` and `1899-00` are two years and `1938-10` a month; `1810-12` and `1963-4` can be either,
 * and then they reach over the years, which hold the month too.
 */
function yearAndTail(all: string, year: string, tail: string): string {
  const unit = 10 ** tail.length;
  const isMonth = Number(tail) <= 12;
  const isTurn = Number(tail) === 0 && Number(year) % unit === unit - 1;
  const isLater = isTurn || Number(tail) > Number(year) % unit;
  if (!isLater) return isMonth ? dateTokens(year, tail) : all;
  const last = Math.floor(Number(year) / unit) * unit + Number(tail) + (isTurn ? unit : 0);
  return ` Y${year} - Y${last} ${isMonth && !isTurn ? '?' : ''}`;
}
