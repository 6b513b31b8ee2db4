import './quiet-pipe.ts';
import { parseArgs } from 'node:util';
import { readProcessConfig } from '../src/config.ts';
import { readCorpus } from '../src/data/corpus/corpus.ts';
import { UserError } from '../src/errors.ts';
import { openCluster } from '../src/search/opensearch/cluster.ts';
import { defaultShape } from '../src/search/opensearch/load/default-shape.ts';
import { loadCorpus } from '../src/search/opensearch/load/load-corpus.ts';
import { showLoading } from './load-progress.ts';
import { setMemoryFlags } from './v8-memory-flags.ts';

const USAGE = `Usage: npm run -s load -- [corpus.jsonl...] [options]

Loads a corpus (by default the one that CORPUS names) into the OpenSearch that SEARCH_URL names. What
was there before stays in use until all has arrived; where only a little has changed, only that is loaded.

  --shards N    how many parts the index has; by default one for each node
  --replicas N  how many copies of each; by default one, or none where there is one node
  --whole       load all of it, whatever is there already
  --json        report as one JSON object
`;

/** Wrong usage, as opposed to a corpus or a cluster that can't be read. */
class UsageError extends UserError {}

try {
  await main();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function main(): Promise<void> {
  const { values, paths } = readArguments();
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const { search, corpus: usual } = readProcessConfig();
  if (!search) throw new UsageError('SEARCH_URL is missing: put OpenSearch’s address into .env.');
  setMemoryFlags();
  const start = performance.now();
  const corpus = await readCorpus(paths.length > 0 ? paths : usual);
  const cluster = openCluster(search);
  const progress = showLoading(process.stderr);
  try {
    const shape = { ...(await defaultShape(cluster)), ...numbersIn(values) };
    const loaded = await loadCorpus({
      cluster,
      address: search,
      alias: search.alias,
      corpus,
      shape,
      isWhole: values.whole,
      progressed: progress.show,
    });
    progress.end();
    const seconds = (performance.now() - start) / 1000;
    report(loaded, seconds, values.json);
  } finally {
    progress.end();
    await cluster.close();
  }
}

type Loaded = Awaited<ReturnType<typeof loadCorpus>>;

function report({ index, documents, ...changes }: Loaded, seconds: number, json: boolean): void {
  const documentsPerSecond = Math.round(documents / seconds);
  const figures = { index, documents, seconds: Number(seconds.toFixed(2)), documentsPerSecond };
  const { changed, removed } = changes;
  const line =
    changed === undefined
      ? `${documents} documents loaded in ${seconds.toFixed(1)} s (${documentsPerSecond} a second) as ${index}`
      : `${documents} documents: ${changed} changed, ${removed} removed in ${seconds.toFixed(1)} s, as ${index}`;
  process.stdout.write(`${json ? JSON.stringify({ ...figures, ...changes }) : line}\n`);
}

function readArguments() {
  const number = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values, positionals: paths } = parseArgs({
      allowPositionals: true,
      options: { shards: number, replicas: number, whole: flag, json: flag, help: flag },
    });
    return { values, paths };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function numbersIn({ shards, replicas }: { shards?: string; replicas?: string }) {
  return {
    ...(shards !== undefined && { shards: readNumber('--shards', shards, 1) }),
    ...(replicas !== undefined && { replicas: readNumber('--replicas', replicas, 0) }),
  };
}

function readNumber(name: string, text: string, least: number): number {
  if (/^\d{1,3}$/.test(text) && Number(text) >= least) return Number(text);
  throw new UsageError(`${name}: "${text}" is not a number from ${least} to 999.`);
}
