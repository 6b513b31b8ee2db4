import { Pool, type PoolConfig, types } from 'pg';

const CONNECT_WITHIN_MS = 5000;

/** Connections to a server; one that breaks takes nothing else with it. */
export function createPool(url: string, options: PoolConfig = {}): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'reading-room',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    types: { getTypeParser: parserOf as typeof types.getTypeParser },
    ...options,
  });
  // Without a listener, a connection that breaks while it is idle would end the process. The pool
  // drops it by itself, and whoever waits for a statement hears of it there.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Whole numbers here are ids, counts and milliseconds: all fit into JavaScript's numbers. */
const parserOf = (type: number, format?: 'text' | 'binary') =>
  type === types.builtins.INT8 ? Number : types.getTypeParser(type, format as 'text');
