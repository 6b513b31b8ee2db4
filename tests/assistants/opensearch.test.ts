import { expect, test } from 'vitest';
import { archiveOf } from '../support/archives.ts';
import { assistantOn } from '../support/assistant.ts';
import { aliasesOf, loadArchive, testCluster } from '../support/opensearch.ts';
import { CALLS, coverage, documents, pages } from './fixtures.ts';

const place = testCluster('TEST_OPENSEARCH_URL');

test.skipIf(!place)('an archive in OpenSearch tells assistants the same', async () => {
  if (!place) return;
  const holdings = { documents, coverage, pages };
  const own = await assistantOn(archiveOf(documents, { coverage, pages }));
  const other = await assistantOn(await loadArchive(place, aliasesOf(place.cluster)(), holdings));
  for (const [tool, input] of CALLS) {
    const [mine, theirs] = [await own.call(tool, input), await other.call(tool, input)];
    expect(theirs.told, tool).toEqual(mine.told);
    expect(mine.told.results.length, tool).toBeGreaterThan(0);
  }
});
