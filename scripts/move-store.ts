import './quiet-pipe.ts';
import { parseArgs } from 'node:util';
import { UserError } from '../src/errors.ts';
import {
  type DatabaseAddress,
  formatAddress,
  hidePassword,
  readDatabaseAddress,
} from '../src/store/database-address.ts';
import { moveStore } from '../src/store/move-store.ts';
import { exitCodeOf } from './exit-code.ts';

const USAGE = `Usage: npm run -s move-store -- --from <address> --to <address>

Copies everything that the bot keeps to another database, which must be empty: from a file to a
server, or back. Stop the bot first: what it saves meanwhile is not copied. All is copied or nothing.
The old database keeps everything, and is brought up to date first: after that, no older version of
the bot opens it. An address is as in DATABASE_URL:

  npm run -s move-store -- --from file:var/reading-room.db --to postgres://room@host/reading_room

A password that should not be seen in the list of processes may be in PGPASSWORD.
`;

process.exitCode = await exitCodeOf(run, USAGE);

async function run(): Promise<number> {
  const { from, to, help } = parseArgs({
    options: { from: { type: 'string' }, to: { type: 'string' }, help: { type: 'boolean' } },
  }).values;
  if (help || !from || !to) {
    (help ? process.stdout : process.stderr).write(USAGE);
    return help ? 0 : 2;
  }
  const [source, target] = [readAddress('--from', from), readAddress('--to', to)];
  const counts = Object.entries(await moveStore(source, target));
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  for (const [table, count] of counts) {
    process.stdout.write(`${count.toLocaleString('en').padStart(11)} ${table}\n`);
  }
  process.stdout.write(
    `${all.toLocaleString('en')} rows are copied from ${formatAddress(source)} to ${formatAddress(target)}. Set DATABASE_URL to it and start the bot.\n`,
  );
  return 0;
}

/** @throws UserError if it is no address */
function readAddress(option: string, text: string): DatabaseAddress {
  const address = readDatabaseAddress(text);
  if (address) return address;
  throw new UserError(
    `${option}: "${hidePassword(text)}" is neither file:PATH nor postgres://USER:PASSWORD@HOST:PORT/NAME.`,
  );
}
