import type { Document } from '../../../data/corpus/document.ts';
import { idfOf } from '../../ranking/idf.ts';
import { createTermsReader } from '../../text/analysis.ts';
import type { Cluster, ClusterAddress } from '../cluster.ts';
import { analyse } from '../fields/document-fields.ts';
import { createLexicon, type Lexicon } from '../fields/lexicon.ts';
import { pin } from '../pinned-index.ts';
import { NOTHING, term } from '../queries.ts';
import { scan } from '../scan.ts';
import { asToken } from '../tokens.ts';
import { CHANGED_WITHIN_MS, draftOf, type Version, wordsOf } from '../versions.ts';
import { keysOf } from './analyst.ts';
import { openAnalysts } from './analysts.ts';
import { clone, dropDeleted } from './copy-index.ts';
import type { Changes } from './find-changes.ts';
import { loadDocuments, type Progressed } from './load-whole.ts';
import { sendLines } from './send-lines.ts';
import type { Space, Survey } from './survey.ts';
import { floatsOf } from './vectors.ts';

/** Ids, words and lines of one request. */
const A_PART = 1000;

/**
 * Copies an index within the cluster, which takes no time, and changes the copy, which nobody reads
 * yet.
 * @param name of the copy
 */
export async function loadChanges(
  cluster: Cluster,
  address: ClusterAddress,
  before: Version,
  name: string,
  { lines, affected, replaced }: Changes,
  progressed: Progressed,
): Promise<void> {
  const draft = draftOf(name);
  await clone(cluster, before.index, draft);
  await clone(cluster, wordsOf(before.index), wordsOf(name));
  const survey = await readSurvey(cluster, before);
  const analysts = openAnalysts(cluster, address, survey, affected.length);
  const lexicon = createLexicon();
  try {
    for (const part of parts(replaced)) {
      const former = await pin(cluster, before).documents(part);
      for (const document of former) addWords(document, lexicon);
      const deletions = part.map((id) => `${JSON.stringify({ delete: { _id: id } })}\n`);
      await sendLines(cluster, draft, deletions);
    }
    await loadDocuments(analysts, draft, lines, affected, progressed);
    for (const ordinal of affected) addWords(lines.documents.at(ordinal), lexicon);
  } finally {
    await analysts.close();
  }
  await dropDeleted(cluster, draft, name);
  await recount(cluster, before, name, lexicon);
}

/** What an index was made with, read from its words. */
async function readSurvey(cluster: Cluster, { index, meta }: Version): Promise<Survey> {
  const { meanLength, width, documents } = meta;
  if (width === 0) return { meanLength, space: undefined };
  const terms: string[] = [];
  const rows: Float32Array[] = [];
  const idfs: number[] = [];
  const wanted = { _source: ['word', 'frequency', 'vector'] };
  for await (const { _source } of scan(cluster, wordsOf(index), 'word', wanted)) {
    const { word, frequency, vector } = _source as {
      word: string;
      frequency: number;
      vector?: string;
    };
    if (vector === undefined) continue;
    terms.push(word);
    rows.push(floatsOf(vector));
    idfs.push(idfOf(frequency, documents));
  }
  const directions = new Float32Array(rows.length * width);
  for (const [at, row] of rows.entries()) directions.set(row, at * width);
  const space: Space = { width, terms, directions, idfs: Float32Array.from(idfs) };
  return { meanLength, space };
}

const analyze = createTermsReader(100_000);

function addWords(document: Document, lexicon: Lexicon): void {
  const surroundings = { repeats: 0, position: 0, meanLength: 1 };
  for (const term of analyse(document, surroundings, analyze, lexicon).terms) term.count = 0;
}

/** Counts anew what documents that have come or gone hold. */
async function recount(
  cluster: Cluster,
  { meta }: Version,
  name: string,
  { words, terms }: Lexicon,
): Promise<void> {
  const touched = (entries: ReadonlyMap<string, { documents: number }>) =>
    new Set([...entries].flatMap(([text, { documents }]) => (documents > 0 ? text : [])));
  const [printed, held] = [touched(words), touched(terms)];
  const index = pin(cluster.within(CHANGED_WITHIN_MS), { index: name, meta });
  for (const part of parts([...new Set([...printed, ...held])])) {
    const counts = await index.count(
      part.flatMap((word) => [
        printed.has(word) ? term('words', asToken(word)) : NOTHING,
        held.has(word) ? term('stems', asToken(word)) : NOTHING,
      ]),
    );
    const lines = part.map((word, i) => {
      const changes = {
        ...(printed.has(word) && printedFields(word, counts[2 * i] ?? 0)),
        ...(held.has(word) && { frequency: counts[2 * i + 1] }),
      };
      const upsert = { word, frequency: 0, ...printedFields(word, 0), ...changes };
      const update = { update: { _id: asToken(word) } };
      return `${JSON.stringify(update)}\n${JSON.stringify({ doc: changes, upsert })}\n`;
    });
    await sendLines(cluster, wordsOf(name), lines);
  }
}

const printedFields = (word: string, printed: number) => ({
  printed,
  keys: keysOf(word, printed > 0),
});

function parts<One>(all: readonly One[]): One[][] {
  return Array.from({ length: Math.ceil(all.length / A_PART) }, (_, i) =>
    all.slice(i * A_PART, (i + 1) * A_PART),
  );
}
