import type { Document } from '../../data/corpus/document.ts';
import type { Archive } from '../archive.ts';
import type { Query } from '../hits.ts';
import { isStopWord } from '../text/analysis.ts';
import type { ComparedWord } from './compared-words.ts';
import { isOpening, type Quotation } from './read-quotation.ts';

/** How many documents each question may bring up. */
const MOST = { byPhrase: 25, byWords: 15, ofRecords: 8 };
/** Short enough to lie between two slips, long enough to be rare. */
const PHRASE_WORDS = 4;
const PHRASES = 6;
const SOUGHT_WORDS = 12;
/** What is typed longer than this is read as prose, whose quotation marks are its author's. */
const LONGEST_QUERY = 290;

/**
 * The documents that may have the quotation, the likeliest first, by search: those that have a few of
 * its words in a row, in their texts and their records, and those that have most of its longest
 * words. A slip in the quotation leaves some of the phrases whole.
 */
export async function findCandidates(
  archive: Pick<Archive, 'search'>,
  quotation: Quotation,
  hasTexts: boolean,
): Promise<readonly Document[]> {
  const phrases = formatPhrases(quotation);
  const words = longestWords(quotation.words);
  const asked: Pick<Query, 'text' | 'in' | 'limit'>[] = [
    { text: phrases, in: 'texts', limit: MOST.byPhrase },
    { text: phrases, in: 'records', limit: MOST.ofRecords },
    { text: words, in: 'texts', limit: MOST.byWords },
    { text: words, in: 'records', limit: MOST.ofRecords },
  ];
  const found = new Map<string, Document>();
  for (const query of asked) {
    if (query.text === '' || (query.in === 'texts' && !hasTexts)) continue;
    const { hits } = await archive.search({
      ...query,
      filter: {},
      sort: 'relevance',
      offset: 0,
      corrects: false,
      expandsNames: false,
    });
    for (const { document } of hits) if (!found.has(document.id)) found.set(document.id, document);
  }
  return [...found.values()];
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
