import { countWords } from '../../../data/texts/count-words.ts';
import type { Page } from '../../../data/texts/page.ts';
import { lengthNorm } from '../../ranking/bm25.ts';
import type { Term } from '../../text/analysis.ts';
import { WINDOW } from '../../text/best-place.ts';
import { partingLines } from '../../text/parting-lines.ts';
import {
  analyzePages,
  firstWordsOf,
  placeWords,
  wholeText,
  withoutRanges,
} from '../../text/placed-words.ts';
import { beginning, ending, ofNextPage } from '../tokens.ts';
import { pageAddresses } from './identity-fields.ts';
import type { Lexicon, TermEntry } from './lexicon.ts';
import { weighed } from './weighed-terms.ts';

/** What a page is found by, without the page itself. */
type PageFields = {
  stems: string;
  /** What the next pages begin with: as many words as a passage that begins here may have. */
  next_stems: string;
  words: string;
  next: string;
};

/** A text taken apart: fields of its document, and those of each page. */
export type AnalysedText = { fields: Record<string, unknown>; pages: PageFields[] };

/**
 * The words of a text by their places: the tokens of each, divided by bars, the stems of the words that
 * begin there, and where the one that reads by itself ends.
 */
type Places = { tokens: string[]; stems: string[]; ends: number[] };

/**
 * What OpenSearch is given of a document's text to find it by. Its words are counted in the lexicon.
 * @param meanLength how many different words texts have on average
 */
export function analyseText(
  pages: readonly Page[],
  meanLength: number,
  analyze: (text: string) => Term[],
  lexicon: Lexicon,
): AnalysedText {
  const number = lexicon.nextDocument();
  const analyzed = analyzePages(pages, analyze);
  const placed = placeWords(analyzed);
  const held: TermEntry[] = [];
  const different = new Set<string>();
  const { tokens, stems, ends }: Places = { tokens: [], stems: [], ends: [] };
  for (const [i, { kind, word, stem, end }] of analyzed.entries()) {
    const { first = 0, isJoined = false } = placed[i] ?? {};
    const entry = lexicon.entryOf(word, stem);
    const { token, term } = entry;
    if (isJoined) {
      tokens[first] = together(tokens[first], beginning(token));
      tokens[first + 1] = ending(token);
    } else {
      tokens[first] = together(tokens[first], token);
      ends[first] = end;
    }
    different.add(word);
    if (kind === 'stop word') continue;
    stems[first] = stems[first] ? `${stems[first]} ${term.token}` : term.token;
    if (entry.lastText !== number) {
      entry.lastText = number;
      entry.texts += 1;
    }
    if (term.countInText === 0) held.push(term);
    term.countInText += 1;
  }
  const norm = lengthNorm(different.size, meanLength);
  const fields = {
    text_stems: weighed(held, ({ countInText }) => countInText, norm),
    text_words: tokens.join(' '),
    page_addresses: pageAddresses(pages),
    text_pages: pages.length,
    text_length: pages.reduce((sum, page) => sum + countWords(page.text), 0),
  };
  for (const term of held) {
    term.texts += 1;
    if (term.count > 0) term.shared += 1;
    term.countInText = 0;
  }
  const firstWords = firstWordsOf(pages, analyzed);
  return { fields, pages: pageFields(pages, firstWords, { tokens, stems, ends }) };
}

/** Tokens that share a place. */
const together = (one: string | undefined, other: string): string =>
  one === undefined ? other : `${one}|${other}`;

function pageFields(
  pages: readonly Page[],
  firstWords: readonly number[],
  { tokens, stems, ends }: Places,
): PageFields[] {
  const text = wholeText(pages);
  const parting = partingLines(pages);
  let end = -1;
  return pages.map((page, i) => {
    end += 1 + page.text.length;
    const first = firstWords[i] ?? 0;
    const after = firstWords[i + 1] ?? tokens.length;
    const last = Math.min(after + WINDOW, tokens.length);
    const following = tokens.slice(after, last).map(asOfNextPage);
    return {
      stems: differentIn(stems.slice(first, after)),
      next_stems: differentIn(stems.slice(after, Math.max(after, last - 1))),
      words: [...tokens.slice(first, after), ...following].join(' '),
      next:
        last > after ? `\n${withoutRanges(text, parting, end + 1, ends[last - 1] ?? end + 1)}` : '',
    };
  });
}

const asOfNextPage = (tokens: string): string => tokens.split('|').map(ofNextPage).join('|');

const differentIn = (stems: readonly string[]): string =>
  [...new Set(stems.filter(Boolean).flatMap((all) => all.split(' ')))].join(' ');
