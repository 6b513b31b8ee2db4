import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadCorpus } from '../../../src/data/corpus/corpus.ts';
import { runScript } from '../../support/process.ts';
import { startOai } from '../servers/oai-pmh-server.ts';
import { startOmeka } from '../servers/omeka-server.ts';
import { startZotero } from '../servers/zotero-server.ts';

const KEY = 'P9NiFoyLeZu2bZNvvuQPDWsd';
const zotero = await startZotero(KEY);
const oai = await startOai({ granularity: 'day', deletedRecord: 'no' });
const omeka = await startOmeka(KEY);
afterAll(async () => {
  for (const server of [zotero, oai, omeka]) await server[Symbol.asyncDispose]();
});

const folder = await mkdtemp(join(tmpdir(), 'sync-kinds-'));
const out = join(folder, 'corpus.jsonl');
const sources = join(folder, 'sources.yaml');
await writeFile(
  sources,
  `- { name: Team library, kind: zotero, group: 7, key: $ZOTERO_KEY, every: 15 minutes, url: "${zotero.server.url}" }
- { name: State Archive, kind: oai-pmh, url: "${oai.server.url}/oai", metadataPrefix: mods, full: weekly }
- name: Photographs
  kind: omeka-s
  url: ${omeka.server.url}
  item_set_id: 5
  key_identity: $OMEKA_IDENTITY
  key_credential: $OMEKA_CREDENTIAL
`,
);
for (const at of [1, 2, 3, 4]) {
  zotero.put(`ITEM000${at}`, { title: `Letter ${at}`, date: `October ${at}, 1962` });
  oai.put(`oai:x:${at}`, `Map ${at}`);
  omeka.put(at, `Photograph ${at}`);
}

/** Follows the sources as a person does; nothing that it leaves behind holds a key. */
async function sync(...args: string[]) {
  const { code, stdout, stderr } = await runScript('sync', ['--out', out, '--json', ...args], {
    SOURCES: sources,
    SOURCES_CONTACT: 'archive@example.org',
    ZOTERO_KEY: KEY,
    OMEKA_IDENTITY: 'us',
    OMEKA_CREDENTIAL: KEY,
  });
  const written = await readdir(folder);
  const files = await Promise.all(written.map((name) => readFile(join(folder, name), 'utf8')));
  expect([stdout, stderr, ...files].join()).not.toContain(KEY);
  const report = JSON.parse(stdout);
  const figures = report.sources.map(
    ({ name, added, changed, deleted, failed, documents }: Record<string, unknown>) =>
      `${name}: ${added} ${changed} ${deleted} ${failed} ${documents}`,
  );
  return { code, figures, report };
}

const titles = async () => (await loadCorpus([out])).documents.map(({ title }) => title).sort();

test('libraries, repositories and sites are followed from one time to the next', async () => {
  const first = await sync();
  expect(first.figures).toEqual([
    'Team library: 4 0 0 0 4',
    'State Archive: 4 0 0 0 4',
    'Photographs: 4 0 0 0 4',
  ]);
  expect(first.code).toBe(0);
  const { documents } = await loadCorpus([out]);
  expect(new Set(documents.map(({ collection }) => collection))).toEqual(
    new Set(['Missile crisis', 'State Archive', 'Kennan papers']),
  );
  const lines = (await readFile(join(folder, 'corpus.origins.jsonl'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ source: 'State Archive', record: 'oai:x:1' }),
  );
  expect(zotero.server.asked[0]?.headers['user-agent']).toContain('archive@example.org');
  const ids = new Map(documents.map(({ id, title }) => [title, id]));

  zotero.put('ITEM0001', { title: 'Letter 1, corrected' });
  zotero.put('ITEM0005', { title: 'Letter 5' });
  zotero.trash('ITEM0002');
  oai.now = '2026-02-01T00:00:00Z';
  oai.put('oai:x:5', 'Map 5');
  oai.remove('oai:x:2');
  omeka.remove(2);
  omeka.put(1, 'Photograph 1, corrected');
  oai.server.faults = [null, { status: 503, headers: { 'Retry-After': '0' } }];
  const second = await sync();
  expect(second.figures).toEqual([
    'Team library: 1 1 1 0 4',
    'State Archive: 1 0 0 0 5',
    'Photographs: 0 1 1 0 3',
  ]);
  const after = (await loadCorpus([out])).documents;
  expect(after.find(({ title }) => title === 'Letter 1, corrected')?.id).toBe(ids.get('Letter 1'));

  const before = await readFile(out, 'utf8');
  zotero.server.faults = [{ status: 403 }];
  omeka.server.faults = ['cut', 'cut', 'cut', 'cut'];
  const third = await sync('--full');
  expect(third.figures).toEqual([
    'Team library: 0 0 0 0 4',
    'State Archive: 0 0 1 0 4',
    'Photographs: 0 0 0 0 3',
  ]);
  expect(third.code).toBe(1);
  expect(third.report.sources.map(({ error }: { error: unknown }) => error)).toEqual([
    expect.stringContaining('refuses the key in ZOTERO_KEY'),
    null,
    expect.stringContaining('cut off'),
  ]);
  expect(await titles()).not.toContain('Map 2');
  expect((await readFile(out, 'utf8')).split('\n').length).toBe(before.split('\n').length - 1);
});
