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
      async search({ text, isPhrase, isPrefix, years }, limit) {
        if (isPrefix) return (await engine.suggest(text, limit)).map(({ id }) => id);
        const { hits } = await engine.search({
          text: isPhrase ? `"${text}"` : text,
          filter: years ? { from: `${years[0]}-01-01`, to: `${years[1]}-12-31` } : {},
          sort: 'relevance',
          offset: 0,
          limit,
        });
        return hits.map(({ id }) => id);
      },
    };
  },
};

/** A document with nothing in it but what the collection gives. */
const toDocument = ({ id, title, text, year }: Entry): Document => ({
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
