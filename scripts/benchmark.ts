import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs, promisify } from 'node:util';
import { formats } from '../src/data/import/formats.ts';
import { importFiles } from '../src/data/import/import-files.ts';
import { madeRecord, SHAPES, type Shape } from './benchmark-sources.ts';

/**
 * `npm run -s benchmark -- [--records 300000] [--format NAME]... [--json]`: how many records a second
 * an import reads, and the most memory that it takes, format by format, each in a process of its own.
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

/** What an import of one file took. */
type Figures = { read: number; added: number; seconds: number; perSecond: number; peakMb: number };

if (values.measured === undefined) await compare();
else process.stdout.write(JSON.stringify(await measure(values.measured, values.out)));

async function compare(): Promise<void> {
  const count = Number(values.records);
  const known = formats.map(({ name }) => name).filter((name) => name in SHAPES);
  const results: Record<string, Figures> = {};
  for (const name of values.format ?? known) {
    const shape = SHAPES[name];
    if (!shape) throw new Error(`--format: one of ${known.join(', ')}`);
    results[name] = await inProcessOfItsOwn(shape, count);
    if (values.json) continue;
    const { read, added, seconds, perSecond, peakMb } = results[name];
    process.stdout.write(
      `${name.padEnd(10)} read ${read}, added ${added} in ${seconds.toFixed(1)} s: ${perSecond} a second, at most ${peakMb} MB\n`,
    );
  }
  if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
}

async function inProcessOfItsOwn(shape: Shape, count: number): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'reading-room-benchmark-'));
  try {
    const file = join(folder, 'source');
    await pipeline(Readable.from(written(shape, count)), createWriteStream(file));
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...process.execArgv,
      import.meta.filename,
      '--measured',
      file,
      '--out',
      join(folder, 'corpus.jsonl'),
    ]);
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function* written({ before, record, between, after }: Shape, count: number): Generator<string> {
  yield before;
  for (let number = 1; number <= count; number += 1) {
    yield `${record(madeRecord(number), number)}${number < count ? between : after}`;
  }
}

async function measure(file: string, out: string): Promise<Figures> {
  const start = performance.now();
  const { report } = await importFiles({ paths: [file], out, collection: 'Benchmark' });
  const seconds = (performance.now() - start) / 1000;
  return {
    read: report.read,
    added: report.added,
    seconds,
    perSecond: Math.round(report.read / seconds),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
