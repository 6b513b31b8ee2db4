import './quiet-pipe.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { readProcessConfig } from '../src/config.ts';
import { loadCorpus } from '../src/data/corpus/corpus.ts';
import { startBotProcess, untilRegistered } from './bench/bot-process.ts';

/**
 * `npm run -s latency -- [--interactions 500] [--json]`: how long people wait for the first sign of
 * an answer, from the interaction to the callback, through the local Discord, with the bot in a
 * process of its own on the corpus that CORPUS names.
 */
const { values } = parseArgs({
  options: { interactions: { type: 'string', default: '500' }, json: { type: 'boolean' } },
});
const interactions = Number(values.interactions);
const folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
const { corpus: paths } = readProcessConfig();
const { documents } = await loadCorpus(paths);
const discord = await startLocalDiscord();
const bot = startBotProcess(discord, join(folder, 'room.db'));
try {
  await untilRegistered(discord);
  const queries = Array.from({ length: interactions }, (_, index) => queryFrom(index));
  const ada = discord.as('ada');
  await ada.run('search', { query: 'first of all' });
  const search: number[] = [];
  for (const query of queries) {
    const { acknowledgedAfterMs } = await ada.command('search', { query });
    search.push(acknowledgedAfterMs ?? Number.POSITIVE_INFINITY);
  }
  const autocomplete = await timed(discord, async () => {
    for (const query of queries) await ada.autocomplete('search', 'query', query.slice(0, 9));
  });
  report({ search: figures(search), autocomplete: figures(autocomplete) });
} finally {
  bot.kill();
  await discord.close();
  await rm(folder, { recursive: true, force: true });
}

/** One to four words in a row from the title of a document, spread evenly over the corpus. */
function queryFrom(index: number): string {
  const { title = '' } = documents[(index * 7919) % documents.length] ?? {};
  const words = title.split(/\s+/);
  const start = index % Math.max(1, words.length - 3);
  return words.slice(start, start + 1 + (index % 4)).join(' ') || 'telegram';
}

/** The delays of the interactions that happen meanwhile. */
async function timed(of: LocalDiscord, act: () => Promise<void>): Promise<number[]> {
  const delays: number[] = [];
  const stop = of.listen((event) => {
    if (event.type !== 'interaction-changed' || event.interaction.state === 'pending') return;
    delays.push(event.interaction.acknowledgedAfterMs ?? Number.POSITIVE_INFINITY);
  });
  await act();
  stop();
  return delays;
}

function figures(delays: readonly number[]) {
  const sorted = delays.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

function report(results: Record<string, ReturnType<typeof figures>>): void {
  if (values.json) return void process.stdout.write(`${JSON.stringify(results)}\n`);
  const ms = (delay: number) => `${delay.toFixed(1)} ms`.padStart(10);
  process.stdout.write(`${documents.length} documents; from interaction to callback:\n`);
  for (const [name, { count, p50, p99, max }] of Object.entries(results)) {
    process.stdout.write(
      `${name.padEnd(13)}${String(count).padStart(5)}  p50${ms(p50)}  p99${ms(p99)}  max${ms(max)}\n`,
    );
  }
}
