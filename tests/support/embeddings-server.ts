import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { contentHash } from '../../src/search/index/content-hash.ts';
import { bareWords } from '../../src/search/text/analysis.ts';

/** How the server behaves. */
type Mode =
  | 'well'
  /** Takes a request and never answers. */
  | 'silent'
  /** Its vectors are one number longer than before. */
  | 'other length'
  /** One number in its vectors isn't one. */
  | 'not a number'
  /** One vector too few. */
  | 'too few'
  /** Asks for a pause of a second. */
  | 'busy'
  /** Answers 500. */
  | 'broken'
  /** Ends connections without an answer. */
  | 'gone'
  /** Answers 400 to any request with a text that says "poison". */
  | 'choosy';

export type EmbeddingsServer = {
  url: string;
  mode: Mode;
  /** The texts of each request, in their order. */
  requests: string[][];
  /** What the last request was authorized by. */
  authorization: string | undefined;
  /** Milliseconds that each answer takes. */
  delayMs: number;
};

/** Words that mean the same, by the first of them. */
const SYNONYMS = [
  ['plane', 'aircraft', 'airplane', 'jet'],
  ['shot', 'downed', 'destroyed'],
  ['quarrel', 'dispute', 'conflict'],
  ['harvest', 'crops', 'grain'],
];
const MEANING = new Map(SYNONYMS.flatMap((words) => words.map((word) => [word, words[0]])));
const DIMENSIONS = 64;

/** A server of our own on loopback, in OpenAI's form: likeness is having words, or synonyms, in common. */
export async function startEmbeddingsServer(dimensions = DIMENSIONS): Promise<EmbeddingsServer> {
  const state: EmbeddingsServer = {
    url: '',
    mode: 'well',
    requests: [],
    authorization: undefined,
    delayMs: 0,
  };
  const server = createServer((request, response) => {
    answer(state, dimensions, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return state;
}

async function answer(
  state: EmbeddingsServer,
  dimensions: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, body: string, headers = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  if (request.method !== 'POST' || request.url !== '/v1/embeddings') return void send(404, '{}');
  const { input } = JSON.parse(await text(request)) as { input: string[] };
  state.requests.push(input);
  state.authorization = request.headers.authorization;
  const { mode } = state;
  if (mode === 'silent') return;
  if (mode === 'gone') return void response.destroy();
  if (mode === 'busy') return void send(429, '{}', { 'retry-after': '1' });
  if (mode === 'broken') return void send(500, 'a stack trace');
  if (mode === 'choosy' && input.some((one) => one.includes('poison'))) return void send(400, '{}');
  const length = mode === 'other length' ? dimensions + 1 : dimensions;
  const data = input
    .map((one, index) => ({ object: 'embedding', index, embedding: vectorOf(one, length) }))
    .slice(mode === 'too few' ? 1 : 0);
  const body = JSON.stringify({ object: 'list', model: 'stand-in', data });
  if (state.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, state.delayMs));
  send(200, mode === 'not a number' ? body.replace(/\[-?[\d.e-]+/, '[NaN') : body);
}

/** The sum of its words' directions, which only depend on what the words mean. */
function vectorOf(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0.01);
  for (const word of bareWords(text)) {
    const meaning = MEANING.get(word) ?? word;
    for (let i = 0; i < dimensions; i += 1) {
      vector[i] = (vector[i] ?? 0) + (contentHash(`${meaning} ${i}`) % 2001) / 1000 - 1;
    }
  }
  return vector;
}
