import { expect, test } from 'vitest';
import { libpqAddress } from '../../../src/store/postgres/libpq-address.ts';

test.for([
  ['postgres://room:secret@host:5433/room', 'postgres://room@host:5433/room'],
  [
    'postgres://host/room?password=secret&sslmode=no-verify',
    'postgres://host/room?sslmode=require',
  ],
  [
    'postgres://host/room?uselibpqcompat=true&sslmode=require',
    'postgres://host/room?sslmode=require',
  ],
  [
    'postgres:///room?host=/run/postgresql&options=-c%20a%3Db%2Bc',
    'postgres:///room?host=%2Frun%2Fpostgresql&options=-c%20a%3Db%2Bc',
  ],
])('%s is %s to PostgreSQL’s own programs', ([address, expected]) => {
  expect(libpqAddress(address ?? '')).toBe(expected);
});
