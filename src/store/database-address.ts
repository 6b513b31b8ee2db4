/** Where the database is. */
export type DatabaseAddress =
  | {
      kind: 'sqlite';
      /** Of the file. */
      path: string;
    }
  | {
      kind: 'postgres';
      /** With the password, if there is one: never to be logged. */
      url: string;
    };

/**
 * Reads `file:PATH` or `postgres://user:password@host:port/name`; undefined for anything else. Without
 * a host it is a server on this machine, or the one that `?host=` names, such as the folder of a socket.
 */
export function readDatabaseAddress(text: string): DatabaseAddress | undefined {
  const [, path] = /^file:(.+)$/s.exec(text) ?? [];
  if (path !== undefined) return { kind: 'sqlite', path };
  if (!/^postgres(ql)?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const { pathname } = new URL(text);
  // A password that holds a slash, and isn't encoded, would be taken for a part of the name.
  const isName = pathname.length > 1 && !pathname.includes('@');
  return isName ? { kind: 'postgres', url: text } : undefined;
}

/** The address as it may be shown: of a server without user, password and options. */
export function formatAddress(address: DatabaseAddress): string {
  if (address.kind === 'sqlite') return address.path;
  const { host, pathname } = new URL(address.url);
  return `postgres://${host}${pathname}`;
}

/** What was meant as an address, without what may be a password. */
export const hidePassword = (text: string): string =>
  text.replace(/^([a-z]+:\/\/)?.*@/is, '$1…@').replace(/(password=)[^&\s]*/gi, '$1…');
