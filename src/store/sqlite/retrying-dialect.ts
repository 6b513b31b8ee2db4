import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteDialect,
  type SqliteDialectConfig,
} from 'kysely';
import { retryWhenBusy } from './retry-when-busy.ts';

/**
 * SQLite's dialect, with every statement tried again while another process holds the database. What
 * waits holds no connection, so that others go on reading.
 */
export function retryingDialect(config: SqliteDialectConfig): Dialect {
  const sqlite = new SqliteDialect(config);
  return {
    createAdapter: () => sqlite.createAdapter(),
    createIntrospector: (db) => sqlite.createIntrospector(db),
    createQueryCompiler: () => sqlite.createQueryCompiler(),
    createDriver: () => retryingDriver(sqlite.createDriver()),
  };
}

/** A connection that takes the only one there is for each statement, and for a transaction as a whole. */
function retryingDriver(driver: Driver): Driver {
  const inTransaction = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const ownOf = (connection: DatabaseConnection): DatabaseConnection => {
    const own = inTransaction.get(connection);
    if (!own) throw new Error('there is no transaction');
    return own;
  };
  const end = async (
    connection: DatabaseConnection,
    ending: (own: DatabaseConnection) => Promise<void>,
  ): Promise<void> => {
    const own = ownOf(connection);
    try {
      await ending(own);
    } finally {
      inTransaction.delete(connection);
      await driver.releaseConnection(own);
    }
  };
  return {
    init: () => driver.init(),
    destroy: () => driver.destroy(),
    async acquireConnection() {
      const connection: DatabaseConnection = {
        executeQuery: (query) =>
          inTransaction.get(connection)?.executeQuery(query) ??
          retryWhenBusy(async () => {
            const own = await driver.acquireConnection();
            try {
              return await own.executeQuery(query);
            } finally {
              await driver.releaseConnection(own);
            }
          }),
        streamQuery: () => {
          throw new Error('nothing here is read as a stream');
        },
      };
      return connection;
    },
    async releaseConnection() {},
    // A transaction that only took its lock when it first writes could find that another had it by then.
    beginTransaction: (connection) =>
      retryWhenBusy(async () => {
        const own = await driver.acquireConnection();
        try {
          await own.executeQuery(CompiledQuery.raw('begin immediate'));
        } catch (error) {
          await driver.releaseConnection(own);
          throw error;
        }
        inTransaction.set(connection, own);
      }),
    commitTransaction: (connection) => end(connection, (own) => driver.commitTransaction(own)),
    rollbackTransaction: (connection) => end(connection, (own) => driver.rollbackTransaction(own)),
  };
}
