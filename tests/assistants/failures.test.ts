import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArchiveUnreachable, overdue } from '../../src/errors.ts';
import type { Archive } from '../../src/search/archive.ts';
import { forwardTo } from '../../src/search/forward.ts';
import { archiveOf } from '../support/archives.ts';
import { assistantOn } from '../support/assistant.ts';
import { recordLog } from '../support/recorded-log.ts';
import { CALLS, documents, pages } from './fixtures.ts';

const archive = archiveOf(documents, { pages });
const failing = (error: () => Error): Archive =>
  forwardTo(async () => {
    throw error();
  });

describe('an archive that can’t answer', () => {
  test.each([
    ['can’t be reached', () => new ArchiveUnreachable()],
    ['is too busy', overdue],
  ])('and %s is an error, and no empty result', async (_, error) => {
    const { call, client } = await assistantOn(failing(error));
    for (const [tool, input] of CALLS) {
      const { isError, text } = await call(tool, input);
      expect(isError, tool).toBe(true);
      expect(text, tool).toContain(error().message);
      expect(text, tool).toContain('not an empty result');
    }
    await expect(client.listResources()).rejects.toThrow(/not an empty result/);
    await expect(client.readResource({ uri: 'reading-room://document/marines' })).rejects.toThrow(
      /not an empty result/,
    );
  });

  test('for a reason of ours tells no more than a reference to the log', async () => {
    const { log, errors } = recordLog();
    const { call } = await assistantOn(
      failing(() => new Error('secret /path of ours')),
      { log },
    );
    const { isError, text } = await call('search', { query: 'a secret of theirs' });
    expect(isError).toBe(true);
    expect(text).not.toContain('secret');
    const [line] = errors();
    expect(text).toContain(line?.reference);
    expect(line?.raw).not.toContain('of theirs');
  });

  test('about texts alone still gives records', async () => {
    const { call } = await assistantOn(
      forwardTo(({ method, args }) =>
        method === 'pages'
          ? Promise.reject(new ArchiveUnreachable())
          : (archive[method] as (...args: unknown[]) => Promise<unknown>)(...args),
      ),
    );
    const { isError, text, told } = await call('get', { id: 'marines' });
    expect(isError).toBe(false);
    expect(text).toContain(new ArchiveUnreachable().message);
    expect(told.results[0]).not.toHaveProperty('pages');
  });
});

describe('arguments', () => {
  test.each<[string, object]>([
    ['search', {}],
    ['search', { query: 1 }],
    ['search', { query: ['marines'] }],
    ['search', { query: '   ' }],
    ['search', { query: '\u0000\u0000' }],
    ['search', { query: 'x'.repeat(301) }],
    ['search', { query: 'marines', limit: 21 }],
    ['search', { query: 'marines', limit: 0 }],
    ['search', { query: 'marines', limit: 1.5 }],
    ['search', { query: 'marines', offset: -1 }],
    ['search', { query: 'marines', offset: 1e300 }],
    ['search', { query: 'marines', sort: 'constructor' }],
    ['search', { query: 'marines', from: 'whenever' }],
    ['search', { query: 'marines', from: '1960', to: '1950' }],
    ['search', { query: 'marines', collection: 'constructor' }],
    ['search', { query: 'marines', from_date: '1950' }],
    ['search', { query: 'marines', more: Array.from({ length: 10_000 }, () => 0) }],
    ['get', { id: 'constructor' }],
    ['get', { id: '__proto__' }],
    ['get', { id: 'marines', page: 0 }],
    ['get', { id: 'marines', page: 1e12 }],
    ['get', { id: '../../etc/passwd' }],
    ['cite', { id: 'toString' }],
    ['cite', { id: 'marines', style: 'hasOwnProperty' }],
    ['passages', { question: '?!' }],
    ['check_quotation', { text: 'x '.repeat(4000) }],
    ['check_quotation', { text: 'five words that are quoted', document: 'nowhere' }],
    ['constructor', {}],
    ['__proto__', {}],
    ['share', { id: 'marines' }],
  ])('%s %o is an error in words', async (tool, input) => {
    const { call } = await assistantOn(archive);
    const { isError, text } = await call(tool, input);
    expect(isError).toBe(true);
    expect(text.length).toBeGreaterThan(10);
    expect(text.length).toBeLessThan(2000);
    expect(text).not.toMatch(/\n\s+at /);
  });

  test('that nobody sees play no part', async () => {
    const { call } = await assistantOn(archive);
    const { told } = await call('search', { query: 'mar\u0000ines\u202e' });
    expect(told.results.map(({ id }) => id)).toEqual(['marines']);
    const input = JSON.parse('{"query":"report","__proto__":{"limit":1,"query":"marines"}}');
    expect((await call('search', input)).told.results).toHaveLength(2);
  });

  test('of any kind are answered, and leave no error of ours in the log', async () => {
    const { log, errors } = recordLog();
    const { call } = await assistantOn(archive, { log });
    const tools = CALLS.map(([tool]) => tool);
    const names = [
      'query',
      'id',
      'date',
      'question',
      'text',
      'document',
      'limit',
      'offset',
      'page',
    ];
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.nat(30),
      fc.jsonValue(),
    );
    const input = fc.dictionary(fc.constantFrom(...names), value, { noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tools), input, async (tool, given) => {
        const { text } = await call(tool, given);
        expect(text.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
    expect(errors()).toEqual([]);
  });
});
