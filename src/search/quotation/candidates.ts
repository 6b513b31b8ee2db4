import type { Document } from '../../data/corpus/document.ts';
import type { Archive } from '../archive.ts';
import type { Query } from '../questions.ts';
import { isStopWord } from '../text/stop-words.ts';
import type { ComparedWord } from './compared-words.ts';
import { isOpening, type Quotation } from './read-quotation.ts';

/** How many documents each question may bring up. */
const MOST = { whole: 25, byPhrase: 25, byWords: 15, ofRecords: 8 };
/** Short enough to lie between two slips, long enough to be rare. */
const PHRASE_WORDS = 4;
const PHRASES = 6;
const SOUGHT_WORDS = 12;
/** What is typed longer than this is read as prose, whose quotation marks are its author's. */
const LONGEST_QUERY = 290;

/** A document that may have it, and the number of the page that likeliest does. */
export type Candidate = { document: Document; likely: number | undefined };

/** What may have the quotation, the likeliest first, and what there is besides. */
export type Candidates = {
  documents: readonly Candidate[];
  /** How many have the beginning of its longest part word for word, and which of them are here. */
  whole: { total: number; ids: ReadonlySet<string> };
  /** How many more have a few of its words in a row; they aren't here. */
  rest: number;
};

/**
 * The documents that may have the quotation, by search: those that have it word for word, or a few of
 * its words in a row, in their texts and their records, and those that have most of its longest
 * words. A slip in the quotation leaves some of the phrases whole.
 */
export async function findCandidates(
  archive: Pick<Archive, 'search'>,
  quotation: Quotation,
  hasTexts: boolean,
): Promise<Candidates> {
  const found = new Map<string, Candidate>();
  const seek = async (text: string, where: Query['in'], limit: number) => {
    if (text === '' || (where === 'texts' && !hasTexts)) return { total: 0, ids: [] };
    const { hits, total } = await archive.search({
      text,
      in: where,
      limit,
      filter: {},
      sort: 'relevance',
      offset: 0,
      corrects: false,
      expandsNames: false,
    });
    for (const { document, page } of hits) {
      if (!found.has(document.id)) found.set(document.id, { document, likely: page?.page });
    }
    return { total, ids: hits.map(({ document }) => document.id) };
  };
  const phrases = formatPhrases(quotation);
  const words = longestWords(quotation.words);
  const whole = await seek(longestPhrase(quotation), hasTexts ? undefined : 'records', MOST.whole);
  const inTexts = await seek(phrases, 'texts', MOST.byPhrase);
  const inRecords = await seek(phrases, 'records', MOST.ofRecords);
  await seek(words, 'texts', MOST.byWords);
  await seek(words, 'records', MOST.ofRecords);
  return {
    documents: [...found.values()],
    whole: { total: whole.total, ids: new Set(whole.ids) },
    rest: Math.max(...[inTexts, inRecords].map(({ total, ids }) => total - ids.length)),
  };
}

/** The longest part without openings, as much of it as is read as a phrase. */
function longestPhrase({ text, items }: Quotation): string {
  const parts: string[][] = [[]];
  for (const item of items) {
    if (isOpening(item)) parts.push([]);
    else {
      const said = text.slice(item.start, item.end);
      parts.at(-1)?.push(/[\s\u00ad]/.test(said) ? item.folded : said);
    }
  }
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a));
  const phrase = longest.reduce((so, word) =>
    so.length + word.length > LONGEST_QUERY ? so : `${so} ${word}`,
  );
  return `"${phrase}"`;
}

/** A few words in a row, from all over the quotation, as alternatives that can be searched for. */
function formatPhrases({ text, items }: Quotation): string {
  const phrases = items.flatMap((_, at) => {
    const words = items.slice(at, at + PHRASE_WORDS);
    const isWhole =
      words.length === PHRASE_WORDS &&
      words.every((word) => !isOpening(word) && !word.isJoined && /\p{L}|\p{N}/u.test(word.folded));
    if (!isWhole) return [];
    const [first, last] = [words[0], words.at(-1)] as ComparedWord[];
    const said = text.slice(first?.start, last?.end);
    // A line's end, or a mark, within it may be the quoter's.
    if (!/^[\p{L}\p{M}\p{N}'’ ,.;:]+$/u.test(said)) return [];
    return [{ at, said: said.replace(/[,.;:]/g, ''), worth: worthOf(words as ComparedWord[]) }];
  });
  const chosen: string[] = [];
  for (let part = 0; part < PHRASES; part++) {
    const from = (part * items.length) / PHRASES;
    const to = ((part + 1) * items.length) / PHRASES;
    const [best] = phrases
      .filter(({ at }) => at >= from && at < to)
      .sort((a, b) => b.worth - a.worth || a.at - b.at);
    const phrase = best && `"${best.said}"`;
    if (phrase && [...chosen, phrase].join(' OR ').length <= LONGEST_QUERY) chosen.push(phrase);
  }
  return chosen.join(' OR ');
}

const worthOf = (words: readonly ComparedWord[]): number =>
  words.reduce((sum, { folded }) => sum + (isStopWord(folded) ? 1 : folded.length), 0);

/** The words that are likely the rarest. */
function longestWords(words: readonly ComparedWord[]): string {
  const distinct = [...new Set(words.map(({ folded }) => folded))];
  const telling = distinct.filter((word) => !isStopWord(word));
  return telling
    .sort((a, b) => b.length - a.length)
    .slice(0, SOUGHT_WORDS)
    .join(' ');
}
