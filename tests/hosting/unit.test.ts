import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/process.ts';

const UNIT = 'reading-room.service';
/** Tenths; systemd calls up to 2 "OK", and a service that says nothing has 96. */
const MOST_EXPOSED = 15;

const analyze = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
};
/** The version that learned to look into a unit that isn't installed. */
const SINCE = 250;
const [, version] = /^systemd (\d+)/.exec(analyze('--version').said) ?? [];
const why =
  Number(version) >= SINCE ? '' : ` (skipped: no systemd-analyze of version ${SINCE} here)`;

/** The unit as it would be if this folder were /opt/reading-room: a program that isn't there is an error. */
async function writeUnit(): Promise<string> {
  const unit = await readFile(join(ROOT, 'hosting', UNIT), 'utf8');
  const path = join(await mkdtemp(join(tmpdir(), 'reading-room-')), UNIT);
  await writeFile(path, unit.replaceAll('/opt/reading-room', ROOT));
  return path;
}

test.skipIf(why)(`systemd finds nothing wrong with the unit${why}`, async () => {
  const { status, said } = analyze('verify', '--man=no', await writeUnit());
  expect(status, said).toBe(0);
  // What it says of others isn't ours.
  expect(said).not.toContain(UNIT);
});

test.skipIf(why)(`systemd finds it little exposed${why}`, async () => {
  const asked = ['security', '--offline=yes', `--threshold=${MOST_EXPOSED}`, await writeUnit()];
  const { status, said } = analyze(...asked);
  expect(said).toMatch(/Overall exposure level for reading-room\.service: \d/);
  expect(status, said).toBe(0);
});
