import type { PackedDocuments } from '../../../data/corpus/packed-documents.ts';
import type { Cluster, ClusterAddress } from '../cluster.ts';
import { documentsIndex, pagesIndex, type Shape, wordsIndex } from '../mapping.ts';
import { CHANGED_WITHIN_MS, entryTo, pagesOf, wordsOf } from '../versions.ts';
import type { Counted, LineToLoad, Target, Word } from './analyst.ts';
import { type Analysts, openAnalysts } from './analysts.ts';
import { type Space, type Survey, survey } from './survey.ts';
import type { TextPlace, TextPlaces } from './text-places.ts';
import { toBase64 } from './vectors.ts';

/** Documents and words of one request. */
const A_PART = 500;

/** The documents of a corpus with their texts, and how many repeat the title of each before it and where it stands. */
export type CorpusLines = {
  documents: PackedDocuments;
  texts: TextPlaces;
  repeats: Uint32Array;
  positions: ArrayLike<number>;
};

export type Progressed = (loaded: number, of: number) => void;

/**
 * Makes the indices of a corpus, which nobody reads yet.
 * @returns what they were made with
 */
export async function loadWhole(
  cluster: Cluster,
  address: ClusterAddress,
  index: string,
  lines: CorpusLines,
  shape: Shape,
  progressed: Progressed,
): Promise<Survey> {
  const { documents, texts } = lines;
  const surveyed = await survey(documents, textsIn(documents, texts));
  const words = wordsOf(index);
  await create(cluster, index, documentsIndex(shape));
  await create(cluster, pagesOf(index), pagesIndex(shape));
  await create(cluster, words, wordsIndex(shape));
  const analysts = openAnalysts(cluster, address, surveyed, documents.length);
  try {
    const ordinals = Array.from({ length: documents.length }, (_, ordinal) => ordinal);
    const target = { documents: index, pages: pagesOf(index) };
    await loadDocuments(analysts, target, lines, ordinals, progressed);
    await loadWords(analysts, words, wordsIn(await analysts.counted(), surveyed.space));
  } finally {
    await analysts.close();
  }
  return surveyed;
}

/** The texts of documents that there are. */
export const textsIn = (documents: PackedDocuments, texts: TextPlaces): TextPlace[] =>
  [...texts].flatMap(([id, text]) => (documents.ordinalOf(id) === undefined ? [] : text));

const create = (cluster: Cluster, index: string, settings: object) => {
  const body = { ...settings, aliases: { [entryTo(index)]: {} } };
  return cluster.ask({
    method: 'PUT',
    path: `/${index}`,
    body,
    timeoutMs: CHANGED_WITHIN_MS,
    isOnce: true,
  });
};

/** Loads the documents of some ordinals. */
export async function loadDocuments(
  analysts: Analysts,
  target: Target,
  { documents, texts, repeats, positions }: CorpusLines,
  ordinals: readonly number[],
  progressed: Progressed,
): Promise<void> {
  let loaded = 0;
  const lineOf = (ordinal: number): LineToLoad => ({
    line: documents.lineAt(ordinal).toString(),
    repeats: repeats[ordinal] ?? 0,
    position: positions[ordinal] ?? 0,
    text: texts.get(documents.idAt(ordinal)),
  });
  await inParts(ordinals, async (part) => {
    await analysts.load(target, part.map(lineOf));
    loaded += part.length;
    progressed(loaded, ordinals.length);
  });
}

const loadWords = (analysts: Analysts, index: string, words: readonly Word[]) =>
  inParts(words, (part) => analysts.loadWords(index, part));

/** As many parts at a time as are taken; the rest needn't be made yet, nor after one has failed. */
async function inParts<One>(
  all: readonly One[],
  load: (part: readonly One[]) => Promise<void>,
): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < all.length) {
      const part = all.slice(next, next + A_PART);
      next += A_PART;
      await load(part).catch((error) => {
        next = all.length;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}

/** More than all analysts take together. */
const AT_A_TIME = 16;

function wordsIn(counted: Counted, space: Space | undefined): Word[] {
  const rowOf = new Map(space?.terms.map((term, row) => [term, row]));
  const rowAt = (row: number | undefined) =>
    space && row !== undefined
      ? toBase64(space.directions.subarray(row * space.width, (row + 1) * space.width))
      : undefined;
  const all = new Set(Object.values(counted).flatMap((counts) => [...counts.keys()]));
  return Array.from(all, (word) => {
    const { printed, held, printedInTexts, heldInTexts, heldInEither } = counted;
    const count = (counts: Map<string, number>) => counts.get(word) ?? 0;
    return {
      word,
      printed: count(printed),
      frequency: count(held),
      printed_texts: count(printedInTexts),
      frequency_texts: count(heldInTexts),
      printed_most: Math.max(count(printed), count(printedInTexts)),
      frequency_both: count(heldInEither),
      vector: rowAt(rowOf.get(word)),
    };
  });
}
