import { expect, test } from 'vitest';
import { createConcurrencyLimit } from '../../src/discord/concurrency-limit.ts';
import { UserError } from '../../src/errors.ts';
import type { Archive } from '../../src/search/archive.ts';
import { aDocument } from '../support/documents.ts';

/** An archive that answers when told to, and says what is running. */
function aSlowArchive() {
  const inWork: { typed: string; end(): void }[] = [];
  const suggest = async (typed: string) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    inWork.push({ typed, end: resolve });
    await promise;
    return [aDocument({ id: typed })];
  };
  return { archive: { suggest } as unknown as Archive, inWork };
}

const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

test('of one person two questions are in work; the others wait their turn, and nobody else', async () => {
  const { archive, inWork } = aSlowArchive();
  const limit = createConcurrencyLimit();
  const asked = ['a1', 'a2', 'a3', 'a4'].map((typed) => limit('ada', archive).suggest(typed, 1));
  const other = limit('ben', archive).suggest('b1', 1);
  await Promise.resolve();
  expect(inWork.map(({ typed }) => typed)).toEqual(['a1', 'a2', 'b1']);
  for (let i = 0; i < 5; i += 1) {
    await expect.poll(() => inWork.length).toBeGreaterThan(i);
    inWork[i]?.end();
  }
  expect((await Promise.all(asked)).flatMap(ids)).toEqual(['a1', 'a2', 'a3', 'a4']);
  expect(ids(await other)).toEqual(['b1']);
});

test('what waits too long is dropped, never asked, and fails with an error', async () => {
  const { archive, inWork } = aSlowArchive();
  const mine = createConcurrencyLimit(5);
  const first = ['a1', 'a2'].map((typed) => mine('ada', archive).suggest(typed, 1));
  await expect(mine('ada', archive).suggest('a3', 1)).rejects.toBeInstanceOf(UserError);
  for (const { end } of inWork) end();
  await Promise.all(first);
  expect(inWork.map(({ typed }) => typed)).toEqual(['a1', 'a2']);
});

test('a question that fails makes room for the next', async () => {
  const limit = createConcurrencyLimit();
  const failing = { suggest: () => Promise.reject(new Error('no')) } as unknown as Archive;
  const asked = Array.from({ length: 5 }, () => limit('ada', failing).suggest('x', 1));
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
});
