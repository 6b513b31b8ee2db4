import { UserError } from '../../errors.ts';
import { quotationWords } from '../../wording/quotations.ts';
import { FEWEST_WORDS, LONGEST_QUOTATION } from '../quotations.ts';
import { type ComparedWord, readComparedWords } from './compared-words.ts';

/**
 * A place where the quotation leaves open what is printed: up to `most` words of any kind. At a bracket
 * `own` is what the quoter says instead.
 */
export type Opening = { most: number; own?: string | undefined };

/** A quotation as a text is compared with it. */
export type Quotation = {
  /** As it was given. */
  text: string;
  /** Begins and ends with a word; no two openings follow each other. */
  items: readonly (ComparedWord | Opening)[];
  /** Those of the items that are words. */
  words: readonly ComparedWord[];
};

export const isOpening = (item: ComparedWord | Opening): item is Opening => 'most' in item;

/** How far apart what stands before and after an ellipsis may be printed, in words: some two pages. */
const AT_ELLIPSIS = 800;
/** How many words a bracket may stand for beyond its own. */
const AT_BRACKET = 2;

/** An ellipsis as it is typed or printed, in brackets or without. */
const ELLIPSIS = /[[(]\s*(?:…|\.(?:\s*\.)+)\s*[\])]|…+|\.(?:[ \t\u00a0]?\.){2,}|\*(?:\s\*){2,}/u;
/** The quoter's own: `[he]`, `[sic]`. */
const BRACKET = /\[(?<own>[^[\]]{0,300})\]/u;
const MARKS = new RegExp(`${ELLIPSIS.source}|${BRACKET.source}`, 'gu');
/** `[T]he`: a bracket that is a part of a word only changes its letters. */
const LETTERS_IN_WORD = /(?<=\p{L})\[(\p{L}{1,3})\]|(?<!\p{L})\[(\p{L})\](?=\p{L})/gu;
const SIC = /^(?:sic|!|\?)*[.!?]*$/iu;

/**
 * Takes a quotation apart. An ellipsis leaves open what is printed there, and a bracket a few words;
 * at the beginning and the end they say nothing.
 * @throws UserError if too few words are left to compare, or the text is too long
 */
export function readQuotation(given: string): Quotation {
  if (given.length > LONGEST_QUOTATION) {
    throw new UserError(quotationWords.tooLong(LONGEST_QUOTATION));
  }
  const text = given.toWellFormed().replace(LETTERS_IN_WORD, '$1$2');
  const items: (ComparedWord | Opening)[] = [];
  let at = 0;
  const readUpTo = (end: number) => {
    const words = readComparedWords(text.slice(at, end));
    for (const word of words) {
      items.push({ ...word, start: word.start + at, end: word.end + at });
    }
  };
  for (const mark of text.matchAll(MARKS)) {
    readUpTo(mark.index);
    at = mark.index + mark[0].length;
    const own = mark.groups?.own?.trim();
    if (own === undefined) addOpening(items, { most: AT_ELLIPSIS });
    else if (!SIC.test(own))
      addOpening(items, { most: readComparedWords(own).length + AT_BRACKET, own });
  }
  readUpTo(text.length);
  while (items.length > 0 && isOpening(items.at(-1) as ComparedWord | Opening)) items.pop();
  const words = items.filter((item) => !isOpening(item)) as ComparedWord[];
  if (words.length < FEWEST_WORDS) {
    throw new UserError(quotationWords.tooShort(FEWEST_WORDS, words.length));
  }
  return { text, items, words };
}

/** Openings in a row are one, the widest; before the first word there is nothing to leave open. */
function addOpening(items: (ComparedWord | Opening)[], opening: Opening): void {
  const last = items.at(-1);
  if (!last) return;
  if (!isOpening(last)) items.push(opening);
  else if (opening.most > last.most) items[items.length - 1] = opening;
}
