import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { loadCorpus } from '../../src/data/corpus/corpus.ts';
import { starterCorpus } from '../../src/data/starter.ts';
import type { PeerDocument } from '../peers/peer.ts';

/** Words that large archives have, of which a small one holds a part. */
const VOCABULARY = 100_000;
const TITLE = 8;
const TEXT = 60;
const FIRST_YEAR = 1900;
const YEARS = 90;
const UNIT = 2 ** 31;

/**
 * Made-up documents, the same for the same number: the words of the starter corpus by their rank, and
 * rarer ones made of them, drawn by Zipf's law (a word's frequency is as one to its rank).
 */
export async function madeCorpus(count: number): Promise<Required<PeerDocument>[]> {
  const words = await wordsByRank();
  const random = xoroshiro128plus(1962);
  const part = () => uniformInt(random, 0, UNIT - 1) / UNIT;
  const word = () => words[Math.floor(words.length ** part()) - 1] ?? '';
  const text = (length: number) => Array.from({ length }, word).join(' ');
  return Array.from({ length: count }, (_, number) => ({
    id: `d${number}`,
    title: text(TITLE),
    text: text(TEXT),
    year: FIRST_YEAR + uniformInt(random, 0, YEARS - 1),
  }));
}

/** The words of the starter corpus, the commonest first, and rarer ones made of them. */
export async function wordsByRank(): Promise<string[]> {
  const { documents } = await loadCorpus(starterCorpus());
  const counts = new Map<string, number>();
  for (const { title, description } of documents) {
    for (const word of `${title} ${description}`.match(/\p{L}{2,}/gu) ?? []) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const known = [...counts].sort((one, other) => other[1] - one[1]).map(([word]) => word);
  const words = new Set(known);
  for (let i = 0; words.size < VOCABULARY; i += 1) {
    const first = known[i % known.length] ?? '';
    const second = known[(i * 7919 + Math.floor(i / known.length)) % known.length] ?? '';
    words.add(first + second.toLowerCase());
  }
  return [...words];
}
