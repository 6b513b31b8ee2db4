import type { PackedDocuments } from '../../../data/corpus/packed-documents.ts';
import type { Cluster, ClusterAddress } from '../cluster.ts';
import { documentsIndex, type Shape, wordsIndex } from '../mapping.ts';
import { CHANGED_WITHIN_MS, entryTo, wordsOf } from '../versions.ts';
import type { LineToLoad, Word, WordCounts } from './analyst.ts';
import { type Analysts, openAnalysts } from './analysts.ts';
import { type Space, survey } from './survey.ts';
import { toBase64 } from './vectors.ts';

/** Documents and words of one request. */
const A_PART = 500;

/** The documents of a corpus, and of each how many repeat its title before it and where it stands. */
export type CorpusLines = {
  documents: PackedDocuments;
  repeats: Uint32Array;
  positions: ArrayLike<number>;
};

export type Progressed = (loaded: number, of: number) => void;

/**
 * Makes the two indices of a corpus, which nobody reads yet.
 * @returns what they were made with
 */
export async function loadWhole(
  cluster: Cluster,
  address: ClusterAddress,
  index: string,
  lines: CorpusLines,
  shape: Shape,
  progressed: Progressed,
): Promise<{ meanLength: number; width: number }> {
  const { documents } = lines;
  const surveyed = survey(documents);
  const words = wordsOf(index);
  await create(cluster, index, documentsIndex(shape));
  await create(cluster, words, wordsIndex(shape));
  const analysts = openAnalysts(cluster, address, surveyed, documents.length);
  try {
    const ordinals = Array.from({ length: documents.length }, (_, ordinal) => ordinal);
    await loadDocuments(analysts, index, lines, ordinals, progressed);
    await loadWords(analysts, words, wordsIn(await analysts.counted(), surveyed.space));
  } finally {
    await analysts.close();
  }
  return { meanLength: surveyed.meanLength, width: surveyed.space?.width ?? 0 };
}

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
  index: string,
  { documents, repeats, positions }: CorpusLines,
  ordinals: readonly number[],
  progressed: Progressed,
): Promise<void> {
  let loaded = 0;
  const lineOf = (ordinal: number): LineToLoad => ({
    line: documents.lineAt(ordinal).toString(),
    repeats: repeats[ordinal] ?? 0,
    position: positions[ordinal] ?? 0,
  });
  await inParts(ordinals, async (part) => {
    await analysts.load(index, part.map(lineOf));
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

function wordsIn({ printed, held }: WordCounts, space: Space | undefined): Word[] {
  const rowOf = new Map(space?.terms.map((term, row) => [term, row]));
  const rowAt = (row: number | undefined) =>
    space && row !== undefined
      ? toBase64(space.directions.subarray(row * space.width, (row + 1) * space.width))
      : undefined;
  return [...new Set([...printed.keys(), ...held.keys()])].map((word) => ({
    word,
    printed: printed.get(word) ?? 0,
    frequency: held.get(word) ?? 0,
    vector: rowAt(rowOf.get(word)),
  }));
}
