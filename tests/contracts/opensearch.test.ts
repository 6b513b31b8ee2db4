import { afterAll, describe } from 'vitest';
import type { Archive } from '../../src/search/archive.ts';
import { forwardTo, putTo } from '../../src/search/forward.ts';
import type { Shape } from '../../src/search/opensearch/mapping.ts';
import { anAlias, loadArchive, removeAliases, testCluster } from '../support/opensearch.ts';
import { type Create, testArchive } from './archive.ts';

const PLACES: readonly { name: string; variable: string; shape: Shape }[] = [
  { name: 'OpenSearch', variable: 'TEST_OPENSEARCH_URL', shape: { shards: 1, replicas: 0 } },
  {
    name: 'OpenSearch on three nodes',
    variable: 'TEST_OPENSEARCH_CLUSTER_URL',
    shape: { shards: 3, replicas: 1 },
  },
];

describe.each(PLACES)('$name', ({ name, variable, shape }) => {
  const place = testCluster(variable);
  const aliases: string[] = [];
  afterAll(async () => {
    if (place) await removeAliases(place.cluster, aliases);
    await place?.cluster.close();
  }, 60_000);

  /** An archive that is loaded with the first question. */
  const create: Create = (holdings) => {
    let loading: Promise<Archive> | undefined;
    return forwardTo(async (question) => {
      if (!place) throw new Error(`${variable} names no cluster`);
      if (!loading) {
        const alias = anAlias();
        aliases.push(alias);
        loading = loadArchive(place, alias, holdings, shape);
      }
      return putTo(await loading, question);
    });
  };
  describe.skipIf(!place)('owes', () => testArchive(name, create));
});
