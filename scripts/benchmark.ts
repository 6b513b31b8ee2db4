import './quiet-pipe.ts';
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs, promisify } from 'node:util';
import { importFiles } from '../src/data/import/import-files.ts';
import { MADE_FORMATS, MADE_WITH_TEXTS, madeFiles } from './made-sources/made-files.ts';
import { setMemoryFlags } from './v8-memory-flags.ts';

/**
 * `npm run -s benchmark -- [--records 300000] [--format NAME]... [--json]`: how many records a second
 * an import reads, and the most memory that it takes, format by format, each in a process of its own.
 * `csv-texts` and `tei-texts` have a text of 2,000 words with each record.
 */
const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '300000' },
    format: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    measured: { type: 'string' },
    out: { type: 'string', default: '' },
  },
});

/** What an import of a format's files took. */
type Figures = { read: number; added: number; seconds: number; perSecond: number; peakMb: number };

if (values.measured === undefined) await compare();
else process.stdout.write(JSON.stringify(await measure(values.measured, values.out)));

async function compare(): Promise<void> {
  const count = Number(values.records);
  const results: Record<string, Figures> = {};
  for (const name of values.format ?? MADE_FORMATS) {
    const known = [...MADE_FORMATS, ...MADE_WITH_TEXTS];
    if (!known.includes(name)) throw new Error(`--format: one of ${known.join(', ')}`);
    results[name] = await inProcessOfItsOwn(name, count);
    if (values.json) continue;
    const { read, added, seconds, perSecond, peakMb } = results[name];
    process.stdout.write(
      `${name.padEnd(15)} read ${read}, added ${added} in ${seconds.toFixed(1)} s: ${perSecond} a second, at most ${peakMb} MB\n`,
    );
  }
  if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
}

async function inProcessOfItsOwn(format: string, count: number): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'reading-room-benchmark-'));
  try {
    const sources = join(folder, 'sources');
    await mkdir(sources);
    let number = 0;
    for (const file of madeFiles(format, count)) {
      number += 1;
      await pipeline(file, createWriteStream(join(sources, `${number}`)));
    }
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...process.execArgv,
      import.meta.filename,
      '--measured',
      sources,
      '--out',
      join(folder, 'corpus.jsonl'),
    ]);
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(sources: string, out: string): Promise<Figures> {
  setMemoryFlags();
  const start = performance.now();
  const { report } = await importFiles({ paths: [sources], out, collection: 'Benchmark' });
  const seconds = (performance.now() - start) / 1000;
  return {
    read: report.read,
    added: report.added,
    seconds,
    perSecond: Math.round(report.read / seconds),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
