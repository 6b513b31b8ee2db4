import { randomBytes } from 'node:crypto';
import { afterAll } from 'vitest';
import { packDocuments } from '../../src/data/corpus/packed-documents.ts';
import type { Page } from '../../src/data/texts/page.ts';
import type { Archive } from '../../src/search/archive.ts';
import { type Cluster, openCluster } from '../../src/search/opensearch/cluster.ts';
import { loadCorpus } from '../../src/search/opensearch/load/load-corpus.ts';
import { findTexts, type TextPlaces } from '../../src/search/opensearch/load/text-places.ts';
import type { Shape } from '../../src/search/opensearch/mapping.ts';
import { openVersion } from '../../src/search/opensearch/open-version.ts';
import { currentVersion } from '../../src/search/opensearch/versions.ts';
import type { Holdings } from '../contracts/archive.ts';
import { writeCorpus } from './room.ts';

/** A cluster that tests may use, by the variable that has its addresses; undefined where there is none. */
export function testCluster(variable: string): { urls: string[]; cluster: Cluster } | undefined {
  const value = process.env[variable];
  if (!value) {
    if (process.env.CI)
      throw new Error(`${variable} is missing: start one by .ci/start-opensearch`);
    process.stderr.write(`Skipped: ${variable} names no OpenSearch (see .ci/start-opensearch).\n`);
    return undefined;
  }
  const urls = value.split(',');
  return { urls, cluster: openCluster({ urls }) };
}

/** An alias that no other test has. */
export const anAlias = (): string => `test-${randomBytes(6).toString('hex')}`;

/** As many are removed at once: a request's first line has its limit. */
const A_PART = 50;

/** Removes all that tests have loaded under some aliases. */
export async function removeAliases(cluster: Cluster, aliases: readonly string[]): Promise<void> {
  for (let at = 0; at < aliases.length; at += A_PART) {
    const names = aliases.slice(at, at + A_PART).map((alias) => `${alias}-*`);
    await cluster.find({ method: 'DELETE', path: `/${names.join()}`, timeoutMs: 60_000 });
  }
}

/**
 * Gives aliases for the tests of a file. What is loaded under them is removed, and the cluster closed,
 * when they are over.
 */
export function aliasesOf(cluster: Cluster): () => string {
  const aliases: string[] = [];
  afterAll(async () => {
    await removeAliases(cluster, aliases);
    await cluster.close();
  }, 60_000);
  return () => {
    const alias = anAlias();
    aliases.push(alias);
    return alias;
  };
}

/** Loads documents under an alias and opens what has been loaded. */
export async function loadArchive(
  { urls, cluster }: { urls: string[]; cluster: Cluster },
  alias: string,
  { documents, coverage = [], series = [], pages = [] }: Holdings,
  shape: Shape = { shards: 1, replicas: 0 },
): Promise<Archive> {
  await loadCorpus({
    cluster,
    address: { urls },
    alias,
    corpus: {
      documents: packDocuments(documents),
      coverage,
      series: new Map(series.map((one) => [one.collection, one])),
      readAt: new Date(),
    },
    texts: await placesOf(pages),
    shape,
  });
  const version = await currentVersion(cluster, alias);
  if (!version) throw new Error('nothing has been loaded');
  return openVersion(cluster, version, []);
}

/** Where pages stand, which are written for it. */
async function placesOf(pages: readonly Page[]): Promise<TextPlaces> {
  if (pages.length === 0) return new Map();
  const { path } = await writeCorpus([], [], [], pages);
  return findTexts([path]);
}
