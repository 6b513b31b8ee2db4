import { describe, expect, it } from 'vitest';
import { createArchive } from '../../../src/search/minisearch/create-archive.ts';
import { openCluster } from '../../../src/search/opensearch/cluster.ts';
import { aDocument, aPage } from '../../support/documents.ts';
import { aliasesOf, loadArchive, testCluster } from '../../support/opensearch.ts';
import { aQuery, found } from '../queries.ts';

const place = testCluster('TEST_OPENSEARCH_URL');

describe.skipIf(!place)('a long document', () => {
  const { cluster, urls } = place ?? { cluster: openCluster({ urls: [] }), urls: [] };
  const ownAlias = aliasesOf(cluster);

  it('is loaded, whatever it repeats and however long its values are', async () => {
    const words = Array.from({ length: 200 }, (_, i) => `wheat${i}`);
    const long = 'ö'.repeat(40_000);
    const table = aDocument({
      id: 'table',
      description: Array(300).fill(words.join(' ')).join('. '),
      collection: long,
      rights: [long],
      type: [long],
      languages: [long],
      people: [long],
    });
    const letter = aDocument({ id: 'letter', description: 'Of wheat7, once.' });
    const archive = await loadArchive({ cluster, urls }, ownAlias(), {
      documents: [letter, table],
    });
    expect(await found(archive, 'wheat7')).toEqual(['table', 'letter']);
  });

  it('shows the best passage of many pages that all hold the words', async () => {
    const filling = 'of no use '.repeat(20);
    const apart = `${filling} sugar ${filling} guards ${filling}`;
    const pages = Array.from({ length: 40 }, (_, i) =>
      aPage({ page: i + 1, text: i + 1 === 30 ? `${filling} sugar for guards ${filling}` : apart }),
    );
    const holdings = { documents: [aDocument()], pages };
    const archive = await loadArchive({ cluster, urls }, ownAlias(), holdings);
    const embedded = createArchive({
      ...holdings,
      coverage: [],
      series: new Map(),
      readAt: new Date(),
    });
    for (const [text, page] of [
      ['sugar guards', 30],
      ['"sugar for guards"', 30],
      ['"use of no use sugar"', 1],
    ] as const) {
      const [one, same] = [await archive.search(aQuery(text)), await embedded.search(aQuery(text))];
      expect(one.hits.map((hit) => hit.page?.page)).toEqual([page]);
      expect(one.hits[0]?.snippet).toEqual(same.hits[0]?.snippet);
      const window = { offset: 1, limit: 3 };
      expect(await archive.passagesIn('a-document', { text }, window)).toEqual(
        await embedded.passagesIn('a-document', { text }, window),
      );
    }
  });
});
