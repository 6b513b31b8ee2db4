import './quiet-pipe.ts';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../src/errors.ts';
import { type Collection, readCollection, readDocuments } from './evaluation/collection.ts';
import { evaluate, type Figures, meanOf } from './evaluation/evaluate.ts';
import { shortQuestions } from './evaluation/short-questions.ts';
import { peers } from './peers/index.ts';
import { readingRoomWithModel } from './peers/reading-room-with-model.ts';

const USAGE = `Usage: npm run -s evaluate -- <folder>... [options]

Measures how well an engine ranks, on test collections: a folder each, with corpus.jsonl
({id, title, text}), queries.jsonl ({id, text}) and qrels.tsv (query, document, grade).

  --engine      one of ${peers.map(({ name }) => name).join(', ')};
                by default the bot's own
  --short       asks 600 short questions made of the collection's own words instead; the number
                chooses which. A folder or file of your own corpus will do then
  --typos       puts one typo into each query; the number chooses which
  --embeddings  measures the bot's own also by meaning, with the model of a server in OpenAI's form
                at this address, such as http://127.0.0.1:11434/v1; vectors are kept in the folder
                for temporary files
  --embeddings-model   the model to ask for; "default" if left out
  --json        report as one JSON object
`;

const SHORT_QUESTIONS = 600;

try {
  const { folders, kinds, seed, short, json } = readArguments();
  const read = folders.map((folder) =>
    short === null ? readCollection(folder) : made(folder, short),
  );
  const collections = await Promise.all(read);
  for (const kind of kinds) {
    const figures: Record<string, Figures> = {};
    for (const collection of collections) {
      figures[collection.name] = await evaluate(kind, collection, seed);
    }
    const mean = meanOf(Object.values(figures));
    process.stdout.write(
      json
        ? `${JSON.stringify({ engine: kind.name, collections: figures, mean })}\n`
        : `${kind.name}\n${Object.entries({ ...figures, mean })
            .map(line)
            .join('')}`,
    );
  }
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

function line([name, figures]: [string, Figures]): string {
  const { ndcg10, recall100, mrr, queries, p50ms } = figures;
  return `${name.padEnd(12)} nDCG@10 ${ndcg10.toFixed(4)}  Recall@100 ${recall100.toFixed(3)}  MRR ${mrr.toFixed(3)}  ${queries} queries, half of them within ${p50ms.toFixed(2)} ms\n`;
}

function readArguments() {
  const { values, positionals: folders } = parse();
  const kind = peers.find(({ name }) => name === (values.engine ?? peers[0]?.name));
  if (!kind) throw new UserError(`--engine: one of ${peers.map(({ name }) => name).join(', ')}`);
  if (folders.length === 0) throw new UserError(`Name a folder with a collection.\n\n${USAGE}`);
  const seed = readSeed('--typos', values.typos);
  const short = readSeed('--short', values.short);
  const model = modelOf(values.embeddings, values['embeddings-model']);
  return { folders, kinds: model ? [kind, model] : [kind], seed, short, json: values.json };
}

function modelOf(url: string | undefined, model = 'default') {
  if (url === undefined) return undefined;
  if (!/^https?:/.test(url) || !URL.canParse(url)) {
    throw new UserError('--embeddings: a web address such as http://127.0.0.1:11434/v1');
  }
  return readingRoomWithModel({ url, model, key: process.env.EMBEDDINGS_KEY });
}

function readSeed(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const seed = Number(text);
  if (text.trim() && Number.isSafeInteger(seed)) return seed;
  throw new UserError(`${option}: a whole number that chooses the questions, such as 1`);
}

async function made(path: string, seed: number): Promise<Collection> {
  const documents = await readDocuments(path);
  return {
    name: basename(resolve(path)),
    documents,
    questions: shortQuestions(documents, seed, SHORT_QUESTIONS),
  };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        engine: { type: 'string' },
        typos: { type: 'string' },
        short: { type: 'string' },
        embeddings: { type: 'string' },
        'embeddings-model': { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UserError(`${(error as Error).message}\n\n${USAGE}`);
  }
}
