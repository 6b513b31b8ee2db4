import { describe } from 'vitest';
import type { Archive } from '../../src/search/archive.ts';
import { forwardTo, putTo } from '../../src/search/forward.ts';
import { openCluster } from '../../src/search/opensearch/cluster.ts';
import type { Shape } from '../../src/search/opensearch/mapping.ts';
import { aliasesOf, loadArchive, testCluster } from '../support/opensearch.ts';
import { type Create, testArchive } from './archive.ts';

/**
 * What every archive owes, of one in OpenSearch.
 * @param variable has the addresses of the nodes
 */
export function testInOpenSearch(name: string, variable: string, shape: Shape): void {
  const place = testCluster(variable) ?? { urls: [], cluster: openCluster({ urls: [] }) };
  describe.skipIf(place.urls.length === 0)('owes', () => {
    const ownAlias = aliasesOf(place.cluster);

    /** An archive that is loaded with the first question. */
    const create: Create = (holdings) => {
      let loading: Promise<Archive> | undefined;
      return forwardTo(async (question) => {
        loading ??= loadArchive(place, ownAlias(), holdings, shape);
        return putTo(await loading, question);
      });
    };
    testArchive(name, create);
  });
}
