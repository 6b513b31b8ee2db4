import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fromAfter } from '../../../src/sources/kinds/oai-pmh/from.ts';
import { LIMITS } from '../../../src/sources/requests/limits.ts';
import { type OaiServer, startOai } from '../servers/oai-pmh-server.ts';
import { followOnce } from './follow-once.ts';

const settingsOf = ({ server }: OaiServer) => ({ kind: 'oai-pmh', url: `${server.url}/oai` });
const titles = (records: readonly { title: string }[]) => records.map(({ title }) => title).sort();

let oai: OaiServer;
beforeEach(async () => {
  oai = await startOai();
  for (const at of [1, 2, 3, 4, 5]) oai.put(`oai:x:${at}`, `T${at}`, at === 5 ? 'maps' : 'letters');
  oai.now = '2026-01-01T12:00:00Z';
});
afterEach(() => oai[Symbol.asyncDispose]());

describe('a repository that keeps what it deletes', () => {
  test('gives all records, in the order of its tokens, under its name', async () => {
    const { extent, records, notes, collection, watermark } = await followOnce(settingsOf(oai));
    expect(extent).toBe('everything');
    expect(titles(records)).toEqual(['T1', 'T2', 'T3', 'T4', 'T5']);
    expect(records[0]).toMatchObject({ line: null, key: 'oai:x:1', place: 'oai:x:1' });
    expect(collection).toBe('State Archive');
    expect(notes).toEqual(['left out, because no field holds it: dc:format (5)']);
    expect(watermark).toEqual({
      from: '2026-01-01T11:59:59Z',
      granularity: 'second',
      name: 'State Archive',
    });
    const lists = oai.server.asked.filter(({ query }) => query.get('verb') === 'ListRecords');
    expect(lists.map(({ query }) => query.get('resumptionToken'))).toEqual([null, 't1', 't2']);
    expect(lists[1]?.query.has('metadataPrefix')).toBe(false);
  });

  test('is asked for a set, and for MODS', async () => {
    const { records } = await followOnce({
      ...settingsOf(oai),
      set: 'maps',
      metadataPrefix: 'mods',
      collection: 'Maps',
    });
    expect(records).toMatchObject([{ title: 'T5', edtf: '1962-10-16', key: 'oai:x:5' }]);
  });

  test('says nothing of what leaves a set, which is said unless all is asked for now and then', async () => {
    const settings = { ...settingsOf(oai), set: 'maps' };
    const leaves = expect.stringContaining('leaves the set without being deleted');
    const first = await followOnce(settings);
    expect(first.notes).toContainEqual(leaves);
    expect((await followOnce({ ...settings, full: 'weekly' })).notes).not.toContainEqual(leaves);
    expect((await followOnce(settingsOf(oai))).notes).not.toContainEqual(leaves);
    oai.now = '2026-01-02T00:00:00Z';
    oai.put('oai:x:5', 'T5', 'letters');
    expect(await followOnce(settings, first.watermark)).toMatchObject({ extent: 'nothing' });
    const whole = await followOnce({ ...settings, full: 'weekly' });
    expect(whole).toMatchObject({ extent: 'everything', records: [] });
  });

  test('gives what changed and what is gone since it answered', async () => {
    const { watermark } = await followOnce(settingsOf(oai));
    oai.now = '2026-01-02T00:00:00Z';
    oai.put('oai:x:1', 'Corrected');
    oai.put('oai:x:6', 'New');
    oai.remove('oai:x:2');
    const outcome = await followOnce(settingsOf(oai), watermark);
    expect(outcome.extent).toBe('changes');
    expect(titles(outcome.records)).toEqual(['Corrected', 'New']);
    expect(outcome.deleted).toEqual(['oai:x:2']);
    expect(outcome.watermark).toMatchObject({ from: '2026-01-01T23:59:59Z' });
  });

  test('misses nothing that changed in the second when it answered', async () => {
    const { watermark } = await followOnce(settingsOf(oai));
    oai.put('oai:x:6', 'In the same second');
    const { records } = await followOnce(settingsOf(oai), watermark);
    expect(titles(records)).toContain('In the same second');
  });

  test('that has nothing new says so', async () => {
    const { watermark } = await followOnce(settingsOf(oai));
    const outcome = await followOnce(settingsOf(oai), watermark);
    expect(outcome).toMatchObject({ extent: 'nothing', watermark, records: [] });
  });

  test('that gives its dates otherwise than before is asked for everything', async () => {
    const before = { from: '2026-01-01', granularity: 'day', name: 'Old name' };
    const outcome = await followOnce(settingsOf(oai), before);
    expect(outcome).toMatchObject({ extent: 'everything', collection: 'State Archive' });
    expect(outcome.records).toHaveLength(5);
  });

  test('that forgets its token is harvested from the beginning, once', async () => {
    oai.server.answered = () => {
      if (oai.server.asked.length === 2) oai.expireTokens();
    };
    const { records } = await followOnce(settingsOf(oai));
    expect(records).toHaveLength(5);
    oai.server.answered = () => oai.expireTokens();
    await expect(followOnce(settingsOf(oai))).rejects.toThrow('forgot where it was');
  });

  test('whose list has no end, or that refuses, is left as it is', async () => {
    await expect(followOnce({ ...settingsOf(oai), url: `${oai.server.url}/none` })).rejects.toThrow(
      '404',
    );
    oai.isEndless = true;
    await expect(followOnce(settingsOf(oai))).rejects.toThrow('has no end');
  });

  test('whose list lacks some by its own count leaves what isn’t in it', async () => {
    oai.listSize = 5;
    expect(await followOnce(settingsOf(oai))).toMatchObject({ extent: 'everything' });
    oai.listSize = 7;
    const { extent, records, notes } = await followOnce(settingsOf(oai));
    expect({ extent, records: records.length }).toEqual({ extent: 'changes', records: 5 });
    expect(notes).toContainEqual(
      expect.stringContaining(
        'that its list has 7 records, but gave 5: what wasn’t among them stays',
      ),
    );
  });

  test('says no more than a few words', async () => {
    const body = `<OAI-PMH><error code="badArgument">${'x'.repeat(100_000)}</error></OAI-PMH>`;
    oai.server.faults = [null, { body }];
    const failure = await followOnce(settingsOf(oai)).catch((error: Error) => error);
    expect((failure as Error).message.length).toBeLessThan(500);
  });

  test('that is busy is waited for, and one that refuses isn’t asked again', async () => {
    oai.server.faults = [null, { status: 503, headers: { 'Retry-After': '0' } }];
    expect((await followOnce(settingsOf(oai))).records).toHaveLength(5);
    oai.server.asked.length = 0;
    oai.server.faults = [null, { status: 403 }];
    await expect(followOnce(settingsOf(oai))).rejects.toThrow('(403)');
    expect(oai.server.asked).toHaveLength(2);
  });

  test('with a page that is more than memory should hold is left as it is', async () => {
    oai.server.faults = [null, 'endless'];
    const limits = { answerBytes: LIMITS.answerBytes };
    await expect(followOnce(settingsOf(oai), null, {}, limits)).rejects.toThrow(
      'more than can be read at once',
    );
  });

  test.each([
    [
      { body: '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record>' },
      /ListRecords is cut off/,
    ],
    [{ body: '<html><body>Sorry</body></html>' }, /isn’t an answer of an OAI-PMH repository/],
    [{ body: '' }, /ListRecords/],
    ['cut', /cut off|ended|whole/],
    ['silent', /silent/],
    ['endless', /more than may be read/],
    [
      { body: '<OAI-PMH><error code="badArgument">No such set</error></OAI-PMH>' },
      /refuses: badArgument, No such set/,
    ],
  ] as const)('with a page that isn’t one is left as it is: %j', async (fault, message) => {
    oai.server.faults = [null, null, fault, fault, fault, fault];
    await expect(followOnce(settingsOf(oai))).rejects.toThrow(message);
  });
});

