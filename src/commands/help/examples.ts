import type { Document } from '../../data/corpus/document.ts';
import { TWO_NAMES } from '../../data/corpus/two-names.ts';
import { certainDay } from '../../data/dates/anniversary.ts';
import { monthName } from '../../data/dates/format.ts';
import { FEWEST_WORDS } from '../../search/quotations.ts';

/** What a newcomer can ask of just this corpus; what it lacks is undefined. */
export type Examples = {
  title: string;
  /** A telling word of the title. */
  word: string;
  /** Two of its words that follow each other. */
  phrase: string | undefined;
  /** As many words of its description, or of its title, as a quotation needs. */
  quotation: string | undefined;
  person: string | undefined;
  place: string | undefined;
  collection: string;
  /** A day that has an anniversary, such as `16 October`. */
  day: string | undefined;
  /** The month of that day, such as `October 1962`. */
  month: string | undefined;
  /** One of its archival references, with a number in it. */
  reference: string | undefined;
  /** The year in which the document's date begins. */
  year: string | undefined;
};

/** Examples from one document. */
export function examplesFrom({
  title,
  description,
  date,
  people,
  places,
  collection,
  source,
  identifier,
}: Document): Examples {
  const day = certainDay(date);
  const start = date.start?.slice(0, 4) ?? '';
  const year = /^\d{4}$/.test(start) ? start : undefined;
  return {
    title,
    word: distinctiveWord(title),
    phrase: TWO_NAMES.exec(title)?.[0],
    quotation: beginning(description) ?? beginning(title),
    person: people?.[0],
    place: places?.[0],
    collection,
    day: day && `${day.day} ${monthName(day.month)}`,
    reference: [...(source ?? []), ...(identifier ?? [])].find(isPlainReference),
    month: day && year && `${monthName(day.month)} ${year}`,
    year,
  };
}

/** Short, and as it can be typed in quotation marks. */
const isPlainReference = (reference: string): boolean =>
  /\p{N}/u.test(reference) && /^[\p{L}\p{N} .,:/–-]{3,60}$/u.test(reference);

/** The first words of a text, as many as make a good quotation; undefined where they are too few. */
function beginning(text: string): string | undefined {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].slice(0, 2 * FEWEST_WORDS);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || words.length < FEWEST_WORDS) return undefined;
  return text.slice(first.index, last.index + last[0].length);
}

/** The longest word with a capital, which is most likely a name; else the longest. */
function distinctiveWord(title: string): string {
  const words = title.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [title];
  const names = words.slice(1).filter((word) => /^\p{Lu}/u.test(word));
  return (names.length > 0 ? names : words).reduce((a, b) => (b.length > a.length ? b : a));
}
