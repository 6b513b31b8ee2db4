/** The languages whose months and weekdays are read. None has another's name for a different month. */
export const CALENDAR_LANGUAGES: readonly string[] = [
  ...['en', 'fr', 'de', 'ru', 'es', 'it', 'pt', 'nl', 'pl', 'uk', 'cs', 'sk', 'sv', 'da', 'nb'],
  ...['fi', 'hu', 'ro', 'tr', 'bg', 'el', 'ca', 'sl', 'et', 'lv', 'lt'],
];

/** Those whose abbreviations are read, too: in others these are words of two or three letters. */
const ABBREVIATING = new Set(['en', 'fr', 'de', 'ru', 'es', 'it', 'pt', 'nl', 'pl', 'uk']);

/** Small letters without diacritics, compatible forms made one, as names are compared here. */
export const foldLetters = (text: string): string =>
  text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');

/** A name, folded and without a full stop, and its place in the year or the week from 1. */
export type CalendarName = readonly [name: string, number: number];

/** The names of months by CLDR, which JavaScript's own formatter carries. */
export const namesOfMonths = (): CalendarName[] =>
  CALENDAR_LANGUAGES.flatMap((locale) => [
    ...namesIn(locale, 'month', 'long'),
    ...(ABBREVIATING.has(locale) ? namesIn(locale, 'month', 'short') : []),
  ]);

/** The names of days of the week by CLDR, 1 for Monday. */
export const namesOfWeekdays = (): CalendarName[] =>
  CALENDAR_LANGUAGES.flatMap((locale) => namesIn(locale, 'weekday', 'long'));

function namesIn(
  locale: string,
  unit: 'month' | 'weekday',
  length: 'long' | 'short',
): CalendarName[] {
  // Beside a day many languages have another form of a month's name than alone.
  const forms = [{ [unit]: length }, { [unit]: length, day: 'numeric' }] as const;
  const count = unit === 'month' ? 12 : 7;
  return forms.flatMap((form) => {
    const format = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' });
    return Array.from({ length: count }, (_, place): CalendarName => {
      // 1 January 2001 was a Monday.
      const day = unit === 'month' ? Date.UTC(2001, place, 1) : Date.UTC(2001, 0, 1 + place);
      const name = format.formatToParts(day).find(({ type }) => type === unit)?.value ?? '';
      return [foldLetters(name).replace(/\.$/, ''), place + 1];
    }).filter(([name]) => /\p{L}/u.test(name));
  });
}
