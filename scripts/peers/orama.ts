import { create, insertMultiple, search } from '@orama/orama';
import type { PeerKind } from './peer.ts';

/** Orama with English stems. */
export const orama: PeerKind = {
  name: 'orama',
  async build(documents) {
    const index = create({
      schema: { title: 'string', text: 'string' } as const,
      components: { tokenizer: { language: 'english', stemming: true } },
    });
    await insertMultiple(index, [...documents], 500);
    return {
      async search(term, limit) {
        const { hits } = await search(index, { term, limit });
        return hits.map(({ id }) => id);
      },
    };
  },
};
