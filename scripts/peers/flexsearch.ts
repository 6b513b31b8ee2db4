import { Document } from 'flexsearch';
import type { PeerDocument, PeerKind } from './peer.ts';

/** FlexSearch for documents, in English, with hits that lack some of the words. */
export const flexsearch: PeerKind = {
  name: 'flexsearch',
  async build(documents) {
    const index = new Document<PeerDocument>({
      document: { id: 'id', index: ['title', 'text'] },
      encoder: 'LatinBalance',
    });
    for (const document of documents) index.add(document);
    return {
      async search({ text, isPhrase, isPrefix, isMisspelt, isName, years, hasFacets }, limit) {
        if (isPhrase || isPrefix || isMisspelt || isName || years || hasFacets) return null;
        const found = await index.search(text, { limit, suggest: true, merge: true });
        return found.map(({ id }) => String(id)).slice(0, limit);
      },
    };
  },
};
