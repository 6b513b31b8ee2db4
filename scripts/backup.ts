import './quiet-pipe.ts';
import { parseArgs } from 'node:util';
import { readProcessConfig } from '../src/config.ts';
import { backUp } from '../src/store/back-up.ts';
import { formatAddress } from '../src/store/database-address.ts';
import { exitCodeOf } from './exit-code.ts';

const USAGE = `Usage: npm run -s backup -- <file>

Copies the database (DATABASE_URL) to a file, whether or not the bot is running.

To restore a file of SQLite, stop the bot, replace the database with the file, and remove the files
beside the database that end in -wal and -shm.

PostgreSQL is copied by its own pg_dump, which must be installed:
  pg_dump -Fc --file <file> --dbname postgres://user@host/name
To restore it, stop the bot and run
  pg_restore --clean --if-exists --no-owner --dbname postgres://user@host/name <file>
`;

process.exitCode = await exitCodeOf(run, USAGE);

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean' } },
  });
  const [file, ...more] = positionals;
  if (values.help || file === undefined || more.length > 0) {
    (values.help ? process.stdout : process.stderr).write(USAGE);
    return values.help ? 0 : 2;
  }
  const { database } = readProcessConfig();
  const bytes = await backUp(database, file, process.env);
  const name = formatAddress(database);
  process.stdout.write(`${name} is copied to ${file} (${bytes.toLocaleString('en')} bytes).\n`);
  return 0;
}
