import type { Rule } from './rule.ts';

/** Feasts that fall on the same day every year, by month and day. */
const FEASTS = {
  "new year's day": 'M1 1',
  'epiphany|twelfth day': 'M1 6',
  candlemas: 'M2 2',
  'lady day': 'M3 25',
  'midsummer day': 'M6 24',
  'michaelmas(?: day)?': 'M9 29',
  "all saints'? day|all hallows": 'M11 1',
  "all souls'? day": 'M11 2',
  martinmas: 'M11 11',
  'christmas eve': 'M12 24',
  'christmas day': 'M12 25',
  // The feast lasts for days.
  'christmas(?:tide)?': 'M12 25 ?',
  'boxing day': 'M12 26',
  "new year's eve": 'M12 31',
};

/** A letter is dated by the feast as often as by the day: `Christmas Day 1862`. */
export const FEAST_DAYS: readonly Rule[] = Object.entries(FEASTS).map(
  ([names, day]): Rule => [new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L}),?`, 'gu'), ` ${day} `],
);
