import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCollection } from '../../scripts/evaluation/collection.ts';
import { evaluate, meanOf } from '../../scripts/evaluation/evaluate.ts';
import { ndcg10, quantile, recall100, reciprocalRank } from '../../scripts/evaluation/measures.ts';
import { withTypos } from '../../scripts/evaluation/typos.ts';
import { peers } from '../../scripts/peers/index.ts';
import { readingRoomWithModel } from '../../scripts/peers/reading-room-with-model.ts';
import { editDistance } from '../../src/search/query/spelling.ts';
import { startEmbeddingsServer } from '../support/embeddings-server.ts';

describe('measures', () => {
  const judged = new Map([
    ['a', 2],
    ['b', 1],
    ['c', 0],
  ]);

  test('of a list in the best order are 1', () => {
    expect(ndcg10(['a', 'b'], judged)).toBe(1);
    expect(recall100(['x', 'b', 'a'], judged)).toBe(1);
    expect(reciprocalRank(['a'], judged)).toBe(1);
  });

  test('go down with what stands before, and end at the tenth and the hundredth', () => {
    // (1 / log2(2) + 2 / log2(3)) / (2 / log2(2) + 1 / log2(3)), by hand.
    expect(ndcg10(['b', 'a'], judged)).toBeCloseTo(0.8597, 4);
    expect(reciprocalRank(['c', 'x', 'b'], judged)).toBeCloseTo(1 / 3);
    const others = (count: number) => Array.from({ length: count }, (_, i) => `x${i}`);
    expect(ndcg10([...others(10), 'a'], judged)).toBe(0);
    expect(recall100([...others(99), 'a', 'b'], judged)).toBe(0.5);
    expect(reciprocalRank(others(3), judged)).toBe(0);
  });

  test('by quantile are measured values', () => {
    expect(quantile([5, 1, 3, 2, 4], 0.5)).toBe(3);
    expect(quantile([1, 2], 0.99)).toBe(2);
    expect(quantile([], 0.5)).toBe(0);
  });
});

describe('typos', () => {
  test('are one slip in each text, the same for the same seed', () => {
    const text = fc.array(fc.constantFrom('of', 'the', 'missile', 'Cuba', '1962', 'crisis'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.array(text), fc.integer(), (texts, seed) => {
        const clean = texts.map((words) => words.join(' '));
        const typed = withTypos(clean, seed);
        expect(withTypos(clean, seed)).toEqual(typed);
        for (const [i, one] of typed.entries()) {
          const hasWord = /[a-z]{4}/i.test(clean[i] ?? '');
          expect(editDistance(clean[i] ?? '', one)).toBe(hasWord ? 1 : 0);
        }
      }),
    );
  });
});

describe('a collection', () => {
  const folder = async (files: Record<string, string>) => {
    const path = await mkdtemp(join(tmpdir(), 'collection-'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
    return path;
  };
  const files = {
    'corpus.jsonl':
      '{"id":"1","title":"Missiles in Cuba","text":"Seen from the air."}\n{"id":2,"text":"A harvest of wheat and rye."}\n',
    'queries.jsonl': '{"id":"q","text":"missiles"}\n{"id":"none","text":"nothing"}\n',
    'qrels.tsv': 'query\tdoc\trel\nq\t1\t1\nq\t2\t0\nnone\t2\t0\n',
  };

  test('is measured with every engine, by the questions that have an answer', async () => {
    const collection = await readCollection(await folder(files));
    for (const kind of peers) {
      const figures = await evaluate(kind, collection, null);
      expect(figures, kind.name).toMatchObject({ ndcg10: 1, recall100: 1, mrr: 1, queries: 1 });
      expect(meanOf([figures])).toEqual(figures);
    }
  });

  test('is measured with a model, which failing isn’t passed over', async () => {
    const collection = await readCollection(await folder(files));
    const server = await startEmbeddingsServer();
    const kind = readingRoomWithModel({ url: server.url, model: 'stand-in', key: undefined });
    expect(await evaluate(kind, collection, null)).toMatchObject({ ndcg10: 1, queries: 1 });
    server.mode = 'gone';
    const other = { ...collection, questions: [{ text: 'wheat again', judged: new Map() }] };
    await expect(evaluate(kind, other, null)).rejects.toThrow('gave no vector of a question');
  });

  test.each([
    ['corpus.jsonl', '{"id":"1"}', /corpus\.jsonl:1: .*text/s],
    ['queries.jsonl', 'x', /queries\.jsonl:1: is not JSON/],
    ['qrels.tsv', 'q\t1\t1\nq\t1', /qrels\.tsv:2: needs a query, a document and a grade/],
  ])('with a damaged %s is refused with the line', async (name, text, reason) => {
    await expect(readCollection(await folder({ ...files, [name]: text }))).rejects.toThrow(reason);
  });

  test('that isn’t there is refused by name', async () => {
    await expect(readCollection('/nowhere')).rejects.toThrow(/corpus\.jsonl: there is no such/);
  });
});
