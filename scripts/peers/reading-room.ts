import { type PackedDocuments, packDocuments } from '../../src/data/corpus/packed-documents.ts';
import { UserError } from '../../src/errors.ts';
import type { Meaning } from '../../src/search/embeddings/meaning.ts';
import { type IndexData, indexDocuments } from '../../src/search/index/index-documents.ts';
import { openEngine } from '../../src/search/minisearch/engine.ts';
import { openIndex } from '../../src/search/minisearch/search-index.ts';
import { packSnapshot, unpackSnapshot } from '../../src/search/minisearch/snapshot/snapshot.ts';
import { loadNames } from '../../src/search/names/authority.ts';
import { changeArchive } from './change-archive.ts';
import type { Peer, PeerDocument, PeerKind } from './peer.ts';
import { toDocument } from './to-document.ts';

/** The product's own engine, as the bot uses it. */
export const readingRoom: PeerKind = {
  name: 'reading-room',
  prepare: recorded,
  change: changeArchive,
  async build(entries) {
    const documents = recorded(entries);
    return asPeer(documents, indexDocuments(documents));
  },
  async load(snapshot, entries) {
    const kept = unpackSnapshot(Buffer.from(snapshot), SETTINGS);
    if (!kept) throw new Error('the snapshot is not its own');
    return asPeer(recorded(entries), kept.data);
  },
};

/** The comparison keeps no snapshot from one time to the next. */
const SETTINGS = '';

/** Documents are read from the corpus, snapshot or none: what that takes is no part of either. */
export function recorded(entries: readonly PeerDocument[]): PackedDocuments {
  const made = MADE.get(entries) ?? packDocuments(entries.map(toDocument));
  MADE.set(entries, made);
  return made;
}

const MADE = new WeakMap<readonly PeerDocument[], PackedDocuments>();

/** @param meaning what a model says of the documents, if one is asked */
export function asPeer(documents: PackedDocuments, data: IndexData, meaning?: Meaning): Peer {
  const engine = openEngine(openIndex(documents, data, loadNames()), meaning);
  return {
    async search({ text, isPhrase, isPrefix, hasFacets, years }, limit) {
      if (isPrefix) return (await engine.suggest(text, limit)).map(({ id }) => id);
      const { hits, modelFailure } = await engine.search({
        text: isPhrase ? `"${text}"` : text,
        filter: years ? { from: `${years[0]}-01-01`, to: `${years[1]}-12-31` } : {},
        sort: 'relevance',
        facets: hasFacets,
        byMeaning: true,
        offset: 0,
        limit,
      });
      // What was ranked by words alone is no measure of a model.
      if (modelFailure)
        throw new UserError(`The model gave no vector of a question (${modelFailure}).`);
      return hits.map(({ document }) => document.id);
    },
    snapshot: () =>
      packSnapshot(
        { corpus: '', isCanonical: true, positions: documents.positions, data },
        SETTINGS,
      ),
  };
}
