import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Document } from '../../../src/data/corpus/document.ts';
import { ArchiveUnreachable, UserError } from '../../../src/errors.ts';
import { openCluster } from '../../../src/search/opensearch/cluster.ts';
import { toError, toFailure } from '../../../src/search/opensearch/load/failures.ts';
import { stablePositions } from '../../../src/search/opensearch/load/stable-positions.ts';
import { openVersion } from '../../../src/search/opensearch/open-version.ts';
import { scan } from '../../../src/search/opensearch/scan.ts';
import { currentVersion, wordsOf } from '../../../src/search/opensearch/versions.ts';
import { aDay, aDocument, aPage } from '../../support/documents.ts';
import { aliasesOf, testCluster } from '../../support/opensearch.ts';
import { BARE, endWithTest, exitOf, ROOT } from '../../support/process.ts';
import { writeCorpus, writePages } from '../../support/room.ts';
import { found } from '../queries.ts';

const place = testCluster('TEST_OPENSEARCH_URL');

const LOAD = join(ROOT, 'scripts', 'load.ts');
const MANY: readonly Document[] = Array.from({ length: 60 }, (_, i) =>
  aDocument({
    id: `letter-${i}`,
    title: `Letter ${i % 7}`,
    description: `On the harvest of ${i}, to Khrushchev.`,
    date: aDay(`19${10 + i}-05-01`),
  }),
);

