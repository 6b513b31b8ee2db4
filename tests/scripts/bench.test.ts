import { expect, test } from 'vitest';
import { madeCorpus } from '../../scripts/bench/made-corpus.ts';
import { measure } from '../../scripts/bench/measure.ts';
import { tableHead, tableLine } from '../../scripts/bench/print-table.ts';
import { KINDS, questionsOf } from '../../scripts/bench/questions.ts';
import { peers } from '../../scripts/peers/index.ts';

const documents = await madeCorpus(300);

test('the made-up corpus is the same each time, of words by Zipf’s law', async () => {
  expect(await madeCorpus(300)).toEqual(documents);
  const counts = new Map<string, number>();
  for (const word of documents.flatMap(({ text }) => text.split(' '))) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const sorted = [...counts.values()].sort((one, other) => other - one);
  // The tenth word stands about a tenth as often as the first.
  expect((sorted[0] ?? 0) / (sorted[9] ?? 1)).toBeGreaterThan(4);
  expect((sorted[0] ?? 0) / (sorted[9] ?? 1)).toBeLessThan(25);
});

test('questions find the document that they are drawn from', async () => {
  for (const kind of peers) {
    const peer = await kind.build(documents);
    for (const [number, question] of questionsOf('terms', documents, 5).entries()) {
      const found = await peer.search(question, 300);
      const source = documents[(number * 337) % documents.length]?.id;
      // FlexSearch cuts its list short.
      if (kind.name !== 'flexsearch') expect(found, kind.name).toContain(source);
    }
  }
});

test('an engine loaded from its snapshot finds the same', async () => {
  for (const { name, build, load } of peers) {
    const peer = await build(documents);
    const snapshot = peer.snapshot?.();
    if (snapshot === undefined || !load) continue;
    const again = await load(snapshot, documents);
    for (const kind of KINDS) {
      for (const question of questionsOf(kind, documents, 3)) {
        expect(await again.search(question, 5), name).toEqual(await peer.search(question, 5));
      }
    }
  }
});

test('every engine is measured, and shown in a line', async () => {
  const results = [];
  for (const kind of peers) results.push(await measure(kind, documents.slice(0, 50)));
  for (const { buildMs, queries } of results) {
    expect(buildMs).toBeGreaterThan(0);
    expect(queries.terms?.p99).toBeGreaterThanOrEqual(queries.terms?.p50 ?? Infinity);
  }
  expect(results[0]?.queries).toEqual(
    Object.fromEntries(
      KINDS.map((kind) => [kind, { p50: expect.any(Number), p99: expect.any(Number) }]),
    ),
  );
  const widths = [tableHead, ...results.map(tableLine)].map(
    (line) => line.split('\n')[0]?.split('|').length,
  );
  expect(new Set(widths).size).toBe(1);
});
