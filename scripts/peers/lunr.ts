import lunr from 'lunr';
import type { Peer, PeerKind } from './peer.ts';

/** Lunr with its own stop words and stems; what is asked is taken as words, not as its syntax. */
export const lunrDefault: PeerKind = {
  name: 'lunr',
  async build(documents) {
    const index = lunr((builder) => {
      builder.ref('id');
      builder.field('title');
      builder.field('text');
      for (const document of documents) builder.add(document);
    });
    return asPeer(index);
  },
  load: async (snapshot) => asPeer(lunr.Index.load(JSON.parse(String(snapshot)))),
};

const asPeer = (index: lunr.Index): Peer => ({
  async search({ text, isPhrase, isPrefix, isMisspelt, isName, years, hasFacets }, limit) {
    if (isPhrase || isName || years || hasFacets) return null;
    const found = index.query((query) =>
      query.term(lunr.tokenizer(text), {
        ...(isPrefix ? { wildcard: lunr.Query.wildcard.TRAILING } : {}),
        ...(isMisspelt ? { editDistance: 1 } : {}),
      }),
    );
    return found.slice(0, limit).map(({ ref }) => ref);
  },
  snapshot: () => JSON.stringify(index),
});
