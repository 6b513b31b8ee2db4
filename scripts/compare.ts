import './quiet-pipe.ts';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { readProcessConfig } from '../src/config.ts';
import { readCorpus } from '../src/data/corpus/corpus.ts';
import { unreadable } from '../src/data/corpus/problem.ts';
import { UserError } from '../src/errors.ts';
import { createLogger } from '../src/log.ts';
import { openChosenArchive } from '../src/open-archive.ts';
import { openPackedArchive } from '../src/search/minisearch/create-archive.ts';
import { loadNames } from '../src/search/names/authority.ts';
import { type Answers, askAll, PARTS } from './compare/answers.ts';
import { exitCodeOf, UsageError } from './exit-code.ts';

const USAGE = `Usage: npm run -s compare -- --questions FILE [--json] [--differences]

Asks the archive that comes with the bot and the OpenSearch that SEARCH_URL names the same questions
about the corpus that CORPUS names, which must have been loaded there ("npm run load"), and counts how
often they answer alike. FILE has a question a line; "npm run -s compare:questions -- 400 > FILE" makes one of the corpus's own words.

  --differences  name each question that is answered otherwise
  --json         report as one JSON object
`;

/** Questions of which the first ten must come in the same order. */
const LEAST = 0.97;

process.exitCode = await exitCodeOf(run, USAGE);

async function run(): Promise<number> {
  const { questions: path, differences, json } = readArguments();
  const questions = await readQuestions(path);
  const config = readProcessConfig();
  if (!config.search)
    throw new UsageError('SEARCH_URL is missing: put OpenSearch’s address into .env.');
  const log = createLogger('error');
  const { documents, ...beside } = await readCorpus(config.corpus);
  const embedded = openPackedArchive(documents, beside, loadNames(config.names));
  const live = await openChosenArchive({ ...config, snapshot: undefined }, log);
  const equal = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<keyof Answers, number>;
  try {
    for (const question of questions) {
      const [one, other] = [await askAll(embedded, question), await askAll(live.archive, question)];
      for (const part of PARTS) {
        if (one[part] === other[part]) equal[part] += 1;
        else if (differences) process.stderr.write(`${part}: ${question}\n`);
      }
    }
  } finally {
    await live.close();
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
    options: { questions: { type: 'string' }, differences: flag, json: flag },
  });
  if (values.questions === undefined) throw new UsageError(USAGE);
  return { ...values, questions: values.questions };
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
