import { rename, writeFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openLiveArchive } from '../src/live-archive.ts';
import { createLogger } from '../src/log.ts';
import { aDocument } from './support/documents.ts';
import { ERROR, recordLog } from './support/recorded-log.ts';
import { writeCorpus } from './support/room.ts';

const line = (id: string, title: string) => `${JSON.stringify(aDocument({ id, title }))}\n`;

async function open(log = createLogger('silent')) {
  const { path } = await writeCorpus([aDocument({ id: 'one', title: 'Notes' })]);
  const live = await openLiveArchive(
    { corpus: [path], names: undefined, snapshot: undefined },
    log,
    20,
  );
  onTestFinished(live.close);
  const replace = async (text: string) => {
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  };
  const titles = async () => {
    const { documents } = await live.archive.overlapping({}, { offset: 0, limit: 9 });
    return documents.map(({ title }) => title);
  };
  return { live, replace, titles };
}

test('a changed corpus is read without a restart, and searched', async () => {
  const { live, replace, titles } = await open();
  const before = (await live.archive.summary()).readAt;
  await replace(line('one', 'Notes') + line('two', 'Telegram'));
  await expect.poll(titles, { timeout: 15_000 }).toEqual(['Notes', 'Telegram']);
  expect((await live.archive.summary()).readAt.getTime()).toBeGreaterThan(before.getTime());
  const found = await live.archive.suggest('Tele', 5);
  expect(found.map(({ id }) => id)).toEqual(['two']);
});

test('one that can’t be read leaves the one before, until it is mended', async () => {
  const { replace, titles } = await open();
  await replace('{"id": broken');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await titles()).toEqual(['Notes']);
  await replace(line('two', 'Telegram'));
  await expect.poll(titles, { timeout: 15_000 }).toEqual(['Telegram']);
});

test('a changed corpus with many problems is logged by the first ten, one line each', async () => {
  const { log, lines } = recordLog();
  const { replace } = await open(log);
  await replace('{broken\n'.repeat(500));
  await expect.poll(() => lines.filter(({ level }) => level === ERROR).length).toBe(11);
  expect(lines.find(({ level }) => level === ERROR)).toMatchObject({ faults: 500 });
  expect(lines.at(-1)?.msg).toMatch(/corpus\.jsonl:10: /);
});
