import type { Corpus } from '../data/corpus.ts';
import { compareText } from '../data/date/compare.ts';
import { monthName } from '../data/date/print.ts';
import { certainDay } from '../data/date-index.ts';
import type { Document } from '../data/document.ts';

/** What a newcomer can ask of just this corpus; what it lacks is undefined. */
export type Examples = {
  title: string;
  /** A telling word of the title. */
  word: string;
  /** Two of its words that follow each other. */
  phrase: string | undefined;
  person: string | undefined;
  place: string | undefined;
  collection: string;
  /** A day that has an anniversary, such as `16 October`. */
  day: string | undefined;
  /** The month of that day, such as `October 1962`. */
  month: string | undefined;
  /** The year in which the document's date begins. */
  year: string | undefined;
};

/** As many documents as are looked through for one that shows most. */
const LOOKED_AT = 500;
const LONGEST_TITLE = 80;
const TWO_NAMES = /\p{Lu}[\p{L}\p{M}]{2,} \p{Lu}[\p{L}\p{M}]{2,}/u;

/** Examples from the document that shows most of what one can do: always the same for a corpus. */
export function examplesFrom({ documents }: Pick<Corpus, 'documents'>): Examples | undefined {
  const step = Math.ceil(documents.length / LOOKED_AT);
  const [best] = documents
    .filter((_, place) => place % step === 0)
    .sort((a, b) => shows(b) - shows(a) || compareText(a.id, b.id));
  if (!best) return undefined;
  const { title, date, people, places, collection } = best;
  const day = certainDay(best.date);
  const start = date.start?.slice(0, 4) ?? '';
  const year = /^\d{4}$/.test(start) ? start : undefined;
  return {
    title,
    word: tellingWord(title),
    phrase: TWO_NAMES.exec(title)?.[0],
    person: people?.[0],
    place: places?.[0],
    collection,
    day: day && `${day.day} ${monthName(day.month)}`,
    month: day && year && `${monthName(day.month)} ${year}`,
    year,
  };
}

const shows = (document: Document): number =>
  [
    certainDay(document.date),
    document.people?.length,
    document.places?.length,
    document.description,
    document.title.length <= LONGEST_TITLE,
    TWO_NAMES.test(document.title),
  ].filter(Boolean).length;

/** The longest word with a capital, which is most likely a name; else the longest. */
function tellingWord(title: string): string {
  const words = title.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [title];
  const names = words.slice(1).filter((word) => /^\p{Lu}/u.test(word));
  return (names.length > 0 ? names : words).reduce((a, b) => (b.length > a.length ? b : a));
}
