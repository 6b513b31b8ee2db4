import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What becomes of the bytes that a client sends. */
type Fate = 'pass' | 'lose and cut' | 'pass and cut' | 'hold';

/**
 * A way to a server that can be interrupted: it goes with the test.
 * @param url the server's, with a port
 */
export async function openProxy(url: string) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let fateOf: (sent: string) => Fate = () => 'pass';
  let opened = 0;
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((near) => {
    opened += 1;
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    let isCut = false;
    far.on('data', (data) => {
      if (!isCut) near.write(data);
    });
    near.on('data', (data) => {
      const fate = fateOf(data.toString('latin1'));
      if (fate.startsWith('pass')) far.write(data);
      isCut ||= fate !== 'pass';
      if (fate === 'lose and cut') near.destroy();
      // The server answers, and so has done it, before the client hears of the end.
      if (fate === 'pass and cut') far.once('data', () => near.destroy());
    });
  });
  const listen = async (port = 0) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen();
  const close = () => {
    server.close();
    drop();
  };
  onTestFinished(close);
  const own = new URL(url);
  own.host = `127.0.0.1:${port}`;
  return {
    url: own.href,
    /** How many connections there were so far. */
    opened: () => opened,
    /** Breaks every connection. */
    drop,
    /** Nothing listens any more, until it is opened again. */
    close,
    open: () => listen(port),
    /** Decides on what clients send from now on. */
    decide: (fate: (sent: string) => Fate) => {
      fateOf = fate;
    },
  };
}
