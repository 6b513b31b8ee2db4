import { describe, expect, onTestFinished, test } from 'vitest';
import { startFollowing } from '../../src/keeper/follow-sources.ts';
import { changesLoader } from '../../src/open-archive.ts';
import { openCluster } from '../../src/search/opensearch/cluster.ts';
import { openVersion } from '../../src/search/opensearch/open-version.ts';
import { currentVersion } from '../../src/search/opensearch/versions.ts';
import { openFollowedSources } from '../../src/sources/followed-sources.ts';
import { found } from '../search/queries.ts';
import { openFolder } from '../sources/followed.ts';
import { aliasesOf, testCluster } from '../support/opensearch.ts';
import { recordLog } from '../support/recorded-log.ts';

const place = testCluster('TEST_OPENSEARCH_URL');

/** A table of letters, by their titles; what each says stands on a page of its text. */
const letters = (...titles: readonly string[]) =>
  ['Title,Date,Text', ...titles.map((title) => `${title},1962-05-01,Harvest of ${title}`), ''].join(
    '\n',
  );

describe.skipIf(!place)('what is followed into OpenSearch', () => {
  const { cluster, urls } = place ?? { cluster: openCluster({ urls: [] }), urls: [] };
  const ownAlias = aliasesOf(cluster);

  test('is found there after each change, with its text, and gone with its source’s record', async () => {
    const [folder, alias] = [await openFolder(), ownAlias()];
    await folder.write('letters.csv', letters('Anna', 'Berta'));
    await folder.write(
      'sources.yaml',
      '[{name: letters, kind: files, paths: [letters.csv], every: 5 minutes, map: {text: Text}}]',
    );
    const sources = openFollowedSources({
      file: folder.path('sources.yaml'),
      out: folder.out,
      userAgent: 'ReadingRoom/test',
      environment: {},
    });
    const loadChanges = changesLoader({
      corpus: [folder.out],
      search: { urls, alias, certificate: undefined },
    });
    /** The keeper begins anew, and is stopped once it has loaded. */
    async function follow() {
      const { log, lines } = recordLog();
      const following = startFollowing({ sources, loadChanges }, log, 50);
      onTestFinished(() => following.stop());
      await expect
        .poll(() => lines.map(({ msg }) => msg), { timeout: 60_000 })
        .toContain('changes of the sources loaded into OpenSearch');
      await following.stop();
      return lines;
    }
    const asked = async (text: string) => {
      const version = await currentVersion(cluster, alias);
      if (!version) throw new Error(`nothing is loaded as ${alias}`);
      const archive = openVersion(cluster, version, []);
      const ids = await found(archive, text);
      return (await archive.documents(ids)).map(({ title }) => title).sort();
    };

    expect(await follow()).toMatchObject([{ added: 2, documents: 2 }, {}]);
    expect(await asked('harvest')).toEqual(['Anna', 'Berta']);

    await folder.write('letters.csv', letters('Anna', 'Clara'));
    await sources.follow('letters');
    await follow();
    expect(await asked('harvest')).toEqual(['Anna', 'Clara']);
    expect(await asked('Berta')).toEqual([]);

    // A keeper that follows nothing new loads what the one before it may not have.
    await follow();
    expect(await asked('harvest')).toEqual(['Anna', 'Clara']);
  }, 180_000);
});