describe('a repository that doesn’t tell what it deletes', () => {
  test('gives changes by the day, and is to be read whole now and then', async () => {
    await using forgetful = await startOai({ deletedRecord: 'no', granularity: 'day' });
    forgetful.put('oai:x:1', 'A');
    forgetful.put('oai:x:2', 'B');
    const settings = settingsOf(forgetful);
    const first = await followOnce(settings);
    expect(first.notes).toContainEqual(expect.stringContaining('full: weekly'));
    expect(first.watermark).toMatchObject({ from: '2025-12-31' });
    forgetful.now = '2026-02-01T10:00:00Z';
    forgetful.remove('oai:x:1');
    forgetful.put('oai:x:3', 'C');
    const changes = await followOnce({ ...settings, full: 'weekly' }, first.watermark);
    expect(changes).toMatchObject({ extent: 'changes', deleted: [] });
    const whole = await followOnce({ ...settings, full: 'weekly' });
    expect(whole).toMatchObject({ extent: 'everything' });
    expect(titles(whole.records)).toEqual(['B', 'C']);
    expect(whole.notes).not.toContainEqual(expect.stringContaining('full: weekly'));
  });

  test('and has none left gives an empty whole', async () => {
    await using empty = await startOai({ deletedRecord: 'no' });
    expect(await followOnce(settingsOf(empty))).toMatchObject({
      extent: 'everything',
      records: [],
      watermark: { from: null },
    });
  });
});

test('the next harvest begins one unit before the answer of this one, whenever that was', () => {
  const times = fc.date({
    min: new Date('1970-01-02'),
    max: new Date('2999-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(times, fc.constantFrom('second' as const, 'day' as const), (time, granularity) => {
      const answered = `${time.toISOString().slice(0, 19)}Z`;
      const from = fromAfter(answered, granularity) as string;
      const length = granularity === 'day' ? 10 : 20;
      expect(from).toHaveLength(length);
      expect(from < answered.slice(0, length)).toBe(true);
      expect(Date.parse(answered) - Date.parse(from)).toBeLessThan(2 * 24 * 60 * 60 * 1000);
    }),
  );
  for (const text of ['', 'now', '1 January 2026', '2026-01-01T00:00:00+02:00']) {
    expect(fromAfter(text, 'second')).toBeNull();
  }
});
