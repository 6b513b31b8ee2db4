import './quiet-pipe.ts';
import { parseArgs } from 'node:util';
import { readProcessConfig } from '../src/config.ts';
import { ArchiveUnreachable, UserError } from '../src/errors.ts';
import { loadFiles } from '../src/search/opensearch/load/load-files.ts';
import { exitCodeOf, UsageError } from './exit-code.ts';
import { showLoading } from './load-progress.ts';
import { setMemoryFlags } from './v8-memory-flags.ts';

const USAGE = `Usage: npm run -s load -- [corpus.jsonl...] [options]

Loads a corpus (by default the one that CORPUS names), with the texts beside it, into the OpenSearch
that SEARCH_URL names. What was there before stays in use until all has arrived; where only a little has
changed, only that is loaded.

  --shards N    how many parts the index has; by default as before, or one for each node
  --replicas N  how many copies of each; by default one, or none where there is one node
  --whole       load all of it, whatever is there already
  --json        report as one JSON object
`;

process.exitCode = await exitCodeOf(run, USAGE);

async function run(): Promise<number> {
  const { values, paths, ...given } = readArguments();
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { search, corpus: usual } = readProcessConfig();
  if (!search) throw new UsageError('SEARCH_URL is missing: put OpenSearch’s address into .env.');
  setMemoryFlags();
  const start = performance.now();
  const progress = showLoading(process.stderr);
  try {
    const loaded = await loadFiles({
      corpus: paths.length > 0 ? paths : usual,
      search,
      shape: given,
      isWhole: values.whole,
      progressed: progress.show,
    });
    progress.end();
    const seconds = (performance.now() - start) / 1000;
    report(loaded, seconds, values.json);
    return 0;
  } catch (error) {
    if (!(error instanceof ArchiveUnreachable && error.cause instanceof Error)) throw error;
    throw new UserError(
      `OpenSearch can’t be used: ${error.cause.message}. What was loaded before stays in use.`,
    );
  } finally {
    progress.end();
  }
}

type Loaded = Awaited<ReturnType<typeof loadFiles>>;

function report(loaded: Loaded, seconds: number, json: boolean): void {
  const { index, documents, texts, changed, removed } = loaded;
  const documentsPerSecond = Math.round(documents / seconds);
  const counts = texts.documents > 0 ? { texts: texts.documents, pages: texts.pages } : {};
  const changes = changed === undefined ? {} : { changed, removed };
  const figures = {
    index,
    documents,
    ...counts,
    ...changes,
    seconds: Number(seconds.toFixed(2)),
    documentsPerSecond,
  };
  const amount =
    texts.documents > 0
      ? `${documents} documents (${texts.documents} with a text, ${texts.pages} pages)`
      : `${documents} documents`;
  const took = `${seconds.toFixed(1)} s`;
  const line =
    changed === undefined
      ? `${amount} loaded in ${took} (${documentsPerSecond} a second) as ${index}`
      : `${amount}: ${changed} changed, ${removed} removed in ${took}, as ${index}`;
  process.stdout.write(`${json ? JSON.stringify(figures) : line}\n`);
}

function readArguments() {
  const number = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals: paths } = parseArgs({
    allowPositionals: true,
    options: { shards: number, replicas: number, whole: flag, json: flag, help: flag },
  });
  return {
    values,
    paths,
    shards: readNumber('--shards', values.shards, 1),
    replicas: readNumber('--replicas', values.replicas, 0),
  };
}

function readNumber(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,3}$/.test(text) && Number(text) >= least) return Number(text);
  throw new UsageError(`${name}: "${text}" is not a number from ${least} to 999.`);
}
