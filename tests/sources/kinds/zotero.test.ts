import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AnySource } from '../../../src/sources/kinds/kinds.ts';
import { startZotero, type ZoteroServer } from '../servers/zotero-server.ts';
import { followOnce } from './follow-once.ts';

let zotero: ZoteroServer;
let settings: Record<string, unknown>;

beforeEach(async () => {
  zotero = await startZotero();
  settings = { kind: 'zotero', group: 7, url: zotero.server.url };
});
afterEach(() => zotero[Symbol.asyncDispose]());

const keys = (records: readonly { key?: string }[]) => records.map(({ key }) => key).sort();
const paths = () => zotero.server.asked.map(({ path }) => path.replace('/groups/7', ''));

describe('a library that is followed for the first time', () => {
  test('gives every item by Zotero’s own fields, whole, and not its children', async () => {
    zotero.put('AAAA0001', {
      itemType: 'letter',
      title: 'Letter to <i>Byrnes</i>',
      date: 'February 22, 1946',
      creators: [
        { creatorType: 'author', firstName: 'George F.', lastName: 'Kennan' },
        { creatorType: 'recipient', firstName: 'James', lastName: 'Byrnes' },
        { creatorType: 'contributor', name: 'State Department' },
      ],
      letterType: '',
      abstractNote: 'On the Soviet Union.',
      extra: 'Original Date: 1946',
      archive: 'Mudd Library',
      archiveLocation: 'Box 163',
      callNumber: 'MC076',
      rights: 'Free.',
      language: 'en',
      collections: ['CUBA1962', 'OTHER001'],
      tags: [{ tag: 'Containment' }, { tag: 'Soviet Union', type: 1 }],
      url: 'https://example.org/telegram',
      DOI: '',
    });
    zotero.put('AAAA0002', {
      itemType: 'journalArticle',
      title: 'Sources of Soviet Conduct',
      date: '1947-07',
      publicationTitle: 'Foreign Affairs',
      volume: '25',
      issue: '4',
      pages: '566-582',
      ISSN: '0015-7120',
      creators: [{ creatorType: 'editor', name: 'X' }],
    });
    zotero.put('NOTE0001', { itemType: 'note', note: 'Look again' });
    const { extent, records, notes, collection, watermark } = await followOnce(settings);
    expect(extent).toBe('everything');
    expect(collection).toBe('Missile crisis');
    expect(watermark).toEqual({ version: zotero.version(), name: 'Missile crisis' });
    expect(records).toEqual([
      {
        line: null,
        key: 'AAAA0001',
        place: 'item AAAA0001',
        title: 'Letter to Byrnes',
        date: 'February 22, 1946',
        description:
          'On the Soviet Union.\n\nOriginal Date: 1946\n\nIn Zotero’s collections: Cuba, 1962',
        url: 'https://example.org/telegram',
        creators: ['Kennan, George F.', 'State Department (contributor)'],
        recipients: ['Byrnes, James'],
        subjects: ['Containment', 'Soviet Union'],
        languages: ['en'],
        type: ['Letter'],
        places: [],
        source: ['Mudd Library', 'Box 163', 'MC076'],
        identifier: ['AAAA0001'],
        rights: ['Free.'],
      },
      expect.objectContaining({
        date: '1947-07',
        edtf: '1947-07',
        url: 'https://www.zotero.org/groups/7/items/AAAA0002',
        creators: ['X (editor)'],
        type: ['Journal article'],
        identifier: ['AAAA0002', '0015-7120'],
        publication: {
          kind: 'article-journal',
          container: 'Foreign Affairs',
          volume: '25',
          issue: '4',
          pages: '566-582',
        },
      }),
    ]);
    expect(notes).toEqual([
      '3 notes, attachments and annotations left out, which are no documents of their own',
    ]);
  });

  test('is read in pages of a hundred, by their links', async () => {
    for (let at = 0; at < 250; at += 1) zotero.put(`ITEM${String(at).padStart(4, '0')}`, {});
    const { records } = await followOnce(settings);
    expect(new Set(keys(records)).size).toBe(250);
    expect(zotero.server.asked.map(({ query }) => query.get('start'))).toEqual([
      null,
      '100',
      '200',
    ]);
  });

  test('is counted through where a server gives neither links nor totals', async () => {
    const item = (at: number) => ({ key: `K${at}`, version: 1, data: { itemType: 'letter' } });
    const page = (from: number, length: number) => ({
      headers: { 'Last-Modified-Version': '100' },
      body: JSON.stringify(Array.from({ length }, (_, at) => item(from + at))),
    });
    zotero.server.faults = [page(0, 100), page(100, 7)];
    const { records, collection } = await followOnce(settings);
    expect(records).toHaveLength(107);
    expect(collection).toBe('ours');
  });

  test('is read again where it changes between two pages', async () => {
    for (let at = 0; at < 150; at += 1) zotero.put(`ITEM${String(at).padStart(4, '0')}`, {});
    zotero.server.answered = () => {
      if (zotero.server.asked.length === 1) zotero.erase('ITEM0000');
    };
    const { records, watermark } = await followOnce(settings);
    expect(records).toHaveLength(149);
    expect(watermark).toMatchObject({ version: zotero.version() });
  });

  test('that never stands still, or gives fewer items than it counts, is left as it is', async () => {
    for (let at = 0; at < 150; at += 1) zotero.put(`ITEM${String(at).padStart(4, '0')}`, {});
    zotero.server.faults = [
      {
        headers: { 'Last-Modified-Version': '1', 'Total-Results': '9' },
        body: '[]',
      },
    ];
    await expect(followOnce(settings)).rejects.toThrow('there are 9 items, but gave 0');
    zotero.server.answered = () => zotero.put('ITEM0001', {});
    await expect(followOnce(settings)).rejects.toThrow('changed each time');
  });
});

