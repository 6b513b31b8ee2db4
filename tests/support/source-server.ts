import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server on loopback that answers as a test says, and what it was asked. */
export type SourceServer = {
  url: string;
  host: string;
  answer: RequestListener;
  requests: Pick<IncomingMessage, 'url' | 'headers'>[];
};

/** Starts one; it answers 404 until it is told otherwise, and ends with the test. */
export async function startSourceServer(): Promise<SourceServer> {
  const state: SourceServer = {
    url: '',
    host: '',
    answer: (_, response) => response.writeHead(404).end('nothing here'),
    requests: [],
  };
  const server = createServer((request, response) => {
    state.requests.push({ url: request.url, headers: request.headers });
    state.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  state.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.url = `http://${state.host}`;
  return state;
}

/** Answers with a text, and an entity tag by which it is known not to have changed. */
export const answersWith =
  (
    text: string,
    etag: string | null = `"${text.length}-${text.slice(-40).replace(/[^ -~]|"/g, '')}"`,
  ): RequestListener =>
  (request, response) => {
    if (etag !== null && request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(200, { ...(etag !== null && { etag }) }).end(text);
  };
