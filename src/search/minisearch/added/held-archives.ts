import { NEW } from '../../../data/corpus/check-lines.ts';
import { type PackedDocuments, packLines } from '../../../data/corpus/packed-documents.ts';
import type { Archive } from '../../archive.ts';
import { type Earlier, type IndexData, indexDocuments } from '../../index/index-documents.ts';
import type { Name } from '../../names/authority.ts';
import { createSpellings, type Spellings } from '../../names/spellings.ts';
import { openArchive } from '../create-archive.ts';
import { openIndex } from '../search-index.ts';

/** So many documents of all servers are held at once, which take about 5 KB each. */
const MOST_HELD = 40_000;
/** Of a server its latest additions, and those before: who began with them may finish. */
const OF_A_SERVER = 2;

type Held = {
  server: string;
  archive: Archive;
  documents: PackedDocuments;
  data: IndexData;
  spellings: Spellings;
};

/** The additions of servers that are held at the moment, by number. */
export type HeldArchives = {
  /** Indexes what is new of a server's documents, and lets go what nobody has asked for the longest time. */
  open(number: number, server: string, lines: readonly string[]): void;
  /** Undefined if it isn't held any more. */
  find(number: number): Archive | undefined;
};

/**
 * Holds additions of servers, each indexed by itself: the words of one have no part in another.
 * @param names what persons and places are also called
 */
export function createHeldArchives(names: readonly Name[], most = MOST_HELD): HeldArchives {
  // The last in the map is what was asked last.
  const held = new Map<number, Held>();

  function letGo(server: string, latest: number): void {
    const own = [...held].filter(([, one]) => one.server === server).map(([number]) => number);
    for (const number of own.slice(0, -OF_A_SERVER)) held.delete(number);
    let sum = [...held.values()].reduce((all, { documents }) => all + documents.length, 0);
    for (const [number, { documents }] of held) {
      if (sum <= most || number === latest) return;
      held.delete(number);
      sum -= documents.length;
    }
  }

  return {
    open(number, server, lines) {
      const before = [...held.values()].findLast((one) => one.server === server);
      const documents = packLines(lines);
      // What they are about isn't compared with the corpus, whose words alone rank them.
      const data = indexDocuments(documents, before && earlierOf(before, documents), false);
      const { spellings = createSpellings() } = before ?? {};
      const index = openIndex(documents, data, names, spellings);
      const archive = openArchive(index, { coverage: [], series: new Map(), readAt: new Date() });
      held.set(number, { server, archive, documents, data, spellings });
      letGo(server, number);
    },
    find(number) {
      const one = held.get(number);
      if (!one) return undefined;
      held.delete(number);
      held.set(number, one);
      return one.archive;
    },
  };
}

/** Which of a server's documents have been indexed before. */
function earlierOf(before: Pick<Held, 'documents' | 'data'>, documents: PackedDocuments): Earlier {
  const earlierOrdinals = new Int32Array(documents.length).fill(NEW);
  for (const ordinal of earlierOrdinals.keys()) {
    const known = before.documents.ordinalOf(documents.idAt(ordinal));
    if (known === undefined) continue;
    const isSame = before.documents.lineAt(known).equals(documents.lineAt(ordinal));
    if (isSame) earlierOrdinals[ordinal] = known;
  }
  return { data: before.data, earlierOrdinals };
}
