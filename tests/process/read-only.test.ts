import { spawn, spawnSync } from 'node:child_process';
import { chown, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startLocalDiscord } from 'local-discord';
import { expect, test } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { freePort } from '../support/free-port.ts';
import { said } from '../support/messages.ts';
import { BARE, connected, endWithTest, exitOf, MAIN, QUIET, ROOT } from '../support/process.ts';
import { writeCorpus } from '../support/room.ts';

/** "nobody", who owns nothing. */
const NOBODY = 65534;
const AS_NOBODY = [
  'setpriv',
  `--reuid=${NOBODY}`,
  `--regid=${NOBODY}`,
  '--clear-groups',
  '--no-new-privs',
  '--inh-caps=-all',
  '--bounding-set=-all',
];
/** One folder can be written, at /mnt; everything else is read-only, this project surely. */
const READ_ONLY = `set -e
mount --bind "$0" /mnt
mount --bind "$1" "$1"
mount -o remount,ro,bind "$1"
mount -o remount,ro,bind /
if touch "$1/touched" 2>/dev/null; then exit 9; fi
cd "$1"
shift
exec ${AS_NOBODY.join(' ')} "$@"`;

const works = (command: string, args: string[]) => spawnSync(command, args).status === 0;

/** Why this machine can't try it; undefined if it can. */
function obstacle(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'it takes root on Linux';
  if (!works('unshare', ['--mount', 'mount', '-o', 'remount,ro,bind', '/'])) {
    return 'nothing can be mounted here';
  }
  const [command = '', ...args] = AS_NOBODY;
  return works(command, [...args, process.execPath, '--check', MAIN])
    ? undefined
    : 'nobody but root can read this folder';
}
const why = obstacle();

test.skipIf(why)(
  `as a user without rights, on a disk that is read-only but for one folder, the bot works${why ? ` (skipped: ${why})` : ''}`,
  async () => {
    const discord = await startLocalDiscord();
    const { folder } = await writeCorpus(archive);
    for (const name of ['.', ...(await readdir(folder))]) {
      await chown(join(folder, name), NOBODY, NOBODY);
    }
    const HEALTH_PORT = String(await freePort());
    const bot = spawn(
      'unshare',
      ['--mount', 'sh', '-c', READ_ONLY, folder, ROOT, process.execPath, QUIET, MAIN, '--bot'],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: {
          PATH: BARE.PATH,
          DISCORD_TOKEN: discord.token,
          DISCORD_API_URL: discord.apiUrl,
          CORPUS: '/mnt/corpus.jsonl',
          DATABASE_URL: 'file:/mnt/room.db',
          HEALTH_PORT,
        },
      },
    );
    endWithTest(bot);
    const output: string[] = [];
    bot.stderr.on('data', (data) => output.push(String(data)));
    await connected(discord);
    const ready = async () => (await fetch(`http://127.0.0.1:${HEALTH_PORT}/ready`)).status;
    await expect.poll(ready).toBe(200);
    const ada = discord.as('ada');
    expect(said(await ada.run('list create', { name: 'Talks' }))).toContain('Talks');
    expect((await ada.run('timeline', { query: 'dispatch' })).attachments).toHaveLength(1);
    bot.kill('SIGTERM');
    expect(await exitOf(bot)).toBe(0);
    expect(output.join('')).not.toMatch(/"level":[56]0/);
    expect(await readdir(folder)).toContain('room.db');
    await discord.close();
  },
);
