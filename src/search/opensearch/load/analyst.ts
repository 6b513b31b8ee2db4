import { parseLine } from '../../../data/corpus/lines.ts';
import { contentHash } from '../../index/content-hash.ts';
import { spellingKeys } from '../../names/spelling-keys.ts';
import { createTermsReader } from '../../text/analysis.ts';
import type { Cluster } from '../cluster.ts';
import { analyse } from '../fields/document-fields.ts';
import { asToken } from '../tokens.ts';
import { sendLines } from './send-lines.ts';
import type { Survey } from './survey.ts';
import { createVectors, toBase64 } from './vectors.ts';

/** A document to be loaded. */
export type Item = {
  /** Its line, as its check leaves it. */
  line: string;
  repeats: number;
  position: number;
};

/** How many documents print each word, and how many hold each term. */
export type WordCounts = { printed: Map<string, number>; held: Map<string, number> };

/** A word to be loaded, with its row of the directions as text. */
export type Word = { word: string; printed: number; frequency: number; vector: string | undefined };

/** What can be done with parts of a corpus, in this thread or in others. */
export type Analyst = {
  /** Takes documents apart and sends them to an index. */
  load(index: string, items: readonly Item[]): Promise<void>;
  /** What the words of the documents so far were counted to be. */
  counted(): Promise<WordCounts>;
  /** Works out what words sound like and sends them to an index. */
  loadWords(index: string, words: readonly Word[]): Promise<void>;
};

/** Large corpora have so many different words, as they are printed. */
const MOST_WORDS = 300_000;
const HAN = /\p{sc=Han}/u;

export function createAnalyst(cluster: Cluster, { meanLength, space }: Survey): Analyst {
  const analyze = createTermsReader(MOST_WORDS);
  const vectorOf = space && createVectors(space);
  const counts: WordCounts = { printed: new Map(), held: new Map() };
  const count = (of: Map<string, number>, word: string) => of.set(word, (of.get(word) ?? 0) + 1);
  return {
    async load(index, items) {
      const lines: string[] = [];
      for (const item of items) {
        const document = parseLine(Buffer.from(item.line));
        const found = analyse(document, { ...item, meanLength }, analyze);
        for (const word of found.printed) count(counts.printed, word);
        for (const term of found.counts.keys()) count(counts.held, term);
        const fields = JSON.stringify({
          ...found.fields,
          line: item.line,
          digest: contentHash(item.line),
          ...(vectorOf && { vector: toBase64(vectorOf(found.counts)) }),
        });
        lines.push(`{"index":{"_id":"${document.id}"}}\n`, `${fields}\n`);
      }
      await sendLines(cluster, index, lines.join(''));
    },
    async counted() {
      return counts;
    },
    async loadWords(index, words) {
      const lines = words.flatMap((one) => [
        `${JSON.stringify({ index: { _id: asToken(one.word) } })}\n`,
        `${JSON.stringify({ ...one, keys: keysOf(one.word, one.printed > 0) })}\n`,
      ]);
      await sendLines(cluster, index, lines.join(''));
    },
  };
}

/** What the other spellings of a word share with it; of words that are only held, those in characters. */
export const keysOf = (word: string, isPrinted = true): string[] =>
  isPrinted || HAN.test(word) ? spellingKeys(word) : [];
