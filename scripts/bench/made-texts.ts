import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Page } from '../../src/data/texts/page.ts';
import { wordsByRank } from './made-corpus.ts';

/** A text has so many pages of so many words each. */
const PAGES = 4;
const WORDS = 500;
const WORDS_A_LINE = 12;
const UNIT = 2 ** 31;

/**
 * Made-up texts of 2,000 words each for made-up documents, the same for the same number, drawn from the
 * same words by Zipf's law.
 */
export async function* madePages(documents: number): AsyncGenerator<Page> {
  const words = await wordsByRank();
  const random = xoroshiro128plus(1912);
  const part = () => uniformInt(random, 0, UNIT - 1) / UNIT;
  const word = () => words[Math.floor(words.length ** part()) - 1] ?? '';
  const line = () => Array.from({ length: WORDS_A_LINE }, word).join(' ');
  const lines = Math.ceil(WORDS / WORDS_A_LINE);
  for (let number = 0; number < documents; number += 1) {
    for (let page = 1; page <= PAGES; page += 1) {
      const text = Array.from({ length: lines }, line).join('\n');
      yield { id: `d${number}`, page, label: `p. ${page}`, text, kind: 'edition', url: null };
    }
  }
}
