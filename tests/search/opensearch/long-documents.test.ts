import { afterAll, describe, expect, it } from 'vitest';
import { openCluster } from '../../../src/search/opensearch/cluster.ts';
import { aDocument } from '../../support/documents.ts';
import { anAlias, loadArchive, removeAlias, testCluster } from '../../support/opensearch.ts';
import { found } from '../queries.ts';

const place = testCluster('TEST_OPENSEARCH_URL');

describe.skipIf(!place)('a long document', () => {
  const { cluster, urls } = place ?? { cluster: openCluster({ urls: [] }), urls: [] };
  const alias = anAlias();
  afterAll(async () => {
    await removeAlias(cluster, alias);
    await cluster.close();
  });

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
    const archive = await loadArchive({ cluster, urls }, alias, { documents: [letter, table] });
    expect(await found(archive, 'wheat7')).toEqual(['table', 'letter']);
  });
});
