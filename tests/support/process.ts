import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LocalDiscord } from 'local-discord';
import { expect, onTestFinished } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { writeCorpus } from './room.ts';

export const ROOT = join(import.meta.dirname, '..', '..');
export const MAIN = join(ROOT, 'src', 'main.ts');
export const QUIET = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON';

/** Ends a process with its test, whatever became of it. */
export function endWithTest<Child extends ChildProcess>(child: Child): Child {
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** What a process needs whatever its settings; it starts faster with what V8 has compiled before. */
export const BARE = {
  PATH: process.env.PATH ?? '',
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
};

/** Runs main as a user does, with nothing in the environment but this. */
export function main(
  flags: string[],
  env: Record<string, string>,
): ChildProcess & { output: string[] } {
  const child = spawn(process.execPath, [QUIET, MAIN, ...flags], {
    env: { ...BARE, LOG_LEVEL: 'info', ...env },
  });
  const output: string[] = [];
  child.stdout.on('data', (data) => output.push(String(data)));
  child.stderr.on('data', (data) => output.push(String(data)));
  return Object.assign(endWithTest(child), { output });
}

/** Runs a script as a user does, with nothing else in the environment, to its end. */
export function runScript(
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const script = join(ROOT, 'scripts', `${name}.ts`);
  return new Promise((resolve) => {
    const options = { env: { ...BARE, ...env } };
    execFile(process.execPath, [QUIET, script, ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

/** Opens a store in a process of its own, and marks one draw in it. */
export async function drawElsewhere(url: string): Promise<void> {
  const src = join(ROOT, 'src', 'store');
  const script = `
    const { openStore } = await import(${JSON.stringify(join(src, 'open-store.ts'))});
    const { readDatabaseAddress } = await import(${JSON.stringify(join(src, 'database-address.ts'))});
    const store = await openStore(readDatabaseAddress(process.env.URL));
    await store.draws.mark('here', String(process.pid));
    await store.close();`;
  const args = [QUIET, '--input-type=module', '--eval', script];
  await promisify(execFile)(process.execPath, args, { env: { ...BARE, URL: url } });
}

/** What a bot on this Discord finds in its environment: a corpus and a database of its own. */
export async function environmentOn(discord: LocalDiscord): Promise<Record<string, string>> {
  const { folder, path } = await writeCorpus(archive);
  return {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: `file:${join(folder, 'room.db')}`,
    CORPUS: path,
  };
}

/** A bot on this Discord. */
export const botOn = async (discord: LocalDiscord, env: Record<string, string> = {}) =>
  main(['--bot'], { ...(await environmentOn(discord)), ...env });

export async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

/** Waits until a bot is connected and its commands are there; on a busy machine that takes long. */
export const connected = (discord: LocalDiscord) =>
  expect
    .poll(() => discord.commands().length && discord.gateway.connected(), { timeout: 45_000 })
    .toBeTruthy();
