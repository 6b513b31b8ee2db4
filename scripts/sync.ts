import './quiet-pipe.ts';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, readProcessConfig } from '../src/config.ts';
import { UserError } from '../src/errors.ts';
import { createLogger } from '../src/log.ts';
import { corpusToFollow } from '../src/open-sources.ts';
import { formatSyncReport } from '../src/sources/follow/report.ts';
import { sync } from '../src/sources/follow/sync.ts';
import { readSourcesFile } from '../src/sources/settings/sources-file.ts';
import { NO_CONTACT, userAgent } from '../src/sources/user-agent.ts';
import { version } from '../src/version.ts';
import { exitCodeOf, UsageError } from './exit-code.ts';
import { setMemoryFlags } from './v8-memory-flags.ts';

const USAGE = `Usage: npm run -s sync -- [name...] [options]

Follows the sources that sources.yaml (or SOURCES) lists, all or those named, and writes what has changed
into the corpus. A source that fails leaves its documents as they are.

  --out          the corpus to write; by default the one that CORPUS names
  --full         ask for all anew, and not only for what has changed
  --accept-loss  believe a source that now holds less than half of what it did, or (with --full) gives
                 fewer records than it says that it has
  --json         report as one JSON object

Exit code 0: all were followed; 1: one failed, or nothing could be written; 2: wrong usage.
`;

process.exitCode = await exitCodeOf(run, USAGE);

async function run(): Promise<number> {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals: names } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      full: flag,
      'accept-loss': flag,
      json: flag,
      help: flag,
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const config = readProcessConfig();
  const { file, contact, environment } = sourcesIn(config);
  const out = values.out?.trim() || onlyCorpus(config);
  const sources = await readSourcesFile(file).catch(asUsage);
  for (const name of names.filter((one) => !sources.some((source) => source.name === one))) {
    const known = sources.map((source) => source.name).join(', ');
    throw new UsageError(`There is no source “${name}” in ${file}; it has ${known}.`);
  }
  const say = (line: string) => process.stderr.write(`${line}\n`);
  if (!contact && sources.some(({ addresses }) => addresses.length > 0)) say(NO_CONTACT);
  setMemoryFlags();
  const log = createLogger('error');
  const report = await sync({
    sources,
    ...(names.length > 0 && { names }),
    out,
    base: dirname(file),
    userAgent: userAgent(version, contact),
    environment,
    acceptsLoss: values['accept-loss'],
    isFull: values.full,
    progressed: (name) =>
      say(name === undefined ? 'Another process follows sources; waiting for it …' : `${name} …`),
    onError: (err, source) => log.error({ err, source }, 'A source could not be followed.'),
  });
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : formatSyncReport(report, out));
  return report.sources.some(({ error }) => error !== null) ? 1 : 0;
}

function sourcesIn({ sources }: Config): NonNullable<Config['sources']> {
  if (sources) return sources;
  throw new UsageError(
    'There is no sources.yaml here. Write one, or name another file in SOURCES; README.md says how.',
  );
}

function onlyCorpus(config: Config): string {
  try {
    return corpusToFollow(config);
  } catch (error) {
    return asUsage(error);
  }
}

function asUsage(error: unknown): never {
  throw error instanceof UserError ? new UsageError(error.message) : error;
}
