import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ArchiveUnreachable } from '../../../src/errors.ts';
import { openCluster } from '../../../src/search/opensearch/cluster.ts';
import { aDay, aDocument } from '../../support/documents.ts';
import { freePort } from '../../support/free-port.ts';
import { anAlias, loadArchive } from '../../support/opensearch.ts';
import { ROOT } from '../../support/process.ts';
import { aQuery } from '../queries.ts';

const run = promisify(execFile);
const WITHIN_MS = 400_000;
const WORDS = ['harvest', 'grain', 'treaty', 'frontier', 'telegram'];
const documents = Array.from({ length: 200 }, (_, i) =>
  aDocument({
    id: `d${i}`,
    title: `On ${WORDS[i % 5]} and ${WORDS[(i * 3 + 1) % 5]}`,
    date: aDay(`19${10 + (i % 80)}-05-01`),
    people: [`Person ${i % 7}`],
  }),
);

/** A cluster of three of its own, whose nodes can be killed without harm to other tests. */
async function startCluster() {
  // Not among the tests' own files: nodes don't run as root, and couldn't read them there.
  const folder = `/tmp/reading-room-dead-node-${process.pid}`;
  const env = {
    ...process.env,
    OPENSEARCH_RUN: folder,
    OPENSEARCH_PORT: String(await freePort()),
  };
  const script = join(ROOT, '.ci', 'start-opensearch');
  onTestFinished(async () => {
    await run(script, ['stop'], { env });
  });
  const { stdout } = await run(script, ['cluster'], { env });
  const urls = stdout.trim().replace(/^.*=/, '').split(',');
  const kill = (node: number) =>
    process.kill(Number(readFileSync(join(folder, `node-${node}`, 'pid'), 'utf8')), 'SIGKILL');
  return { urls, kill };
}

describe.skipIf(!process.env.TEST_OPENSEARCH_CLUSTER_URL)('a cluster with copies', () => {
  it(
    'loses no answer with a node, and gives none with one of three',
    async () => {
      const { urls, kill } = await startCluster();
      const cluster = openCluster({ urls });
      onTestFinished(() => cluster.close());
      const shape = { shards: 3, replicas: 1 };
      const archive = await loadArchive({ cluster, urls }, anAlias(), { documents }, shape);
      const ask = async (i: number) => {
        const text = `${WORDS[i % 5]} ${WORDS[(i * 3 + 1) % 5]}`;
        const page = await archive.search(aQuery(text, { facets: true }));
        const ids = page.hits.map(({ document }) => document.id);
        return { total: page.total, facets: page.facets, ids };
      };
      const before = await Promise.all(WORDS.map((_, i) => ask(i)));
      kill(3);
      for (let i = 0; i < 60; i += 1) expect(await ask(i)).toEqual(before[i % 5]);
      kill(2);
      // One of three knows no longer what the others hold: either it answers in full, or not at all.
      for (let i = 0; i < 5; i += 1) {
        const answer = await ask(i).catch((error) => error);
        if (answer instanceof Error) expect(answer).toBeInstanceOf(ArchiveUnreachable);
        else expect(answer).toEqual(before[i]);
      }
    },
    WITHIN_MS,
  );
});
