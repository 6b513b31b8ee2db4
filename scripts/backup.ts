import './quiet-pipe.ts';
import { parseArgs } from 'node:util';
import { readProcessConfig } from '../src/config.ts';
import { UserError } from '../src/errors.ts';
import { formatAddress } from '../src/store/database-address.ts';
import { backUp } from '../src/store/sqlite/backup.ts';
import { exitCodeOf } from './exit-code.ts';

const USAGE = `Usage: npm run -s backup -- <file>

Copies the database (DATABASE_URL) to a file, whether or not the bot is running. To restore it, stop
the bot, replace the database with the file, and remove the files beside the database that end in
-wal and -shm.
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
  if (database.kind === 'postgres') {
    throw new UserError(
      `The database ${formatAddress(database)} is on a server: copy it with pg_dump -Fc --file ${file}.`,
    );
  }
  const bytes = await backUp(database.path, file);
  process.stdout.write(
    `${database.path} is copied to ${file} (${bytes.toLocaleString('en')} bytes).\n`,
  );
  return 0;
}
