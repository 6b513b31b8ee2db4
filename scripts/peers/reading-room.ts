import type { Document } from '../../src/data/corpus/document.ts';
import { parseDate } from '../../src/data/dates/parse.ts';
import { openEngine } from '../../src/search/minisearch/engine.ts';
import { loadNames } from '../../src/search/minisearch/names/authority.ts';
import {
  fillShelf,
  type Indexed,
  indexDocuments,
  inPlaces,
} from '../../src/search/minisearch/shelf.ts';
import { packSnapshot, unpackSnapshot } from '../../src/search/minisearch/snapshot/snapshot.ts';
import type { Peer, PeerDocument, PeerKind } from './peer.ts';

/** The product's own engine, as the bot uses it. */
export const readingRoom: PeerKind = {
  name: 'reading-room',
  async build(entries) {
    const documents = placed(entries);
    return asPeer(documents, indexDocuments(documents));
  },
  async load(snapshot, entries) {
    const indexed = unpackSnapshot(Buffer.from(snapshot), ORIGIN);
    if (!indexed) throw new Error('the snapshot is not its own');
    return asPeer(placed(entries), indexed);
  },
};

/** The comparison keeps no snapshot from one time to the next. */
const ORIGIN = { corpus: '', settings: '' };

/** Documents are read from the corpus, snapshot or none: what that takes counts for neither. */
function placed(entries: readonly PeerDocument[]): Document[] {
  const made = MADE.get(entries) ?? inPlaces(entries.map(toDocument));
  MADE.set(entries, made);
  return made;
}

const MADE = new WeakMap<readonly PeerDocument[], Document[]>();

function asPeer(documents: readonly Document[], indexed: Indexed): Peer {
  const engine = openEngine(fillShelf(documents, indexed, loadNames()));
  return {
    async search({ text, isPhrase, isPrefix, years }, limit) {
      if (isPrefix) return (await engine.suggest(text, limit)).map(({ id }) => id);
      const { hits } = await engine.search({
        text: isPhrase ? `"${text}"` : text,
        filter: years ? { from: `${years[0]}-01-01`, to: `${years[1]}-12-31` } : {},
        sort: 'relevance',
        offset: 0,
        limit,
      });
      return hits.map(({ document }) => document.id);
    },
    snapshot: () => packSnapshot(indexed, ORIGIN, true),
  };
}

/** A document with nothing in it but what the collection gives. */
const toDocument = ({ id, title, text, year }: PeerDocument): Document => ({
  id,
  title: title.trim() || '[Untitled]',
  date: parseDate(year === undefined ? '' : String(year)).date,
  description: text,
  collection: '',
  url: null,
  creators: null,
  people: null,
  places: null,
  subjects: null,
  languages: null,
  type: null,
  source: null,
  identifier: null,
  rights: null,
});
