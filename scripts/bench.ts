import './quiet-pipe.ts';
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { UserError } from '../src/errors.ts';
import { madeCorpus } from './bench/made-corpus.ts';
import { measure, type Result } from './bench/measure.ts';
import { tableHead, tableLine } from './bench/print-table.ts';
import { peers } from './peers/index.ts';

/**
 * `npm run -s bench -- [--sizes 1000,10000,100000] [--json]`: what the product's engine and others
 * take on the same made-up corpus, each in a process of its own.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    engine: { type: 'string' },
    json: { type: 'boolean', default: false },
    measured: { type: 'string' },
  },
});

try {
  if (values.measured !== undefined) await measureHere(values.measured, Number(values.sizes));
  else await compare();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function compare(): Promise<void> {
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0)) {
    throw new UserError('--sizes: numbers of documents divided by commas, such as 1000,10000');
  }
  const chosen = peers.filter(({ name }) => values.engine === undefined || name === values.engine);
  if (chosen.length === 0) {
    throw new UserError(`--engine: one of ${peers.map(({ name }) => name).join(', ')}`);
  }
  const results: Result[] = [];
  if (!values.json) process.stdout.write(tableHead);
  for (const size of sizes) {
    for (const { name } of chosen) {
      const result = await inProcessOfItsOwn(name, size);
      results.push(result);
      if (!values.json) process.stdout.write(tableLine(result));
    }
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ results })}\n`);
}

async function inProcessOfItsOwn(engine: string, size: number): Promise<Result> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...process.execArgv,
    '--expose-gc',
    import.meta.filename,
    '--measured',
    engine,
    '--sizes',
    String(size),
  ]);
  return JSON.parse(stdout);
}

async function measureHere(engine: string, size: number): Promise<void> {
  const kind = peers.find(({ name }) => name === engine);
  if (kind) process.stdout.write(JSON.stringify(await measure(kind, await madeCorpus(size))));
}
