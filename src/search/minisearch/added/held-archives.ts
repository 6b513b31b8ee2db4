import { packLines } from '../../../data/corpus/packed-documents.ts';
import type { Archive } from '../../archive.ts';
import { indexDocuments } from '../../index/index-documents.ts';
import type { Name } from '../../names/authority.ts';
import { openArchive } from '../create-archive.ts';
import { openIndex } from '../search-index.ts';

/** So many documents of all servers are held at once. */
const MOST_HELD = 60_000;
/** Of a server its latest additions, and those before: who began with them may finish. */
const OF_A_SERVER = 2;

type Held = { server: string; archive: Archive; documents: number };

/** The additions of servers that are held at the moment, by number. */
export type HeldArchives = {
  /** Indexes documents, and lets go what nobody has asked for the longest time. */
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
    let sum = [...held.values()].reduce((all, { documents }) => all + documents, 0);
    for (const [number, { documents }] of held) {
      if (sum <= most || number === latest) return;
      held.delete(number);
      sum -= documents;
    }
  }

  return {
    open(number, server, lines) {
      const documents = packLines(lines);
      const index = openIndex(documents, indexDocuments(documents), names);
      const beside = { coverage: [], series: new Map(), readAt: new Date() };
      const archive = openArchive(index, beside);
      held.set(number, { server, archive, documents: documents.length });
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
