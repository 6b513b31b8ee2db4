import './quiet-pipe.ts';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startLocalDiscord } from 'local-discord';
import { readProcessConfig } from '../src/config.ts';
import { loadCorpus } from '../src/data/corpus/corpus.ts';
import type { Document } from '../src/data/corpus/document.ts';
import { startBotProcess, untilRegistered } from './bench/bot-process.ts';

/**
 * `npm run -s bench:memory -- [--interactions 10000] [--json]`: how much memory the bot takes on the
 * corpus that CORPUS names, after its start, while it answers and half a minute after. Linux only:
 * the figures are those of `/proc/PID/smaps_rollup`.
 * @see https://docs.kernel.org/filesystems/proc.html
 */
const { values } = parseArgs({
  options: { interactions: { type: 'string', default: '10000' }, json: { type: 'boolean' } },
});
const interactions = Number(values.interactions);

/** How often memory is read while interactions go on. */
const READINGS = 10;

/** As long as the bot is left alone before memory is read: its idle threads are let go meanwhile. */
const QUIET_MS = 30_000;

/** In megabytes. `own` is what no other process has. */
type Reading = { at: string; resident: number; proportional: number; own: number };

const folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
const { documents } = await loadCorpus(readProcessConfig().corpus);
const discord = await startLocalDiscord();
// The first start makes the index; those that follow find it.
const first = startBotProcess(discord, join(folder, 'room.db'));
await untilRegistered(discord);
await wait(5000);
first.kill();
await new Promise((resolve) => first.once('exit', resolve));
const bot = startBotProcess(discord, join(folder, 'room.db'));
const readings: Reading[] = [];
try {
  while (discord.gateway.connected() === 0) await wait(100);
  await wait(QUIET_MS);
  await read('start');
  const ada = discord.as('ada');
  const failed = new Map<string, number>();
  for (let number = 0; number < interactions; number += 1) {
    const [name, options] = interactionOf(number);
    const outcome = await ada.command(name, options);
    await outcome.answer().catch(() => failed.set(name, (failed.get(name) ?? 0) + 1));
    if ((number + 1) % Math.ceil(interactions / READINGS) === 0) await read(`${number + 1}`);
  }
  for (const [name, count] of failed) process.stderr.write(`/${name} failed ${count} times\n`);
  await wait(QUIET_MS);
  await read('quiet');
  if (values.json) process.stdout.write(`${JSON.stringify(readings)}\n`);
} finally {
  bot.kill();
  await discord.close();
  await rm(folder, { recursive: true, force: true });
}

/** Words, documents, dates, charts and citations by turns, spread evenly over the corpus. */
function interactionOf(number: number): [name: string, options: Record<string, string>] {
  const document = documents[(number * 7919) % documents.length] as Document;
  const words = document.title.split(/\s+/);
  const start = number % Math.max(1, words.length - 3);
  const query = words.slice(start, start + 1 + (number % 4)).join(' ') || 'telegram';
  const [, year = '1950', month = '01', day = '01'] =
    /(\d{4})-(\d\d)-(\d\d)/.exec(document.date.edtf ?? '') ?? [];
  const kinds: [name: string, options: Record<string, string>][] = [
    ['search', { query }],
    ['document', { title: document.id }],
    ['search', { query: `"${query}"` }],
    ['related', { document: document.id }],
    ['date', { when: `${year}-${month}` }],
    ['onthisday', { date: `${month}-${day}` }],
    ['search', { query, from: year }],
    ['passages', { question: `Why ${document.title.slice(0, 150)}?` }],
    ['random', {}],
    ['quote', { text: document.title.slice(0, 200).padEnd(40, ' and so on') }],
    ['cite', { document: document.id }],
    ['collection', { name: document.collection }],
    ['timeline', { query }],
    ['search', { query: document.title.slice(0, 200) }],
    ['about', {}],
    ['help', {}],
  ];
  return kinds[number % kinds.length] as (typeof kinds)[number];
}

async function read(at: string): Promise<void> {
  const text = await readFile(`/proc/${bot.pid}/smaps_rollup`, 'utf8');
  const megabytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) / 1024;
  const reading = {
    at,
    resident: megabytes('Rss'),
    proportional: megabytes('Pss'),
    own: megabytes('Private_Clean') + megabytes('Private_Dirty'),
  };
  readings.push(reading);
  if (values.json) return;
  const shown = [reading.resident, reading.proportional, reading.own].map((one) => one.toFixed(0));
  process.stdout.write(
    `${at.padStart(6)}  resident ${shown[0]} MB, proportional ${shown[1]}, own ${shown[2]}\n`,
  );
}
