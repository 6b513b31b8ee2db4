import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether another site made a browser send a request: by its `Origin`, or by a `Host` that someone
 * has pointed at this machine.
 * @param url where this Discord listens
 */
export function isForeign({ host, origin }: IncomingHttpHeaders, url: string): boolean {
  const { port } = new URL(url);
  const own = ['127.0.0.1', 'localhost'].map((name) => `${name}:${port}`);
  const isOwnOrigin = origin === undefined || own.some((name) => origin === `http://${name}`);
  return !own.includes(host ?? '') || !isOwnOrigin;
}