describe.skipIf(!place)('npm run load', () => {
  const { cluster, urls } = place ?? { cluster: openCluster({ urls: [] }), urls: [] };
  const ownAlias = aliasesOf(cluster);
  const start = (alias: string, args: readonly string[]) =>
    endWithTest(
      spawn(process.execPath, [LOAD, ...args], {
        env: { ...BARE, SEARCH_URL: urls.join(), SEARCH_INDEX: alias },
      }),
    );
  async function load(alias: string, args: readonly string[]) {
    const child = start(alias, [...args, '--json']);
    const output: string[] = [];
    const errors: string[] = [];
    child.stdout.on('data', (data) => output.push(String(data)));
    child.stderr.on('data', (data) => errors.push(String(data)));
    const code = await exitOf(child);
    return { code, report: output.join(''), errors: errors.join('') };
  }
  async function asked(alias: string, text: string): Promise<string[]> {
    const version = await currentVersion(cluster, alias);
    if (!version) throw new Error(`nothing is loaded as ${alias}`);
    return found(openVersion(cluster, version, []), text, { limit: 100 });
  }
  /** The words of what is in use, but for those that no document holds any more. */
  async function wordsIn(alias: string) {
    const { index = '' } = (await currentVersion(cluster, alias)) ?? {};
    const words: object[] = [];
    for await (const { _source } of scan(cluster, wordsOf(index), 'word', {})) {
      const { vector: _, ...counts } = _source as Record<string, unknown>;
      if (counts.printed_most || counts.frequency_both) words.push(counts);
    }
    return words;
  }
  const indices = async (alias: string) =>
    Object.keys(
      await cluster.ask<Record<string, unknown>>({ method: 'GET', path: `/${alias}-*/_mapping` }),
    ).filter((name) => !/-(?:words|pages)$/.test(name));

  it('loads a corpus and says what came of it', async () => {
    const alias = ownAlias();
    const { path } = await writeCorpus(MANY);
    const { code, report } = await load(alias, [path]);
    expect(code).toBe(0);
    expect(JSON.parse(report)).toEqual({
      index: expect.stringMatching(`^${alias}-`),
      documents: 60,
      seconds: expect.any(Number),
      documentsPerSecond: expect.any(Number),
    });
    expect(await asked(alias, 'harvest')).toHaveLength(60);
  });

  it('loads texts, and of them too only what has changed', async () => {
    const [alias, other] = [ownAlias(), ownAlias()];
    const text = (i: number, page: number, said: string) =>
      aPage({ id: `letter-${i}`, page, label: `p. ${page}`, text: said });
    const pages = MANY.flatMap((_, i) => [
      text(i, 1, `The legation wrote of grain ${i} in the con-`),
      text(i, 2, 'ference at Mukden.'),
    ]);
    const { path } = await writeCorpus(MANY, [], [], pages);
    const loaded = await load(alias, [path]);
    expect(JSON.parse(loaded.report)).toMatchObject({ documents: 60, texts: 60, pages: 120 });
    const changed = pages.flatMap((page) => {
      if (page.id === 'letter-7') return [];
      if (page.id !== 'letter-8') return [page];
      return page.page === 1 ? [text(8, 1, 'The quernstones of Khar-'), page] : [];
    });
    await writePages(
      path,
      changed.map((page, i) => ({ ...page, page: changed[i - 1]?.id === page.id ? 2 : 1 })),
    );
    const { report } = await load(alias, [path]);
    expect(JSON.parse(report)).toMatchObject({ changed: 2, removed: 0, texts: 59, pages: 118 });
    await load(other, [path, '--whole']);
    for (const query of ['quernstones', 'mukden', 'grain 8', '"in the conference at"', 'kharbin']) {
      const both = [await asked(alias, query), await asked(other, query)];
      expect(both[0]).toEqual(both[1]);
    }
    expect(await asked(alias, '"the conference at mukden"')).toHaveLength(58);
    expect(await wordsIn(alias)).toEqual(await wordsIn(other));
    const [one, same] = await Promise.all(
      [alias, other].map(async (name) => {
        const version = await currentVersion(cluster, name);
        const archive = version && openVersion(cluster, version, []);
        const ids = ['letter-6', 'letter-7', 'letter-8'];
        return {
          coverage: await archive?.textCoverage(),
          pages: await Promise.all(ids.map((id) => archive?.pages(id, { offset: 0, limit: 9 }))),
        };
      }),
    );
    expect(one).toEqual(same);
    expect(one?.pages.map((found) => found?.total)).toEqual([2, 0, 2]);
    const again = JSON.parse((await load(alias, [path])).report);
    expect(again).toMatchObject({ changed: 0, removed: 0, texts: 59 });
  });

  it('loads nothing of texts that can’t be read, and says where', async () => {
    const alias = ownAlias();
    const { path } = await writeCorpus(MANY, [], [], [aPage({ id: 'letter-1', page: 2 })]);
    const { code, errors } = await load(alias, [path]);
    expect(code).toBe(1);
    expect(errors).toContain('corpus.text.jsonl:1: page:');
    expect(await currentVersion(cluster, alias)).toBeUndefined();
  });

  it('loads only what has changed, and then answers as after loading all', async () => {
    const [alias, other] = [ownAlias(), ownAlias()];
    const { path } = await writeCorpus(MANY);
    await load(alias, [path]);
    const changed = MANY.flatMap((document, i) => {
      if (i === 10) return [];
      if (i === 20) return [{ ...document, description: 'On quernstones, to Zhukov.' }];
      if (i === 30) return [document, aDocument({ id: 'new', title: 'Letter on quernstones' })];
      return [document];
    });
    await writeFile(path, changed.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const { report } = await load(alias, [path]);
    expect(JSON.parse(report)).toMatchObject({ documents: 60, changed: 2, removed: 1 });
    await load(other, [path, '--whole']);
    for (const text of ['quernstones', 'harvest', 'letter 3', 'zhukow', 'khruschev', '"of 10"']) {
      expect(await asked(alias, text)).toEqual(await asked(other, text));
    }
    const [one, same] = await Promise.all(
      [alias, other].map(async (name) => {
        const version = await currentVersion(cluster, name);
        const archive = version && openVersion(cluster, version, []);
        return archive?.overlapping({}, { offset: 0, limit: 100 });
      }),
    );
    expect(one).toEqual(same);
    // What is deleted would count among all, and the words would say what no document does any more.
    const { index = '' } = (await currentVersion(cluster, alias)) ?? {};
    const stats = await cluster.ask<{ _all: { total: { docs: { deleted: number } } } }>({
      method: 'GET',
      path: `/${index}/_stats/docs`,
    });
    expect(stats._all.total.docs.deleted).toBe(0);
    expect(await wordsIn(alias)).toEqual(await wordsIn(other));
    const again = JSON.parse((await load(alias, [path])).report);
    expect(again).toMatchObject({ changed: 0, removed: 0 });
  });

  it('that is killed leaves what was there, and the next one clears up', async () => {
    const alias = ownAlias();
    const { path } = await writeCorpus(MANY);
    await load(alias, [path]);
    const before = await currentVersion(cluster, alias);
    const next = await writeCorpus(MANY.map((one) => ({ ...one, title: `Telegram ${one.id}` })));
    const child = start(alias, [next.path]);
    // As soon as there is something to leave behind.
    await expect.poll(async () => (await indices(alias)).length, { interval: 5 }).toBe(2);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect((await currentVersion(cluster, alias))?.index).toBe(before?.index);
    expect(await asked(alias, 'harvest')).toHaveLength(60);
    const { report } = await load(alias, [next.path]);
    expect(await asked(alias, 'telegram')).toHaveLength(60);
    // The one before is kept for whoever still reads it; what was broken off is gone.
    const left = [before?.index, JSON.parse(report).index];
    expect(new Set(await indices(alias))).toEqual(new Set(left));
  });

  it.each([
    [['--shards', '0'], 2, '--shards: "0" is not a number from 1 to 999.'],
    [['nowhere.jsonl'], 1, 'nowhere.jsonl'],
    [['--replicas', '9'], 1, 'there is no node for 9 copies'],
  ])('refuses %s', async (args, code, words) => {
    const refused = await load(ownAlias(), args);
    expect(refused.code).toBe(code);
    expect(refused.errors).toContain(words);
  });
});

test('npm run load says why there is no OpenSearch', async () => {
  const { path } = await writeCorpus(MANY.slice(0, 2));
  const env = { ...BARE, SEARCH_URL: 'http://reader:secret@127.0.0.1:1' };
  const child = endWithTest(spawn(process.execPath, [LOAD, path], { env }));
  const errors: string[] = [];
  child.stderr.on('data', (data) => errors.push(String(data)));
  expect(await exitOf(child)).toBe(1);
  expect(errors.join('')).toContain(
    'OpenSearch can’t be used: nobody listens at that address (ECONNREFUSED). What was loaded before stays in use.\n',
  );
  expect(errors.join('')).not.toContain('secret');
});

test('an outage goes from a thread to the one that waits for it', () => {
  const outage = new ArchiveUnreachable(new Error('nobody listens'));
  const there = toError(structuredClone(toFailure(outage)));
  expect(there).toBeInstanceOf(ArchiveUnreachable);
  expect(there.cause).toMatchObject({ message: 'nobody listens' });
  const wrong = toError(structuredClone(toFailure(new UserError('Load again.'))));
  expect(wrong).toBeInstanceOf(UserError);
  expect(wrong.message).toBe('Load again.');
});

test('npm run load needs an address', async () => {
  const child = endWithTest(spawn(process.execPath, [LOAD], { env: { ...BARE, SEARCH_URL: '' } }));
  const errors: string[] = [];
  child.stderr.on('data', (data) => errors.push(String(data)));
  expect(await exitOf(child)).toBe(2);
  expect(errors.join('')).toContain('SEARCH_URL is missing');
});

test('places are kept as far as the order allows, and always ascend', () => {
  const place = fc.option(fc.nat(1000), { nil: undefined });
  fc.assert(
    fc.property(fc.array(place), (before) => {
      const after = stablePositions(before);
      const positions = [...(after ?? [])];
      expect(positions).toHaveLength(before.length);
      for (const [i, one] of positions.slice(1).entries()) {
        expect(one).toBeGreaterThan(positions[i] ?? 0);
      }
    }),
  );
  const ascending = fc.uniqueArray(fc.nat()).map((all) => all.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(ascending, (before) => {
      expect([...(stablePositions(before) ?? [])]).toEqual(before);
    }),
  );
});
