import { create, insertMultiple, load, save, search } from '@orama/orama';
import type { Peer, PeerKind } from './peer.ts';

const SCHEMA = { title: 'string', text: 'string', year: 'number' } as const;
const empty = () =>
  create({
    schema: SCHEMA,
    components: { tokenizer: { language: 'english', stemming: true } },
  });

/** Orama with English stems. */
export const orama: PeerKind = {
  name: 'orama',
  async build(documents) {
    const index = empty();
    await insertMultiple(index, [...documents], 500);
    return asPeer(index);
  },
  async load(snapshot) {
    const index = empty();
    load(index, JSON.parse(String(snapshot)));
    return asPeer(index);
  },
};

const asPeer = (index: ReturnType<typeof empty>): Peer => ({
  async search({ text, isPhrase, isMisspelt, isName, years, hasFacets }, limit) {
    if (isPhrase || isName || hasFacets) return null;
    const { hits } = await search(index, {
      term: text,
      limit,
      ...(isMisspelt ? { tolerance: 1 } : {}),
      ...(years ? { where: { year: { between: [years[0], years[1]] } } } : {}),
    });
    return hits.map(({ id }) => id);
  },
  snapshot: () => JSON.stringify(save(index)),
});
