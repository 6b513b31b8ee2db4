import { gregorianEaster, julianEaster } from 'date-easter';
import { addDays, dayOf, numbersOf } from '../calendar.ts';
import { dateTokens, type Rule } from './rule.ts';

/** Feasts that move with Easter, by their days after it. */
const FEASTS = {
  'shrove tuesday|mardi gras|fastnacht': -47,
  'ash wednesday|aschermittwoch|mercredi des cendres': -46,
  'palm sunday|palmsonntag|dimanche des rameaux': -7,
  'maundy thursday|holy thursday|grundonnerstag|jeudi saint': -3,
  'good friday|karfreitag|vendredi saint': -2,
  'holy saturday|easter eve|karsamstag|samedi saint': -1,
  'easter (?:sun)?day|ostersonntag|dimanche de paques': 0,
  'easter monday|ostermontag|lundi de paques': 1,
  'easter tuesday': 2,
  'low sunday|quasimodo sunday': 7,
  '(?:feast of the )?ascension day|ascension thursday|(?:christi )?himmelfahrt': 39,
  'whit ?sunday|pfingstsonntag|dimanche de pentecote': 49,
  'whit ?monday|pfingstmontag|lundi de pentecote': 50,
  'trinity sunday': 56,
  '(?:feast of )?corpus christi(?: day)?|fronleichnam': 60,
};
/** Feasts that last for days, or whose names are given to the days around them. */
const SEASONS = {
  'easter(?:tide)?|ostern|paques|pasqua|pascua': 0,
  'whitsun(?:tide)?|pentecost|pfingsten|pentecote': 49,
};

/** The Gregorian calendar is of 1582; England was the last of the West to take it, in 1752. */
const LAST_JULIAN = 1582;
const LAST_IN_DOUBT = 1752;

const rules = (names: string, days: number, lasts: boolean): readonly Rule[] => {
  const feast = `(?<!\\p{L})(?:on |at |um )?(?:${names})(?!\\p{L})`;
  const token = (_: string, year: string) => feastDay(Number(year), days, lasts);
  return [
    [new RegExp(`${feast},? (?:of |in |den |le )?(\\d{4})(?!\\d)`, 'gu'), token],
    [new RegExp(`(?<!\\d)(\\d{4}),? ${feast}`, 'gu'), token],
    // A day that stands beside the feast is enough.
    [new RegExp(`${feast},? (?:the )?(?=.*\\d.*\\d{4})`, 'gu'), ' '],
  ];
};

/** A letter of Easter Monday 1916 is one of 24 April. In the years of two calendars it is in doubt. */
export const MOVABLE_FEASTS: readonly Rule[] = [
  ...Object.entries(FEASTS).flatMap(([names, days]) => rules(names, days, false)),
  ...Object.entries(SEASONS).flatMap(([names, days]) => rules(names, days, true)),
];

/** @param lasts whether the feast is one of several days */
function feastDay(year: number, days: number, lasts: boolean): string {
  const isJulian = year <= LAST_JULIAN;
  const easter = isJulian ? julianEaster(year) : gregorianEaster(year);
  // Every fourth Julian year has a 29 February, such as 1500: days are counted in a year like it.
  const alike = !isJulian ? year : year % 4 === 0 ? 2000 : 2001;
  const first = dayOf({ ...easter, year: alike });
  if (first === null) return dateTokens(year);
  const { month, day } = numbersOf(addDays(first, days));
  const isDoubtful = lasts || (!isJulian && year <= LAST_IN_DOUBT);
  return `${dateTokens(year, month, day)}${isDoubtful ? ' ? ' : ''}`;
}
