import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AnySource } from '../../../src/sources/kinds/kinds.ts';
import { type OmekaServer, startOmeka } from '../servers/omeka-server.ts';
import { followOnce } from './follow-once.ts';

let site: OmekaServer;
let settings: Record<string, unknown>;
beforeEach(async () => {
  site = await startOmeka();
  settings = { kind: 'omeka-s', url: site.server.url };
  for (let id = 1; id <= 230; id += 1) site.put(id, `Letter ${id}`, id === 230 ? 9 : 5);
});
afterEach(() => site[Symbol.asyncDispose]());

const asked = () => site.server.asked.filter(({ path }) => path === '/api/items');

describe('a site of Omeka S', () => {
  test.each([true, false])('is read page by page, by its total: %s', async (tellsTotal) => {
    site.tellsTotal = tellsTotal;
    const { extent, records, collection } = await followOnce(settings);
    expect(extent).toBe('everything');
    expect(records).toHaveLength(230);
    expect(records[0]).toMatchObject({
      key: '1',
      place: 'item 1',
      title: 'Letter 1',
      date: '1946-02-22',
      identifier: ['item 1'],
    });
    expect(collection).toBe('ours');
    expect(asked().map(({ query }) => query.get('page'))).toEqual(
      tellsTotal ? ['1', '2', '3'] : ['1', '2', '3', '4'],
    );
  });

  test('that nests without end is left as it is', async () => {
    const nested = `${'['.repeat(300_000)}${']'.repeat(300_000)}`;
    site.server.faults = [{ body: `[{"o:id": 1, "dcterms:title": ${nested}}]` }];
    await expect(followOnce(settings)).rejects.toThrow('/api/items answers with JSON that is more');
  });

  test.each(['', '/', '/api', '/api/items'])('is asked at its API: %s', async (path) => {
    const { records } = await followOnce({ ...settings, url: `${site.server.url}${path}` });
    expect(records).toHaveLength(230);
  });

  test('gives an item set under its title', async () => {
    const { records, collection } = await followOnce({ ...settings, item_set_id: 5 });
    expect(records).toHaveLength(229);
    expect(collection).toBe('Kennan papers');
  });

  test('that doesn’t show its item set is named as its source', async () => {
    site.put(300, 'Map', 8);
    const { records, collection } = await followOnce({ ...settings, item_set_id: 8 });
    expect(records).toHaveLength(1);
    expect(collection).toBe('ours');
  });

  test('that hasn’t changed says so, and each change is seen', async () => {
    const { watermark } = await followOnce(settings);
    expect(await followOnce(settings, watermark)).toMatchObject({ extent: 'nothing', watermark });
    site.remove(7);
    const fewer = await followOnce(settings, watermark);
    expect(fewer.records).toHaveLength(229);
    site.put(8, 'Corrected');
    const corrected = await followOnce(settings, fewer.watermark);
    expect(corrected.records.find(({ key }) => key === '8')?.title).toBe('Corrected');
  });

  test('that changes while it is read is read again', async () => {
    site.server.answered = () => {
      if (site.server.asked.length === 1) site.remove(1);
    };
    const { records } = await followOnce(settings);
    expect(records).toHaveLength(229);
    expect(asked().map(({ query }) => query.get('page'))).toEqual(['1', '2', '1', '2', '3']);
  });

  test('that gives one page for all is left as it is', async () => {
    const page = { body: '[{"o:id":1}]', headers: { 'Omeka-S-Total-Results': '2' } };
    site.server.faults = Array(6).fill(page);
    await expect(followOnce(settings)).rejects.toThrow('isn’t whole');
  });

  test.each([
    [{ body: '<html>Sorry</html>' }, /doesn’t answer with JSON/],
    [{ body: '{"errors":{"error":"No"}}' }, /another form than expected/],
    [{ body: '[{"title":"A"}]' }, /another form than expected/],
    [{ status: 404 }, /404/],
    ['cut', /ended|whole|end/],
    ['endless', /more than may be read/],
  ] as const)('with a page that isn’t one is left as it is: %j', async (fault, message) => {
    site.server.faults = [null, fault, fault, fault, fault];
    await expect(followOnce(settings)).rejects.toThrow(message);
  });

  test('that is closed is opened by two keys, which no failure shows', async () => {
    await using closed = await startOmeka('right-key');
    closed.put(1, 'Secret');
    const own = {
      kind: 'omeka-s',
      url: closed.server.url,
      key_identity: 'OMEKA_IDENTITY',
      key_credential: 'OMEKA_CREDENTIAL',
    };
    const right = { OMEKA_IDENTITY: 'us', OMEKA_CREDENTIAL: 'right-key' };
    expect((await followOnce(own, null, right)).records).toHaveLength(1);
    const wrong = { OMEKA_IDENTITY: 'us', OMEKA_CREDENTIAL: 'wrong-key' };
    const refusal = await followOnce(own, null, wrong).catch(String);
    expect(refusal).toContain('403');
    expect(refusal).not.toMatch(/wrong-key|\bus\b|key_/);
  });
});

test.each([
  [{ item_set_id: 'letters' }, 'item_set_id'],
  [{ key_identity: 'OMEKA_IDENTITY' }, 'key_credential'],
  [{ per_page: 5 }, undefined],
])('settings that can’t be right name their field: %j', (own, field) => {
  const settings = { name: 'ours', kind: 'omeka-s', url: 'https://example.org', ...own };
  const { error } = AnySource.safeParse(settings);
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
