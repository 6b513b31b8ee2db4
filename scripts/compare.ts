import './quiet-pipe.ts';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readProcessConfig } from '../src/config.ts';
import { unreadable } from '../src/data/corpus/problem.ts';
import { UserError } from '../src/errors.ts';
import { createLogger } from '../src/log.ts';
import { openChosenArchive } from '../src/open-archive.ts';
import type { Archive } from '../src/search/archive.ts';
import type { SearchedPart } from '../src/search/questions.ts';
import { type Answers, askAll, PARTS } from './compare/answers.ts';
import { exitCodeOf, UsageError } from './exit-code.ts';

const USAGE = `Usage: npm run -s compare -- --questions FILE [--in PART] [--json] [--differences]

Asks the archive that comes with the bot and the OpenSearch that SEARCH_URL names the same questions
about the corpus that CORPUS names, which must have been loaded there ("npm run load"), and counts how
often they answer alike. FILE has a question a line; "npm run -s compare:questions -- 400 > FILE" makes
one of the corpus's own words.

  --in PART      where to look: "records" or "texts"; both, if left out
  --differences  name each question that is answered otherwise
  --json         report as one JSON object
`;

/** Questions of which the first ten must come in the same order. */
const LEAST = 0.97;

process.exitCode = await exitCodeOf(run, USAGE);

async function run(): Promise<number> {
  const { questions: path, in: part, differences, json } = readArguments();
  const questions = await readQuestions(path);
  const config = readProcessConfig();
  if (!config.search)
    throw new UsageError('SEARCH_URL is missing: put OpenSearch’s address into .env.');
  const log = createLogger('error');
  const embedded = await openChosenArchive(
    { ...config, search: undefined, snapshot: undefined },
    log,
  );
  const live = await openChosenArchive({ ...config, snapshot: undefined }, log);
  const equal = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<keyof Answers, number>;
  try {
    await untilTextsAreRead(embedded.archive);
    for (const question of questions) {
      const one = await askAll(embedded.archive, question, part);
      const other = await askAll(live.archive, question, part);
      for (const kind of PARTS) {
        if (one[kind] === other[kind]) equal[kind] += 1;
        else if (differences) process.stderr.write(`${kind}: ${question}\n`);
      }
    }
  } finally {
    await live.close();
    await embedded.close();
  }
  const { length } = questions;
  const isEqual = PARTS.every((part) =>
    part === 'order' ? equal.order >= LEAST * length : equal[part] === length,
  );
  process.stdout.write(
    json
      ? `${JSON.stringify({ questions: length, equal, isEqual })}\n`
      : PARTS.map((part) => `${part}: ${equal[part]} of ${length} alike\n`).join(''),
  );
  return isEqual ? 0 : 1;
}

function readArguments() {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    options: {
      questions: { type: 'string' },
      in: { type: 'string' },
      differences: flag,
      json: flag,
    },
  });
  const { questions, in: part } = values;
  if (questions === undefined) throw new UsageError(USAGE);
  if (part !== undefined && part !== 'records' && part !== 'texts')
    throw new UsageError(`--in: "${part}" is neither "records" nor "texts".`);
  return { ...values, questions, in: part as SearchedPart | undefined };
}

/** Texts are read after the records, if there are many. */
async function untilTextsAreRead(archive: Archive): Promise<void> {
  while ((await archive.textCoverage()).pending !== undefined) await wait(500);
}

async function readQuestions(path: string): Promise<string[]> {
  const questions: string[] = [];
  try {
    for await (const line of createInterface(createReadStream(path))) {
      if (line.trim()) questions.push(line);
    }
  } catch (error) {
    throw new UserError(`${path} can’t be read: ${unreadable(error)}.`);
  }
  if (questions.length === 0) throw new UserError(`${path} has no questions: one on each line.`);
  return questions;
}
