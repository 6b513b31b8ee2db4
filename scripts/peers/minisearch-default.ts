import MiniSearch from 'minisearch';
import type { PeerKind } from './peer.ts';

/** MiniSearch with nothing but its fields named. */
export const minisearchDefault: PeerKind = {
  name: 'minisearch-default',
  async build(documents) {
    const index = new MiniSearch({ fields: ['title', 'text'] });
    index.addAll(documents);
    return {
      search: async (text, limit) =>
        index
          .search(text)
          .slice(0, limit)
          .map(({ id }) => id),
    };
  },
};
