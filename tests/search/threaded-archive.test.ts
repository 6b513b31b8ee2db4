import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, onTestFinished, test } from 'vitest';
import { madeRecord } from '../../scripts/made-sources/made-record.ts';
import type { Document } from '../../src/data/corpus/document.ts';
import { CorpusError } from '../../src/data/corpus/problem.ts';
import { UserError } from '../../src/errors.ts';
import { openThreadedArchive } from '../../src/search/minisearch/thread/threaded-archive.ts';
import { archive as documents } from '../commands/fixtures.ts';
import { archiveOf } from '../support/archives.ts';
import { aDocument } from '../support/documents.ts';
import { writeCorpus } from '../support/room.ts';
import { aQuery } from './queries.ts';

const openThread = (path: string) =>
  openThreadedArchive({ corpus: [path], names: undefined, snapshot: undefined }, () => {});

async function open(documents: readonly Document[]) {
  const { path } = await writeCorpus(documents);
  const opened = await openThread(path);
  onTestFinished(opened.close);
  return opened;
}

const readAt = new Date();

describe('an archive in a thread of its own', () => {
  test('answers as it would without', async () => {
    const [{ archive: threaded }, plain] = [
      await open(documents),
      archiveOf(documents, { readAt }),
    ];
    const query = aQuery('dispatch -"number 3" Khruschev', { facets: true });
    expect(await threaded.search(query)).toEqual(await plain.search(query));
    const dispatches = { text: 'dispatch', filter: {} };
    expect(await threaded.timeline(dispatches)).toEqual(await plain.timeline(dispatches));
    expect(await threaded.series()).toEqual(await plain.series());
    expect({ ...(await threaded.summary()), readAt }).toEqual(await plain.summary());
    expect(await threaded.suggest('dis', 5)).toEqual(await plain.suggest('dis', 5));
    expect(await threaded.explain(aQuery('"no"'))).toEqual(await plain.explain(aQuery('"no"')));
    expect(await threaded.related('antonov', 5)).toEqual(await plain.related('antonov', 5));
  });

  test('answers many at once, each its own', async () => {
    const { archive } = await open(documents);
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const first = async (number: number) =>
      (await archive.search(aQuery(`"Dispatch number ${number} from"`))).hits[0]?.document.id;
    expect(await Promise.all(numbers.map(first))).toEqual(numbers.map((it) => `dispatch-${it}`));
  });

  test('that has ended refuses every question: that is no empty answer', async () => {
    const { archive, close, hasEnded } = await open(documents);
    const asked = archive.search(aQuery('dispatch'));
    await Promise.all([close(), expect(asked).rejects.toThrow('the search thread ended')]);
    expect(hasEnded()).toBe(true);
    await expect(archive.suggest('dis', 5)).rejects.toThrow('the search thread ended');
  });

  test('drops what is overdue, and says so to whoever asked', async () => {
    const { path } = await writeCorpus(documents);
    const given = { corpus: [path], names: undefined, snapshot: undefined };
    const { archive, close, hasEnded } = await openThreadedArchive(given, () => {}, 0);
    onTestFinished(close);
    const asked = Array.from({ length: 20 }, () => archive.search(aQuery('dispatch')));
    const outcomes = await Promise.allSettled(asked);
    for (const outcome of outcomes) {
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(UserError);
    }
    expect(hasEnded()).toBe(false);
  });

  test('that can’t read its corpus says so', async () => {
    const opening = openThread('/nowhere.jsonl');
    await expect(opening).rejects.toThrow(/nowhere\.jsonl/);
    await expect(opening).rejects.toBeInstanceOf(CorpusError);
  });

  test('keeps nobody waiting while it reads, indexes and searches', async () => {
    const many = Array.from({ length: 5000 }, (_, number) => {
      const { title, description } = madeRecord(number);
      return aDocument({ id: `d${number}`, title, description });
    });
    const { path } = await writeCorpus(many);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const began = performance.now();
    const { archive, close } = await openThread(path);
    onTestFinished(close);
    for (let i = 0; i < 20; i += 1) await archive.search(aQuery('telegram border treaty'));
    delay.disable();
    const took = performance.now() - began;
    // In one thread, indexing alone would be one delay of more than half of it.
    expect(delay.max / 1e6).toBeLessThan(took / 4);
  });
});
