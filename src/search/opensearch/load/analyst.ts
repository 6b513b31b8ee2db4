import type { Document } from '../../../data/corpus/document.ts';
import { contentHash } from '../../index/content-hash.ts';
import { spellingKeys } from '../../names/spelling-keys.ts';
import { createTermsReader } from '../../text/analysis.ts';
import type { Cluster } from '../cluster.ts';
import { analyse } from '../fields/document-fields.ts';
import { createLexicon, inEither } from '../fields/lexicon.ts';
import { analyseText } from '../fields/text-fields.ts';
import type { WordCounts } from '../fields/word-counts.ts';
import { asToken } from '../tokens.ts';
import { pageId } from '../versions.ts';
import { createOutbox } from './outbox.ts';
import { sendLines } from './send-lines.ts';
import type { Survey } from './survey.ts';
import { readTextAt, type TextPlace } from './text-places.ts';
import { toBase64, vectorOf } from './vectors.ts';

/** A document to be loaded. */
export type LineToLoad = {
  /** Its line, as its check leaves it. */
  line: string;
  repeats: number;
  position: number;
  /** Where its text stands, if it has one. */
  text: TextPlace | undefined;
};

/** How many documents print each word and hold each term: in their records, their texts, or either. */
export type Counted = Record<
  'printed' | 'held' | 'printedInTexts' | 'heldInTexts' | 'heldInEither',
  Map<string, number>
>;

/** A word to be loaded, with its row of the directions as text. */
export type Word = WordCounts & { word: string; vector: string | undefined };

/** The indices of documents and of pages that are being loaded. */
export type Target = { documents: string; pages: string };

/** What can be done with parts of a corpus, in this thread or in others. */
export type Analyst = {
  /** Takes documents apart and sends them to an index, and their pages to another one. */
  load(target: Target, documents: readonly LineToLoad[]): Promise<void>;
  /** What the words of the documents so far were counted to be. */
  counted(): Promise<Counted>;
  /** Works out what words sound like and sends them to an index. */
  loadWords(index: string, words: readonly Word[]): Promise<void>;
};

/** Large corpora have so many different words, as they are printed. */
const MOST_WORDS = 300_000;
const HAN = /\p{sc=Han}/u;

export function createAnalyst(
  cluster: Cluster,
  { meanLength, meanTextLength, space }: Survey,
): Analyst {
  const analyze = createTermsReader(MOST_WORDS);
  const rowOf = new Map(space?.terms.map((term, row) => [term, row]));
  const lexicon = createLexicon((term) => rowOf.get(term) ?? -1);

  /** The operations that load a document, and those that load its pages. */
  async function operationsOf(one: LineToLoad): Promise<{ own: string; pages: string[] }> {
    const document: Document = JSON.parse(one.line);
    const pages = one.text ? await readTextAt(one.text) : [];
    // Nothing is waited for from here on: the lexicon counts one document after the other.
    const { fields, terms } = analyse(document, { ...one, meanLength }, analyze, lexicon);
    const text = one.text && analyseText(pages, meanTextLength, analyze, lexicon);
    const all = {
      ...fields,
      ...text?.fields,
      line: one.line,
      digest: digestOf(one.line, one.text),
      ...(space && { vector: toBase64(vectorOf(space, terms)) }),
    };
    for (const term of terms) term.count = 0;
    return {
      own: operation(document.id, all),
      pages: pages.map((page, i) => {
        const kept = { document: page.id, page: page.page, line: JSON.stringify(page) };
        return operation(pageId(page.id, page.page), { ...kept, ...text?.pages[i] });
      }),
    };
  }

  return {
    async load(target, documents) {
      const own = createOutbox(cluster, target.documents);
      const pages = createOutbox(cluster, target.pages);
      for (const one of documents) {
        const operations = await operationsOf(one);
        for (const page of operations.pages) await pages.put(page);
        await own.put(operations.own);
      }
      await pages.send();
      await own.send();
    },
    async counted() {
      const counts = <Entry>(entries: ReadonlyMap<string, Entry>, of: (entry: Entry) => number) =>
        new Map(
          Array.from(entries, ([text, entry]) => [text, of(entry)] as const).filter(
            ([, documents]) => documents > 0,
          ),
        );
      const { words, terms } = lexicon;
      return {
        printed: counts(words, ({ documents }) => documents),
        held: counts(terms, ({ documents }) => documents),
        printedInTexts: counts(words, ({ texts }) => texts),
        heldInTexts: counts(terms, ({ texts }) => texts),
        heldInEither: counts(terms, inEither),
      };
    },
    async loadWords(index, words) {
      const lines = words.map((one) => {
        const index = { _id: asToken(one.word) };
        const fields = { ...one, keys: keysOf(one.word, one.printed_most > 0) };
        return `${JSON.stringify({ index })}\n${JSON.stringify(fields)}\n`;
      });
      await sendLines(cluster, index, lines);
    },
  };
}

const operation = (id: string, fields: object): string =>
  `${JSON.stringify({ index: { _id: id } })}\n${JSON.stringify(fields)}\n`;

/** A number by which a document is known to be the same as before, its text too. */
export const digestOf = (line: string, text: TextPlace | undefined): number =>
  contentHash(text ? `${line}\n${text.digest}` : line);

/** What the other spellings of a word share with it; of words that are only held, those in characters. */
export const keysOf = (word: string, isPrinted: boolean): string[] =>
  isPrinted || HAN.test(word) ? spellingKeys(word) : [];
