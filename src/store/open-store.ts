import type { Logger } from '../log.ts';
import type { DatabaseAddress } from './database-address.ts';
import type { Store } from './store.ts';

/**
 * Opens the store wherever it is, and brings it up to date. Only what that needs is loaded.
 * @param log where it is told that a server can't be reached: then it is waited for; without one,
 * that is an error
 * @throws UserError if it can't be opened
 */
export async function openStore(address: DatabaseAddress, log?: Logger): Promise<Store> {
  if (address.kind === 'sqlite') {
    const sqlite = await import('./sqlite/open-store.ts');
    return sqlite.openStore(address.path);
  }
  const postgres = await import('./postgres/open-store.ts');
  return postgres.openStore(address.url, log);
}
