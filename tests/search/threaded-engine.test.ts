import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, onTestFinished, test } from 'vitest';
import { madeRecord } from '../../scripts/made-sources/made-record.ts';
import type { Document } from '../../src/data/document.ts';
import { UserError } from '../../src/errors.ts';
import { createMiniSearchEngine } from '../../src/search/minisearch.ts';
import { openThreadedEngine } from '../../src/search/thread/threaded-engine.ts';
import { archive } from '../commands/fixtures.ts';
import { aDocument } from '../support/documents.ts';
import { writeCorpus } from '../support/room.ts';
import { aQuery } from './queries.ts';

const openThread = (path: string) =>
  openThreadedEngine({ corpus: [path], names: undefined, snapshot: undefined }, () => {});

async function open(documents: readonly Document[]) {
  const { path } = await writeCorpus(documents);
  const engine = await openThread(path);
  onTestFinished(engine.close);
  return engine;
}

describe('an engine in a thread of its own', () => {
  test('answers as it would without', async () => {
    const [threaded, plain] = [await open(archive), createMiniSearchEngine(archive)];
    const query = aQuery('dispatch -"number 3" Khruschev', { facets: true });
    expect(await threaded.search(query)).toEqual(await plain.search(query));
    const dispatches = { text: 'dispatch', filter: {} };
    expect(await threaded.matching(dispatches)).toEqual(await plain.matching(dispatches));
    expect(await threaded.suggest('dis', 5)).toEqual(await plain.suggest('dis', 5));
    expect(await threaded.explain(aQuery('"no"'))).toEqual(await plain.explain(aQuery('"no"')));
    expect(await threaded.related('antonov', 5)).toEqual(await plain.related('antonov', 5));
  });

  test('answers many at once, each its own', async () => {
    const engine = await open(archive);
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const first = async (number: number) =>
      (await engine.search(aQuery(`"Dispatch number ${number} from"`))).hits[0]?.id;
    expect(await Promise.all(numbers.map(first))).toEqual(numbers.map((it) => `dispatch-${it}`));
  });

  test('that has ended refuses every question: that is no empty answer', async () => {
    const engine = await open(archive);
    const asked = engine.search(aQuery('dispatch'));
    await Promise.all([engine.close(), expect(asked).rejects.toThrow('the search thread ended')]);
    expect(engine.hasEnded()).toBe(true);
    await expect(engine.suggest('dis', 5)).rejects.toThrow('the search thread ended');
  });

  test('drops what is overdue, and says so to whoever asked', async () => {
    const { path } = await writeCorpus(archive);
    const given = { corpus: [path], names: undefined, snapshot: undefined };
    const engine = await openThreadedEngine(given, () => {}, 0);
    onTestFinished(engine.close);
    const asked = Array.from({ length: 20 }, () => engine.search(aQuery('dispatch')));
    const outcomes = await Promise.allSettled(asked);
    for (const outcome of outcomes) {
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(UserError);
    }
    expect(engine.hasEnded()).toBe(false);
  });

  test('that can’t read its corpus says so', async () => {
    const opening = openThread('/nowhere.jsonl');
    await expect(opening).rejects.toThrow(/nowhere\.jsonl/);
  });

  test('keeps nobody waiting while it reads, indexes and searches', async () => {
    const documents = Array.from({ length: 5000 }, (_, number) => {
      const { title, description } = madeRecord(number);
      return aDocument({ id: `d${number}`, title, description });
    });
    const { path } = await writeCorpus(documents);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const began = performance.now();
    const engine = await openThread(path);
    onTestFinished(engine.close);
    for (let i = 0; i < 20; i += 1) await engine.search(aQuery('telegram border treaty'));
    delay.disable();
    const took = performance.now() - began;
    // In one thread, indexing alone would be one delay of more than half of it.
    expect(delay.max / 1e6).toBeLessThan(took / 4);
  });
});
