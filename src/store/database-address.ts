/** Where the database is. */
export type DatabaseAddress =
  | { kind: 'sqlite' /** Of the file. */; path: string }
  | {
      kind: 'postgres' /** With the password, if there is one: never to be logged. */;
      url: string;
    };

/** Reads `file:PATH` or `postgres://user:password@host:port/name`; undefined for anything else. */
export function readDatabaseAddress(text: string): DatabaseAddress | undefined {
  const [, path] = /^file:(.+)$/s.exec(text) ?? [];
  if (path !== undefined) return { kind: 'sqlite', path };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPostgres = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:';
  return isPostgres && url.pathname.length > 1 ? { kind: 'postgres', url: text } : undefined;
}

/** The address as it may be shown: of a server without user, password and options. */
export function formatAddress(address: DatabaseAddress): string {
  if (address.kind === 'sqlite') return address.path;
  const { host, pathname } = new URL(address.url);
  return `postgres://${host}${pathname}`;
}

/** What was meant as an address, without what may be a password. */
export const hidePassword = (text: string): string => text.replace(/:\/\/.*@/s, '://…@');
