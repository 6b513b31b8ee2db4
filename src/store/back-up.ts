import type { DatabaseAddress } from './database-address.ts';

/**
 * Copies a database, in use or not, as it is at one moment; a file of that name is replaced when the
 * copy is whole.
 * @param environment in which the database's own programs run
 * @returns the size of the copy in bytes
 * @throws UserError if there is no such database, or it can't be copied, with what to do
 */
export async function backUp(
  address: DatabaseAddress,
  file: string,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  if (address.kind === 'sqlite') {
    const sqlite = await import('./sqlite/backup.ts');
    return sqlite.backUp(address.path, file);
  }
  const postgres = await import('./postgres/backup.ts');
  return postgres.backUp(address.url, file, environment);
}
