import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { holdLease } from '../../src/keeper/hold-lease.ts';
import { createLogger } from '../../src/log.ts';
import { openStore } from '../../src/store/sqlite/open-store.ts';
import type { Leases } from '../../src/store/tables/leases.ts';

const log = createLogger('silent');
const SECOND = 1000;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Leases in a database whose clock is the test's. */
async function openLeases(): Promise<Leases> {
  const path = join(await mkdtemp(join(tmpdir(), 'reading-room-')), 'room.db');
  const store = await openStore(path, () => sql<number>`${sql.lit(Date.now())}`);
  onTestFinished(store.close);
  return store.leases;
}

/** A process that wants to be the keeper, and whose way to the database can be cut. */
function open(leases: Leases, holder: string, held: Set<string>) {
  let isCut = false;
  const reached: Leases = {
    take: async (...lease) => {
      if (isCut) throw new Error('the database is away');
      return leases.take(...lease);
    },
    release: leases.release,
  };
  const holding = holdLease(
    reached,
    {
      name: 'keeper',
      holder,
      onTaken: () => held.add(holder),
      onLost: async () => {
        held.delete(holder);
      },
    },
    log,
  );
  return {
    ...holding,
    holder,
    cut: (to: boolean) => {
      isCut = to;
    },
  };
}

test('one of several holds it; when that one stops, another has it within five seconds', async () => {
  const leases = await openLeases();
  const held = new Set<string>();
  const [first, second] = [open(leases, 'first', held), open(leases, 'second', held)];
  await Promise.all([first.asked, second.asked]);
  expect([...held]).toEqual(['first']);
  await vi.advanceTimersByTimeAsync(120 * SECOND);
  expect([...held]).toEqual(['first']);
  await first.stop();
  expect([...held]).toEqual([]);
  await vi.advanceTimersByTimeAsync(5 * SECOND);
  expect([...held]).toEqual(['second']);
  await second.stop();
});

test('one that can’t reach the database gives it up before another takes it, within half a minute', async () => {
  const leases = await openLeases();
  const held = new Set<string>();
  const [first, second] = [open(leases, 'first', held), open(leases, 'second', held)];
  await Promise.all([first.asked, second.asked]);
  first.cut(true);
  await vi.advanceTimersByTimeAsync(30 * SECOND);
  expect([...held]).toEqual(['second']);
  first.cut(false);
  await vi.advanceTimersByTimeAsync(30 * SECOND);
  expect([...held]).toEqual(['second']);
  await Promise.all([first.stop(), second.stop()]);
});

/** A lease that is answered by hand, and what happened with it, in order. */
function openSlow() {
  const answers: ((isHeld: boolean) => void)[] = [];
  const happened: string[] = [];
  const slow: Leases = {
    take: () => new Promise((resolve) => answers.push(resolve)),
    release: async () => void happened.push('released'),
  };
  const holding = holdLease(
    slow,
    {
      name: 'keeper',
      holder: 'only',
      onTaken: () => happened.push('taken'),
      onLost: async () => void happened.push('lost'),
    },
    log,
  );
  const answer = async (isHeld: boolean) => {
    answers.at(-1)?.(isHeld);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { ...holding, answer, happened, questions: () => answers.length };
}

test('an answer that comes after the lease is over brings nothing, not even for a moment', async () => {
  const { answer, happened } = openSlow();
  await answer(true);
  await vi.advanceTimersByTimeAsync(26 * SECOND);
  expect(happened).toEqual(['taken', 'lost']);
  await answer(true);
  await vi.advanceTimersByTimeAsync(SECOND);
  expect(happened).toEqual(['taken', 'lost']);
});

test('it isn’t asked for again while an answer is awaited', async () => {
  const { answer, questions } = openSlow();
  await vi.advanceTimersByTimeAsync(28 * SECOND);
  await answer(false);
  // Nor are the turns made up for.
  expect(questions()).toBe(1);
  await vi.advanceTimersByTimeAsync(5 * SECOND);
  expect(questions()).toBe(2);
});

test('one that is told to stop while it asks takes nothing up, and gives back what it gets', async () => {
  const { answer, happened, stop } = openSlow();
  const stopping = stop();
  await answer(true);
  await stopping;
  expect(happened).toEqual(['released']);
});

test('one that is told to stop ends its work at once, whenever the database answers', async () => {
  const { answer, happened, stop } = openSlow();
  await answer(true);
  await vi.advanceTimersByTimeAsync(6 * SECOND);
  const stopping = stop();
  await vi.advanceTimersByTimeAsync(0);
  expect(happened).toEqual(['taken', 'lost']);
  await answer(true);
  await stopping;
  expect(happened).toEqual(['taken', 'lost', 'released']);
});

test('never two at once, and never none for half a minute, whoever is cut off when', async () => {
  const outages = fc.array(
    fc.record({ who: fc.nat(2), isCut: fc.boolean(), ms: fc.integer({ min: 1, max: 12_000 }) }),
    { minLength: 1, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(outages, async (events) => {
      const leases = await openLeases();
      const held = new Set<string>();
      const all = ['a', 'b', 'c'].map((holder) => open(leases, holder, held));
      const reachable = new Set(['a', 'b', 'c']);
      for (const { who, isCut, ms } of events) {
        all[who]?.cut(isCut);
        reachable[isCut ? 'delete' : 'add'](all[who]?.holder ?? '');
        for (let passed = 0; passed < ms; passed += 250) {
          await vi.advanceTimersByTimeAsync(250);
          expect(held.size).toBeLessThanOrEqual(1);
        }
      }
      await vi.advanceTimersByTimeAsync(30 * SECOND);
      expect(held.size).toBe(reachable.size > 0 ? 1 : 0);
      for (const holder of held) expect(reachable).toContain(holder);
      for (const one of all) one.cut(false);
      await Promise.all(all.map(({ stop }) => stop()));
    }),
    { numRuns: 30 },
  );
});
