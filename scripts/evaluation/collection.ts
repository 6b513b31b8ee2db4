import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { unreadable } from '../../src/data/corpus/problem.ts';
import { UserError } from '../../src/errors.ts';
import type { PeerDocument } from '../peers/peer.ts';
import type { Judgements } from './measures.ts';
import { readOwnCorpus } from './own-corpus.ts';

/** What is asked of a collection, and which of its documents answer it. */
export type Question = { text: string; judged: Judgements };

/** A test collection: documents, questions, and which documents answer them. */
export type Collection = {
  name: string;
  documents: readonly PeerDocument[];
  /** Those that some document answers. */
  questions: readonly Question[];
};

const Text = z.string().or(z.number().transform(String));
const Line = z.object({ id: Text, title: z.string().default(''), text: z.string() });
const Asked = z.object({ id: Text, text: z.string() });

/**
 * Reads what short questions are made for: a test collection's documents, or a corpus of ours.
 * @throws UserError if there are none
 */
export async function readDocuments(path: string): Promise<readonly PeerDocument[]> {
  const isCollection = existsSync(join(path, 'queries.jsonl'));
  if (isCollection) return readJson(join(path, 'corpus.jsonl'), Line);
  return readOwnCorpus(path).catch((error) => {
    throw new UserError(`${path}: ${unreadable(error)}`);
  });
}

/**
 * Reads `corpus.jsonl`, `queries.jsonl` and `qrels.tsv` in a folder.
 * @throws UserError if one of them is missing or not as it should be
 */
export async function readCollection(folder: string): Promise<Collection> {
  const documents = await readJson(join(folder, 'corpus.jsonl'), Line);
  const queries = await readJson(join(folder, 'queries.jsonl'), Asked);
  const judged = new Map<string, Map<string, number>>();
  for (const { place, text } of await linesOf(join(folder, 'qrels.tsv'))) {
    const [query, document, grade] = text.split('\t');
    // Some have a head.
    if (!Number.isFinite(Number(grade)) && place.endsWith(':1')) continue;
    if (query === undefined || document === undefined || !Number.isFinite(Number(grade))) {
      throw new UserError(`${place}: needs a query, a document and a grade, divided by tabs`);
    }
    const known = judged.get(query) ?? new Map<string, number>();
    judged.set(query, known.set(document, Number(grade)));
  }
  const questions = queries
    .map(({ id, text }) => ({ text, judged: judged.get(id) ?? new Map<string, number>() }))
    .filter((question) => [...question.judged.values()].some((grade) => grade > 0));
  return { name: basename(resolve(folder)), documents, questions };
}

async function readJson<Value>(path: string, schema: z.ZodType<Value>): Promise<Value[]> {
  return (await linesOf(path)).map(({ place, text }) => {
    const read = schema.safeParse(parse(text, place));
    if (!read.success) throw new UserError(`${place}: ${z.prettifyError(read.error)}`);
    return read.data;
  });
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`${place}: is not JSON (${(error as Error).message})`);
  }
}

async function linesOf(path: string): Promise<{ place: string; text: string }[]> {
  const text = await readFile(path, 'utf8').catch((error) => {
    throw new UserError(`${path}: ${unreadable(error)}`);
  });
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ place: `${path}:${index + 1}`, text: line }))
    .filter((line) => line.text.trim());
}
