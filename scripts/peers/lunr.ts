import lunr from 'lunr';
import type { PeerKind } from './peer.ts';

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
    return {
      search: async (text, limit) =>
        index
          .query((query) => query.term(lunr.tokenizer(text), {}))
          .slice(0, limit)
          .map(({ ref }) => ref),
    };
  },
};
