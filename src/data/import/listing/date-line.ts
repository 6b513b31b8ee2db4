import { MONTH_NAMES } from '../../dates/months.ts';
import { parseDate } from '../../dates/parse.ts';
import { isMissingMark, isUndated } from '../../dates/undated.ts';

/** Longer lines are prose. */
const LONGEST = 60;

/** A year, in figures or in words, or a day in figures alone. */
const YEAR = /\d{4}|\d{3}[X?]|\d\s?(?:bce?|ce|ad)\b|\bcentury\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2}\b/i;

const MONTH = `(?:${MONTH_NAMES})\\.?`;
/** What English prints around a date; a misspelt month still begins like one. */
const WORDS =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*|circa|ca|c|about|approximately|approx|around|before|after|by|early|mid|middle|late|spring|summer|autumn|fall|winter|and|or|to|until|between|from|in|of|the|century|centuries|bce?|ce|ad|st|nd|rd|th|s|sic|probably|possibly|(?:mon|tues|wednes|thurs|fri|satur|sun)day';
/** What archives add to a date that they doubt. */
const DOUBTS =
  '\\((?:approximate(?:ly)?|undated|(?:exact )?(?:date|day|month|year) (?:unknown|uncertain))\\)|or (?:earlier|later)';
const NOTHING_ELSE = new RegExp(
  `^(?:${DOUBTS}|(?<!\\p{L})(?:${MONTH}|${WORDS})(?!\\p{L})|[\\dX?~%.,;:/()[\\]\\s–—-])+$`,
  'iu',
);

/** "The Year 1962", "In 1956": words, though all of them could stand in a date. */
const OPENS_A_TITLE = /^(?:the year|of|in)\b/i;

/**
 * Whether a whole line is a date, be it one that can't be read or that no calendar has. A place
 * before the date makes it a sentence or a title: only words of dates may stand in it.
 */
export function isDateLine(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (isUndated(text)) return /\p{L}/u.test(text) && !isMissingMark(text);
  if (!YEAR.test(text) || OPENS_A_TITLE.test(text)) return false;
  const folded = text.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return NOTHING_ELSE.test(folded) || (!/^\D*,/.test(text) && isRead(text));
}

const isRead = (text: string): boolean => parseDate(text).date.precision !== 'unknown';
