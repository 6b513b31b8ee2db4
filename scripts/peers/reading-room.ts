import { parseDate } from '../../src/data/date/parse.ts';
import type { Document } from '../../src/data/document.ts';
import { createMiniSearchEngine } from '../../src/search/minisearch.ts';
import { loadNames } from '../../src/search/names/authority.ts';
import type { Entry, PeerKind } from './peer.ts';

/** The product's own engine, as the bot uses it. */
export const readingRoom: PeerKind = {
  name: 'reading-room',
  async build(documents) {
    const engine = createMiniSearchEngine(documents.map(toDocument), loadNames());
    return {
      async search(text, limit) {
        const query = { text, filter: {}, sort: 'relevance' as const, offset: 0, limit };
        const { hits } = await engine.search(query);
        return hits.map(({ id }) => id);
      },
    };
  },
};

const { date: UNDATED } = parseDate('');

/** A document with nothing in it but what the collection gives. */
const toDocument = ({ id, title, text }: Entry): Document => ({
  id,
  title: title.trim() || '[Untitled]',
  date: UNDATED,
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