describe('a library that was followed before', () => {
  let watermark: unknown;
  beforeEach(async () => {
    for (const key of ['AAAA0001', 'AAAA0002', 'AAAA0003', 'AAAA0004']) zotero.put(key, {});
    watermark = (await followOnce(settings)).watermark;
    zotero.server.asked.length = 0;
  });

  test('is asked for nothing more where it hasn’t changed', async () => {
    const outcome = await followOnce(settings, watermark);
    expect(outcome).toMatchObject({ extent: 'nothing', watermark, records: [] });
    expect(paths()).toEqual(['/items/top']);
    expect(zotero.server.asked[0]?.headers['if-modified-since-version']).toBe('104');
  });

  test('gives what was added, changed, put into the trash and deleted', async () => {
    zotero.put('AAAA0005', {});
    zotero.put('AAAA0001', { title: 'Corrected' });
    zotero.trash('AAAA0002');
    zotero.erase('AAAA0003');
    const { extent, records, deleted, keys: listed } = await followOnce(settings, watermark);
    expect(extent).toBe('changes');
    expect(keys(records)).toEqual(['AAAA0001', 'AAAA0005']);
    expect(deleted.toSorted()).toEqual(['AAAA0002', 'AAAA0003']);
    expect(listed).toBeUndefined();
    expect(paths()).toEqual(['/items/top', '/deleted']);
    expect(zotero.server.asked[0]?.query.get('since')).toBe('104');
  });

  test('is read again where something is deleted in between', async () => {
    zotero.put('AAAA0001', {});
    zotero.server.answered = () => {
      if (zotero.server.asked.length === 1) zotero.erase('AAAA0002');
    };
    const outcome = await followOnce(settings, watermark);
    expect(outcome).toMatchObject({ deleted: ['AAAA0002'] });
    expect(outcome.watermark).toMatchObject({ version: zotero.version() });
  });

  test('is read whole where it was set back', async () => {
    const { extent, records } = await followOnce(settings, { version: 9000, name: 'Old name' });
    expect(extent).toBe('nothing');
    expect(records).toEqual([]);
    zotero.server.faults = [{ headers: { 'Last-Modified-Version': '104' }, body: '[]' }];
    const whole = await followOnce(settings, { version: 9000, name: 'Old name' });
    expect(whole.extent).toBe('everything');
    expect(whole.records).toHaveLength(4);
  });

  test('begins again at 412, and waits as long as Backoff and Retry-After ask for', async () => {
    zotero.put('AAAA0001', { title: 'Corrected' });
    zotero.server.faults = [
      { status: 412, headers: { 'Last-Modified-Version': '105' } },
      { status: 429, headers: { 'Retry-After': '0' } },
      { status: 503, headers: { Backoff: '0', 'Retry-After': '0' } },
    ];
    const { records } = await followOnce(settings, watermark);
    expect(keys(records)).toEqual(['AAAA0001']);
    expect(paths()).toEqual([...Array(4).fill('/items/top'), '/deleted']);
  });
});

