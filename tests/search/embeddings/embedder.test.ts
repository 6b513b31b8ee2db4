import { describe, expect, test } from 'vitest';
import { createEmbedder } from '../../../src/search/embeddings/embedder.ts';
import { endpointOf } from '../../../src/search/embeddings/endpoint.ts';
import { readAnswer } from '../../../src/search/embeddings/read-answer.ts';
import { retryAfterMs } from '../../../src/search/embeddings/retry-after.ts';
import { startEmbeddingsServer } from '../../support/embeddings-server.ts';

const soon = () => AbortSignal.timeout(10_000);
const ask = async (given: { key?: string; mode?: 'busy' | 'broken' | 'gone' | 'silent' }) => {
  const server = await startEmbeddingsServer();
  if (given.mode) server.mode = given.mode;
  const embedder = createEmbedder({ url: server.url, model: 'stand-in', key: given.key });
  return { server, embedder };
};

test.each([
  ['http://127.0.0.1:11434', 'http://127.0.0.1:11434/v1/embeddings'],
  ['http://127.0.0.1:11434/', 'http://127.0.0.1:11434/v1/embeddings'],
  ['https://api.example.org/v1', 'https://api.example.org/v1/embeddings'],
  ['https://api.example.org/v1/', 'https://api.example.org/v1/embeddings'],
  ['https://api.example.org/v1/embeddings', 'https://api.example.org/v1/embeddings'],
  ['https://example.org/a/b?version=2', 'https://example.org/a/b/embeddings?version=2'],
])('%s is asked at %s', (url, endpoint) => {
  expect(endpointOf(url)).toBe(endpoint);
});

describe('a server', () => {
  test('gives a vector for each text, in their order, and gets the key', async () => {
    const { server, embedder } = await ask({ key: 'a-secret' });
    const [one, other, again] = await embedder.embed(['a plane', 'grain', 'a plane'], soon());
    expect(one).toEqual(again);
    expect(one).not.toEqual(other);
    expect(one?.length).toBe(64);
    expect(server.authorization).toBe('Bearer a-secret');
  });

  test.each([
    ['busy', { kind: 'busy', retryAfterMs: 1000 }],
    ['broken', { kind: 'refused' }],
    ['gone', { kind: 'unreachable' }],
  ] as const)('that is %s', async (mode, failure) => {
    const { embedder } = await ask({ mode });
    await expect(embedder.embed(['grain'], soon())).rejects.toMatchObject(failure);
  });

  test('that never answers is waited for no longer than asked', async () => {
    const { embedder } = await ask({ mode: 'silent' });
    await expect(embedder.embed(['grain'], AbortSignal.timeout(50))).rejects.toMatchObject({
      kind: 'late',
    });
  });

  test('an error doesn’t show a key that can’t be sent', async () => {
    const { embedder } = await ask({ key: 'sk-secret\nsk-other' });
    await expect(embedder.embed(['grain'], soon())).rejects.toMatchObject({
      kind: 'unreachable',
      message: 'The embeddings server can’t be reached.',
    });
  });

  test('an error says nothing of what was sent, answered or authorized', async () => {
    const { embedder } = await ask({ mode: 'broken', key: 'a-secret' });
    const error = await embedder.embed(['grain'], soon()).catch((one: Error) => one);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(
      /a-secret|stack trace|grain/,
    );
  });
});

test('answers are in the order of their indices', () => {
  const body = JSON.stringify({
    data: [
      { index: 1, embedding: [0, 1] },
      { index: 0, embedding: [1, 0] },
    ],
  });
  expect(readAnswer(body, 2).map((vector) => [...vector])).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

test.each([
  ['no JSON', 'hello'],
  ['no JSON', '{"data":[{"index":0,"embedding":[NaN]}]}'],
  ['data', '{"data":null}'],
  ['data.0.embedding.1', '{"data":[{"index":0,"embedding":[1,null]}]}'],
  ['data.0.embedding', '{"data":[{"index":0,"embedding":[]}]}'],
  ['0 vectors for 1 texts', '{"data":[]}'],
  ['not one for each', '{"data":[{"index":3,"embedding":[1]}]}'],
  ['no direction', '{"data":[{"index":0,"embedding":[0,0]}]}'],
  ['no direction', '{"data":[{"index":0,"embedding":[1e300]}]}'],
])('an answer that makes no sense is refused: %s', (reason, body) => {
  expect(() => readAnswer(body, 1)).toThrow(reason);
});

test('vectors of two lengths are refused', () => {
  const body = '{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1,2]}]}';
  expect(() => readAnswer(body, 2)).toThrow('vectors of 1 and of 2 numbers');
});

test('a pause is asked for in seconds or until a moment', () => {
  const now = Date.parse('2026-11-30T12:00:00Z');
  expect(retryAfterMs('120', now)).toBe(120_000);
  expect(retryAfterMs('Mon, 30 Nov 2026 12:01:00 GMT', now)).toBe(60_000);
  expect(retryAfterMs('Mon, 30 Nov 2026 11:00:00 GMT', now)).toBe(0);
  expect(retryAfterMs('later', now)).toBeUndefined();
  expect(retryAfterMs(null, now)).toBeUndefined();
});
