import { ordinalsByPosition, type PackedDocuments } from '../../../data/corpus/packed-documents.ts';
import type { Cluster } from '../cluster.ts';
import { repeatsIn } from '../fields/document-fields.ts';
import { columnOf, columns, idIn } from '../pinned-index.ts';
import { scan } from '../scan.ts';
import { digestOf } from './analyst.ts';
import type { CorpusLines } from './load-whole.ts';
import { stablePositions } from './stable-positions.ts';
import type { TextPlaces } from './text-places.ts';
import { titleRepeats } from './title-repeats.ts';

/** A document that an index holds, and how many pages it has there. */
export type Replaced = { id: string; pages: number };

/** What must be done to an index, so that it holds another corpus. */
export type Changes = {
  lines: CorpusLines;
  /** The documents that are new, or aren't as or where they were, by their ordinals. */
  affected: readonly number[];
  /** Those that the index holds and that are affected or gone, each with how many pages it has there. */
  replaced: readonly Replaced[];
  /** How many are new or say something else, and how many are gone. */
  changed: number;
  removed: number;
};

/**
 * Compares a corpus with an index by a digest of each document with its text.
 * @returns undefined where documents can't keep their places
 */
export async function findChanges(
  cluster: Cluster,
  index: string,
  documents: PackedDocuments,
  texts: TextPlaces,
): Promise<Changes | undefined> {
  const { length } = documents;
  const digests = new Float64Array(length).fill(Number.NaN);
  const earlier: (number | undefined)[] = Array(length);
  const ranks = new Int32Array(length).fill(-1);
  const pages = new Uint32Array(length);
  const gone: Replaced[] = [];
  const wanted = columns('digest', 'position', 'title_rank', 'text_pages');
  for await (const hit of scan(cluster, index, 'id', wanted)) {
    const ordinal = documents.ordinalOf(idIn(hit));
    const own = columnOf<number>(hit, 'text_pages') ?? 0;
    if (ordinal === undefined) gone.push({ id: idIn(hit), pages: own });
    else {
      pages[ordinal] = own;
      digests[ordinal] = columnOf<number>(hit, 'digest') ?? Number.NaN;
      ranks[ordinal] = repeatsIn(columnOf<number>(hit, 'title_rank') ?? 0);
      earlier[documents.positions[ordinal] ?? 0] = columnOf<number>(hit, 'position');
    }
  }
  const inOrder = stablePositions(earlier);
  if (!inOrder) return undefined;
  const repeats = titleRepeats(documents, ranks);
  const affected: number[] = [];
  let changed = 0;
  const replaced: Replaced[] = [...gone];
  const positions = new Float64Array(length);
  for (const [position, ordinal] of ordinalsByPosition(documents.positions).entries()) {
    positions[ordinal] = inOrder[position] ?? 0;
    const id = documents.idAt(ordinal);
    const line = documents.lineAt(ordinal).toString();
    const isSame = digests[ordinal] === digestOf(line, texts.get(id));
    const isInPlace =
      earlier[position] === inOrder[position] && ranks[ordinal] === repeats[ordinal];
    if (!isSame) changed += 1;
    if (isSame && isInPlace) continue;
    affected.push(ordinal);
    if (!Number.isNaN(digests[ordinal])) replaced.push({ id, pages: pages[ordinal] ?? 0 });
  }
  const lines = { documents, texts, repeats, positions };
  return { lines, affected, replaced, changed, removed: gone.length };
}