describe('a collection', () => {
  beforeEach(() => {
    settings = { ...settings, collection: 'CUBA1962' };
    zotero.put('AAAA0001', { collections: ['CUBA1962'] });
    zotero.put('AAAA0002', { collections: ['CUBA1962', 'OTHER001'] });
    zotero.put('AAAA0003', { collections: [] });
  });

  test('gives its own items, under its name', async () => {
    const { records, collection, notes } = await followOnce(settings);
    expect(keys(records)).toEqual(['AAAA0001', 'AAAA0002']);
    expect(collection).toBe('Cuba, 1962');
    expect(notes.join()).not.toContain('subcollection');
  });

  test('says how many subcollections it has, which are no part of it', async () => {
    zotero.nest('LETTERS1', 'Letters');
    zotero.put('AAAA0003', { collections: ['LETTERS1'] });
    const first = await followOnce(settings);
    expect(keys(first.records)).toEqual(['AAAA0001', 'AAAA0002']);
    expect(first.notes).toContain(
      'its subcollection is no part of it; list it as a source to follow it as well',
    );
    zotero.nest('MAPS1962', 'Maps');
    expect((await followOnce(settings, first.watermark)).notes).toContain(
      'its 2 subcollections are no part of it; list each as a source to follow each as well',
    );
  });

  test('loses what leaves it, which Zotero doesn’t call deleted', async () => {
    const { watermark } = await followOnce(settings);
    zotero.put('AAAA0002', { collections: ['OTHER001'] });
    zotero.put('AAAA0003', { collections: ['CUBA1962'] });
    const outcome = await followOnce(settings, watermark);
    expect(outcome.extent).toBe('changes');
    expect(keys(outcome.records)).toEqual(['AAAA0003']);
    expect(outcome.keys).toEqual(new Set(['AAAA0001', 'AAAA0003']));
    expect(outcome.collection).toBe('Cuba, 1962');
  });

  test('that was renamed says so, with what it was called', async () => {
    const { watermark } = await followOnce(settings);
    zotero.rename({ collection: 'Cuba' });
    const outcome = await followOnce(settings, watermark);
    expect(outcome).toMatchObject({
      extent: 'changes',
      renamed: { from: 'Cuba, 1962', to: 'Cuba' },
      watermark: { name: 'Cuba' },
    });
    expect(await followOnce(settings, outcome.watermark)).not.toHaveProperty('renamed');
  });

  test('is left as it is if the list of its items isn’t one', async () => {
    const { watermark } = await followOnce(settings);
    zotero.put('AAAA0001', { title: 'Corrected' });
    zotero.server.faults = [null, { body: '<html>Sorry</html>' }];
    await expect(followOnce(settings, watermark)).rejects.toThrow('isn’t whole');
    zotero.server.faults = [null, { headers: { 'Total-Results': '9' }, body: 'AAAA0001\n' }];
    await expect(followOnce(settings, watermark)).rejects.toThrow('isn’t whole');
  });

  test('that isn’t there is said to be so', async () => {
    await expect(followOnce({ ...settings, collection: 'NONE0000' })).rejects.toThrow(
      'no such library or collection',
    );
  });
});

describe('a key', () => {
  test('goes in a header and never in an address; a wrong one is told without it', async () => {
    await using closed = await startZotero('right-key');
    const own = { kind: 'zotero', group: 7, url: closed.server.url, key: '$ZOTERO_KEY' };
    closed.put('AAAA0001', {});
    const { records } = await followOnce(own, null, { ZOTERO_KEY: 'right-key' });
    expect(records).toHaveLength(1);
    expect(closed.server.asked.map(({ query }) => String(query)).join()).not.toContain('right-key');
    const refusal = await followOnce(own, null, { ZOTERO_KEY: 'wrong-key' }).catch(String);
    expect(refusal).toContain('refuses the key in ZOTERO_KEY for the library of group 7');
    expect(refusal).not.toContain('wrong-key');
    await expect(followOnce({ ...own, key: undefined })).rejects.toThrow('isn’t public');
  });
});

describe('an answer that isn’t one', () => {
  test.each([
    ['cut', /ended|whole|end/],
    ['silent', /silent/],
    ['endless', /more than may be read/],
    [{ body: 'Sorry' }, /JSON/],
    [{ body: '[{"key":7}]' }, /another form than expected/],
    [{ body: '[]' }, /doesn’t name the version/],
  ] as const)('is a failure: %j', async (fault, message) => {
    zotero.put('AAAA0001', {});
    zotero.server.faults = [fault, fault, fault, fault, fault];
    await expect(followOnce(settings)).rejects.toThrow(message);
  });
});

test.each([
  [{}, 'group'],
  [{ group: 7, user: 8 }, 'group'],
  [{ group: 'missile-crisis' }, 'group'],
  [{ group: 7, collection: 'Cuba' }, 'collection'],
  [{ group: 7, key: 'P9NiFoyLeZu2bZNvvuQPDWsd' }, 'key'],
])('settings that can’t be right name their field: %j', (own, field) => {
  const { error } = AnySource.safeParse({ name: 'ours', kind: 'zotero', ...own });
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
