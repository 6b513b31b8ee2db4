import { beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '../../../src/search/archive.ts';
import { createEmbedder } from '../../../src/search/embeddings/embedder.ts';
import type { EmbeddingsFailure } from '../../../src/search/embeddings/failure.ts';
import type { ModelEvent } from '../../../src/search/embeddings/open-model.ts';
import { createQuestionVectors } from '../../../src/search/embeddings/question-vectors.ts';
import type { Query } from '../../../src/search/questions.ts';
import { aDocument } from '../../support/documents.ts';
import { type EmbeddingsServer, startEmbeddingsServer } from '../../support/embeddings-server.ts';
import { archiveWithMeaning } from '../../support/meaning.ts';
import { aQuery, ids } from '../queries.ts';

const documents = Array.from({ length: 40 }, (_, i) =>
  aDocument({ id: `d${i}`, title: `Minutes ${i}`, description: `ledger parish${i % 7} grain` }),
);
const query = aQuery('the harvest in a ledger', { byMeaning: true });

async function ready() {
  const server = await startEmbeddingsServer();
  const opened = await archiveWithMeaning(documents, server);
  // The first of all waits for dictionaries.
  await opened.archive.search({ ...query, text: 'grain' });
  server.requests.length = 0;
  return { server, ...opened };
}

/** @returns the page, and how many milliseconds it took */
async function timed(archive: Archive, asked: Query) {
  const began = performance.now();
  const page = await archive.search(asked);
  return { page, took: performance.now() - began };
}

describe('a question', () => {
  let server: EmbeddingsServer;
  let archive: Archive;
  let events: ModelEvent[];
  beforeEach(async () => {
    ({ server, archive, events } = await ready());
  });

  test.each([
    ['silent', 'late'],
    ['gone', 'unreachable'],
    ['broken', 'refused'],
    ['busy', 'busy'],
    ['other length', 'senseless'],
    ['not a number', 'senseless'],
    ['too few', 'senseless'],
  ] as const)('is answered by words within 300 ms if the server is %s', async (mode, failure) => {
    const plain = await archive.search(aQuery(query.text));
    // The quickest of several: the machine that runs the tests may be busy.
    const asking: number[] = [];
    const leavingAlone: number[] = [];
    for (const one of [{ server, archive }, await ready(), await ready()]) {
      one.server.mode = mode;
      const first = await timed(one.archive, query);
      const second = await timed(one.archive, { ...query, text: 'some ledgers of grain' });
      expect(first.page.modelFailure).toBe(failure);
      expect(ids(first.page)).toEqual(ids(plain));
      expect(first.page.similar).toBeUndefined();
      asking.push(first.took);
      leavingAlone.push(second.took);
    }
    expect(Math.min(...asking)).toBeLessThan(300);
    expect(Math.min(...leavingAlone)).toBeLessThan(300);
  });

  test('is asked once, however often it is put', async () => {
    await Promise.all([archive.search(query), archive.search(query)]);
    await archive.search({ ...query, offset: 5 });
    expect(server.requests).toEqual([[query.text]]);
  });

  test('doesn’t ask a server that has just failed, and is told of once', async () => {
    server.mode = 'broken';
    await archive.search(query);
    server.mode = 'well';
    const page = await archive.search({ ...query, text: 'another harvest' });
    expect(page.modelFailure).toBe('refused');
    expect(server.requests).toHaveLength(1);
    expect(events.filter(({ kind }) => kind === 'failure')).toHaveLength(1);
  });
});

test('a server that has failed is asked again after a while', async () => {
  const server = await startEmbeddingsServer();
  const embedder = createEmbedder({ url: server.url, model: 'stand-in', key: undefined });
  const failures: EmbeddingsFailure[] = [];
  let now = 0;
  const questions = createQuestionVectors(embedder, (failure) => failures.push(failure), {
    patienceMs: 5000,
    now: () => now,
  });
  server.mode = 'busy';
  expect(await questions.of('grain', 64)).toEqual({ failure: 'busy' });
  server.mode = 'well';
  now = 4000;
  expect(await questions.of('grain', 64)).toEqual({ failure: 'busy' });
  now = 6000;
  expect(await questions.of('grain', 64)).toBeInstanceOf(Float32Array);
  expect(failures).toHaveLength(1);
});

test('a vector that came too late serves the next who asks the same', async () => {
  const server = await startEmbeddingsServer();
  const embedder = createEmbedder({ url: server.url, model: 'stand-in', key: undefined });
  const questions = createQuestionVectors(embedder, () => {}, { patienceMs: 10 });
  server.delayMs = 200;
  expect(await questions.of('grain', 64)).toEqual({ failure: 'late' });
  await expect.poll(() => questions.of('grain', 64)).toBeInstanceOf(Float32Array);
  expect(server.requests).toHaveLength(1);
});
