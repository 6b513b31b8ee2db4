import { Client } from 'pg';

/**
 * What an address says of where the server is and how it is reached, in parameters that libpq knows:
 * it refuses those that only node-postgres has.
 * @see https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
 */
const KNOWN = [
  'host',
  'hostaddr',
  'port',
  'user',
  'dbname',
  'options',
  'connect_timeout',
  'target_session_attrs',
  'sslmode',
  'sslcert',
  'sslkey',
  'sslrootcert',
  'sslcrl',
  'sslnegotiation',
  'gssencmode',
  'krbsrvname',
];

/** The address of a database for PostgreSQL's own programs, without its password. */
export function libpqAddress(address: string): string {
  const url = new URL(address);
  url.password = '';
  const parameters = [...url.searchParams]
    .filter(([name]) => KNOWN.includes(name))
    // Its own word of node-postgres; in libpq, this one checks no certificate.
    .map(([name, value]) => [
      name,
      name === 'sslmode' && value === 'no-verify' ? 'require' : value,
    ]);
  // In libpq, a plus is no blank.
  url.search = new URLSearchParams(parameters as [string, string][])
    .toString()
    .replaceAll('+', '%20');
  return url.href;
}

/** The password as the bot itself reads it. @throws Error if a certificate named there can't be read */
export const passwordOf = (address: string): string =>
  new Client({ connectionString: address }).password ?? '';
