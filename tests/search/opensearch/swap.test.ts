import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Cluster, openCluster } from '../../../src/search/opensearch/cluster.ts';
import { openVersion } from '../../../src/search/opensearch/open-version.ts';
import { currentVersion } from '../../../src/search/opensearch/versions.ts';
import { aDocument } from '../../support/documents.ts';
import { aliasesOf, loadArchive, testCluster } from '../../support/opensearch.ts';
import { BARE, endWithTest, ROOT } from '../../support/process.ts';
import { writeCorpus } from '../../support/room.ts';
import { openProxy } from '../../support/tcp-proxy.ts';
import { found } from '../queries.ts';

const LOAD = join(ROOT, 'scripts', 'load.ts');
const place = testCluster('TEST_OPENSEARCH_URL');

describe.skipIf(!place)('what is in use', () => {
  const { cluster, urls } = place ?? { cluster: openCluster({ urls: [] }), urls: [] };
  const ownAlias = aliasesOf(cluster);
  const load = (alias: string, title: string, by = { cluster, urls }) =>
    loadArchive(by, alias, { documents: [aDocument({ id: 'a', title })] });
  const meant = async (alias: string) =>
    Object.keys(await cluster.ask<object>({ method: 'GET', path: `/_alias/${alias}` }));

  it.each([
    ['pass and cut', 'moscow'],
    ['lose and cut', 'berlin'],
  ] as const)('stays whole when the swap’s connection breaks (%s)', async (fate, title) => {
    const alias = ownAlias();
    await load(alias, 'Berlin');
    const proxy = await openProxy(urls[0] ?? '');
    const by = { cluster: openCluster({ urls: [proxy.url] }), urls: [proxy.url] };
    proxy.decide((sent) => (sent.includes('POST /_aliases') ? fate : 'pass'));
    const loading = load(alias, 'Moscow', by);
    if (fate === 'pass and cut') await loading;
    else await expect(loading).rejects.toThrow('can’t be reached');
    await by.cluster.close();
    const archive = await openArchive(alias);
    expect(await found(archive, title)).toEqual(['a']);
    // Whatever came of it, the next load goes as usual.
    await load(alias, 'Hanoi');
    expect(await found(await openArchive(alias), 'hanoi')).toEqual(['a']);
  });

  it('is one version, even if two loads have left two', async () => {
    const alias = ownAlias();
    await load(alias, 'Berlin');
    const [first = ''] = await meant(alias);
    await load(alias, 'Moscow');
    const [second = ''] = await meant(alias);
    await cluster.ask({
      method: 'POST',
      path: '/_aliases',
      body: { actions: [{ add: { index: first, alias } }] },
    });
    expect((await currentVersion(cluster, alias))?.index).toBe(second);
    await load(alias, 'Hanoi');
    const left = await meant(alias);
    expect(left).toHaveLength(1);
    expect([first, second]).not.toContain(left[0]);
  });

  it('stays when another load removes the index that is being loaded', async () => {
    const alias = ownAlias();
    await load(alias, 'Berlin');
    const [former = ''] = await meant(alias);
    const removing: Cluster = {
      ...cluster,
      async ask(request) {
        if (request.path.includes('_bulk')) {
          const path = `/${alias}-*,-${former},-${former}-words`;
          await cluster.ask({ method: 'DELETE', path });
        }
        return cluster.ask(request);
      },
    };
    await expect(load(alias, 'Moscow', { cluster: removing, urls })).rejects.toThrow(
      'another load has removed it',
    );
    const left = await cluster.ask<object>({ method: 'GET', path: `/${alias}-*/_mapping` });
    expect(Object.keys(left).sort()).toEqual([former, `${former}-words`]);
    expect(await found(await openArchive(alias), 'berlin')).toEqual(['a']);
  });

  it.each([
    ['makes the documents’ index', /PUT \/[\w-]+\d{14}-[0-9a-f]{8} /],
    ['makes the words’ index', /PUT \/[\w-]+-words /],
    ['sends documents', /POST \/[\w-]+\/_bulk/],
    ['writes what has come', /_flush/],
    ['closes the index for writing', /_settings/],
    ['says that all is there', /PUT \/[\w-]+\/_mapping/],
    ['swaps', /_aliases/],
  ])('stays when a load is killed as it %s', async (_, request) => {
    const alias = ownAlias();
    await load(alias, 'Berlin');
    const before = await meant(alias);
    const { path } = await writeCorpus([aDocument({ id: 'a', title: 'Moscow' })]);
    const proxy = await openProxy(urls[0] ?? '');
    const env = { ...BARE, SEARCH_URL: proxy.url, SEARCH_INDEX: alias };
    const child = endWithTest(spawn(process.execPath, [LOAD, path], { env }));
    proxy.decide((sent) => {
      if (!request.test(sent)) return 'pass';
      child.kill('SIGKILL');
      return 'hold';
    });
    await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    expect(await meant(alias)).toEqual(before);
    expect(await found(await openArchive(alias), 'berlin')).toEqual(['a']);
    await load(alias, 'Hanoi');
    expect(await found(await openArchive(alias), 'hanoi')).toEqual(['a']);
  });

  async function openArchive(alias: string) {
    const version = await currentVersion(cluster, alias);
    if (!version) throw new Error(`nothing is in use as ${alias}`);
    return openVersion(cluster, version, []);
  }
});
