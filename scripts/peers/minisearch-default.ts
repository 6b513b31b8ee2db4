import MiniSearch, { type Options } from 'minisearch';
import type { Peer, PeerDocument, PeerKind } from './peer.ts';

const OPTIONS: Options<PeerDocument> = { fields: ['title', 'text'], storeFields: ['year'] };

/** MiniSearch with nothing but its fields named; prefixes and misspellings as it does them where asked. */
export const minisearchDefault: PeerKind = {
  name: 'minisearch-default',
  async build(documents) {
    const index = new MiniSearch(OPTIONS);
    index.addAll(documents);
    return asPeer(index);
  },
  load: async (snapshot) => asPeer(MiniSearch.loadJSON(String(snapshot), OPTIONS)),
};

const asPeer = (index: MiniSearch<PeerDocument>): Peer => ({
  async search({ text, isPhrase, isPrefix, isMisspelt, isName, years, hasFacets }, limit) {
    if (isPhrase || isName || hasFacets) return null;
    const [from = 0, to = 0] = years ?? [];
    const found = index.search(text, {
      ...(isPrefix ? { prefix: true } : {}),
      ...(isMisspelt ? { fuzzy: 0.2 } : {}),
      ...(years ? { filter: ({ year }) => year >= from && year <= to } : {}),
    });
    return found.slice(0, limit).map(({ id }) => id);
  },
  snapshot: () => JSON.stringify(index),
});
