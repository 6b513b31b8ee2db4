import { contentHash } from '../../index/content-hash.ts';
import { spellingKeys } from '../../names/spelling-keys.ts';
import { createTermsReader } from '../../text/analysis.ts';
import type { Cluster } from '../cluster.ts';
import { analyse } from '../fields/document-fields.ts';
import { createLexicon } from '../fields/lexicon.ts';
import { asToken } from '../tokens.ts';
import { sendLines } from './send-lines.ts';
import type { Survey } from './survey.ts';
import { toBase64, vectorOf } from './vectors.ts';

/** A document to be loaded. */
export type LineToLoad = {
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
  load(index: string, documents: readonly LineToLoad[]): Promise<void>;
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
  const rowOf = new Map(space?.terms.map((term, row) => [term, row]));
  const lexicon = createLexicon((term) => rowOf.get(term) ?? -1);
  return {
    async load(index, documents) {
      const lines: string[] = [];
      for (const one of documents) {
        const document = JSON.parse(one.line);
        const { fields, terms } = analyse(document, { ...one, meanLength }, analyze, lexicon);
        const all = {
          ...fields,
          line: one.line,
          digest: contentHash(one.line),
          ...(space && { vector: toBase64(vectorOf(space, terms)) }),
        };
        for (const term of terms) term.count = 0;
        lines.push(`{"index":{"_id":"${document.id}"}}\n${JSON.stringify(all)}\n`);
      }
      await sendLines(cluster, index, lines);
    },
    async counted() {
      const counts = (entries: Iterable<[string, { documents: number }]>) =>
        new Map(
          Array.from(entries, ([text, { documents }]) => [text, documents] as const).filter(
            ([, documents]) => documents > 0,
          ),
        );
      return { printed: counts(lexicon.words), held: counts(lexicon.terms) };
    },
    async loadWords(index, words) {
      const lines = words.map((one) => {
        const index = { _id: asToken(one.word) };
        const fields = { ...one, keys: keysOf(one.word, one.printed > 0) };
        return `${JSON.stringify({ index })}\n${JSON.stringify(fields)}\n`;
      });
      await sendLines(cluster, index, lines);
    },
  };
}

/** What the other spellings of a word share with it; of words that are only held, those in characters. */
export const keysOf = (word: string, isPrinted: boolean): string[] =>
  isPrinted || HAN.test(word) ? spellingKeys(word) : [];
