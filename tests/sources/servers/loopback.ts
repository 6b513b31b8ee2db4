import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server was asked. */
export type Asked = { path: string; query: URLSearchParams; headers: IncomingMessage['headers'] };
/** What it answers. */
export type Reply = { status?: number; headers?: Readonly<Record<string, string>>; body?: string };

/** One answer that isn't what it should be. */
type Fault =
  | Reply
  /** Ends in the middle of the body that it should be. */
  | 'cut'
  /** Goes on as long as anybody listens. */
  | 'endless'
  /** Says nothing. */
  | 'silent';

export type LoopbackServer = AsyncDisposable & {
  url: string;
  /** Everything that it was asked, in order. */
  asked: Asked[];
  /** Faults of the next answers, in order; null for one without. */
  faults: (Fault | null)[];
  /** Called after each answer. */
  answered: (asked: Asked) => void;
};

/** A server on this machine that answers by a protocol, or as a test wants it to. */
export async function serve(answer: (asked: Asked) => Reply): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const asked = { path: pathname, query: searchParams, headers: request.headers };
    loopback.asked.push(asked);
    const reply = answer(asked);
    const fault = loopback.faults.shift() ?? null;
    if (fault === null) send(response, reply);
    else if (typeof fault === 'object') send(response, fault);
    else misbehave(response, reply, fault);
    loopback.answered(asked);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const loopback: LoopbackServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    faults: [],
    answered: () => {},
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return loopback;
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '' }: Reply): void {
  response.writeHead(status, headers);
  response.end(body);
}

function misbehave(
  response: ServerResponse,
  { headers = {}, body = '' }: Reply,
  fault: 'cut' | 'endless' | 'silent',
): void {
  if (fault === 'silent') return;
  if (fault === 'cut') {
    response.writeHead(200, { ...headers, 'Content-Length': Buffer.byteLength(body) });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
    return;
  }
  response.writeHead(200, headers);
  const goOn = () => {
    if (!response.destroyed) response.write('<!-- and so on -->'.repeat(1000), goOn);
  };
  goOn();
}
