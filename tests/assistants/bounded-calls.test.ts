import { describe, expect, test } from 'vitest';
import { createBoundedCalls } from '../../src/assistants/bounded-calls.ts';
import type { Archive } from '../../src/search/archive.ts';
import { forwardTo } from '../../src/search/forward.ts';

const LIMITS = { atOnce: 2, waiting: 2, waitMs: 60_000, withinMs: 60_000 };
const NEVER = new AbortController().signal;

/** An archive whose answers come when a test says so. */
function heldArchive() {
  const held: { resolve(value: unknown): void }[] = [];
  const archive: Archive = forwardTo(() => {
    const answer = Promise.withResolvers<unknown>();
    held.push(answer);
    return answer.promise;
  });
  return {
    archive,
    asked: () => held.length,
    answer: (index: number) => held[index]?.resolve(index),
  };
}

const open = (limits: Partial<typeof LIMITS> = {}) => {
  const { archive, ...held } = heldArchive();
  const calls = createBoundedCalls(async () => archive, { ...LIMITS, ...limits });
  const ask = (signal: AbortSignal = NEVER) => calls.run(signal, (given) => given.example());
  return { ...held, calls, ask };
};

describe('calls of assistants', () => {
  test('run so many at once; others wait for their turn, and more are refused', async () => {
    const { ask, asked, answer } = open();
    const given = [ask(), ask(), ask(), ask()];
    await expect(ask()).rejects.toThrow(/Too much is asked at once/);
    await expect.poll(asked).toBe(2);
    answer(0);
    await given[0];
    await expect.poll(asked).toBe(3);
    for (const index of [1, 2]) answer(index);
    await expect.poll(asked).toBe(4);
    answer(3);
    expect(await Promise.all(given)).toEqual([0, 1, 2, 3]);
  });

  test('that wait too long are refused, and leave the queue', async () => {
    const { ask, asked, answer } = open({ atOnce: 1, waitMs: 20 });
    const first = ask();
    await expect(ask()).rejects.toThrow(/Too much is asked at once/);
    answer(0);
    await first;
    const next = ask();
    await expect.poll(asked).toBe(2);
    answer(1);
    await next;
  });

  test('that take too long fail as such', async () => {
    const { ask } = open({ withinMs: 20 });
    await expect(ask()).rejects.toThrow(/took too long/);
  });

  test('that come before the archive is open are told so', async () => {
    const calls = createBoundedCalls(() => new Promise(() => {}), { ...LIMITS, withinMs: 20 });
    await expect(calls.run(NEVER, async () => 1)).rejects.toThrow(/still being opened/);
  });

  test('that are cancelled ask nothing more, and keep their place until the archive is done', async () => {
    const { calls, asked, answer, ask } = open({ atOnce: 1 });
    const cancelling = new AbortController();
    const cancelled = calls.run(cancelling.signal, async (archive) => {
      await archive.example();
      return archive.example();
    });
    await expect.poll(asked).toBe(1);
    cancelling.abort();
    await expect(cancelled).rejects.toThrow(/abort/);
    const next = ask();
    // What is asked next would have begun by now, if the place were free.
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked()).toBe(1);
    answer(0);
    await expect.poll(asked).toBe(2);
    answer(1);
    expect(await next).toBe(1);
  });

  test('that are cancelled while they wait leave the queue', async () => {
    const { ask, asked, answer } = open({ atOnce: 1, waiting: 1 });
    const first = ask();
    const cancelling = new AbortController();
    const waiting = ask(cancelling.signal);
    cancelling.abort();
    await expect(waiting).rejects.toThrow(/abort/);
    const next = ask();
    answer(0);
    await first;
    await expect.poll(asked).toBe(2);
    answer(1);
    await next;
  });

  test('are waited for until all are done', async () => {
    const { calls, ask, asked, answer } = open({ atOnce: 1 });
    await calls.idle();
    const given = [ask(), ask()];
    let isIdle = false;
    const idle = calls.idle().then(() => {
      isIdle = true;
    });
    await expect.poll(asked).toBe(1);
    answer(0);
    await expect.poll(asked).toBe(2);
    expect(isIdle).toBe(false);
    answer(1);
    await Promise.all([...given, idle]);
  });
});
