import { closeSync, openSync, writeSync } from 'node:fs';
import { copyFile, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/sqlite/open-store.ts';
import { watchDatabase } from '../../src/store/sqlite/watch-database.ts';
import { ERROR, recordLog } from '../support/recorded-log.ts';

let path: string;
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'reading-room-')), 'room.db');
});

/** Byte 18 says which version of SQLite may write to the file: of a later one it is read-only. */
function makeReadOnly(file: string): void {
  const opened = openSync(file, 'r+');
  writeSync(opened, Buffer.from([3]), 0, 1, 18);
  closeSync(opened);
}

test('a read-only database is refused at the start, in a sentence', async () => {
  await (await openStore(path)).close();
  makeReadOnly(path);
  await expect(openStore(path)).rejects.toThrow(/room\.db can't be opened: it is read-only/);
});

test('what is no database is refused in a sentence', async () => {
  await writeFile(path, 'no database at all, but long enough to be looked at as one');
  await expect(openStore(path)).rejects.toThrow(/can't be opened: file is not a database/);
});

describe('a database that the bot has open', () => {
  const watched = async () => {
    const store = await openStore(path);
    const { log, lines } = recordLog();
    const watching = watchDatabase(path, log, 5);
    onTestFinished(async () => {
      await watching.stop();
      await store.close();
    });
    return { store, lines };
  };
  const told = (reason: RegExp) => [{ level: ERROR, msg: expect.stringMatching(reason) }];

  test('is told of once where it is deleted, also if another comes later', async () => {
    const { lines } = await watched();
    await rm(path);
    await expect.poll(() => lines.length).toBe(1);
    await writeFile(path, 'another');
    const other = recordLog();
    const watching = watchDatabase(path, other.log, 5);
    await rm(path);
    // The second to look has told of it, so the first has looked again, too.
    await expect.poll(() => other.lines.length).toBe(1);
    await watching.stop();
    expect(lines).toMatchObject(told(/was deleted while the bot is running/));
  });

  test('is told of where another takes its place', async () => {
    const { lines } = await watched();
    await copyFile(path, `${path}.backup`);
    await rename(`${path}.backup`, path);
    await expect.poll(() => lines).toMatchObject(told(/was replaced while the bot is running/));
  });

  test('is not told of while it is only written to', async () => {
    const { store, lines } = await watched();
    const before = await stat(path);
    for (let at = 0; at < 50; at += 1) await store.draws.mark('here', `${at}`);
    expect((await stat(path)).ino).toBe(before.ino);
    expect(lines).toEqual([]);
  });
});
