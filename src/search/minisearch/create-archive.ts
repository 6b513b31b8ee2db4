import type { Document } from '../../data/corpus/document.ts';
import type { Archive } from '../archive.ts';
import { createCollections, type Loaded } from './collections.ts';
import { UNDATED } from './columns.ts';
import { type DateIndex, indexDates } from './date-index.ts';
import { createDated } from './dated.ts';
import { drawFrom } from './draw-from.ts';
import { openEngine } from './engine.ts';
import { exampleOf } from './example.ts';
import { createHoldings } from './holdings.ts';
import type { Name } from './names/authority.ts';
import { fillShelf, indexDocuments, inPlaces, type Shelf } from './shelf.ts';

/**
 * An archive that holds everything in memory, in the thread that asks.
 * @param names what persons and places are also called
 */
export function createArchive(corpus: Loaded, names: readonly Name[] = []): Archive {
  const placed = inPlaces(corpus.documents);
  return openArchive(corpus, fillShelf(placed, indexDocuments(placed), names));
}

/** An archive over a corpus that has been indexed. */
export function openArchive(corpus: Loaded, shelf: Shelf): Archive {
  const { documents } = corpus;
  let dates: DateIndex | undefined;
  const index = () => {
    dates ??= indexDates(documents, ranksOf(documents, shelf));
    return dates;
  };
  return {
    ...openEngine(shelf),
    ...createHoldings(shelf),
    ...createDated(index, shelf),
    ...createCollections(corpus, shelf.columns),
    draw: async (filter, seen, seed) => drawFrom(shelf, filter, new Set(seen), seed),
    example: async () => exampleOf(documents) ?? null,
  };
}

/** The order of the dates of documents in the order of the corpus. */
const ranksOf = (documents: readonly Document[], { columns, placeOf }: Shelf): Uint32Array =>
  Uint32Array.from(documents, ({ id }) => columns.ranks[placeOf(id) ?? 0] ?? UNDATED);
