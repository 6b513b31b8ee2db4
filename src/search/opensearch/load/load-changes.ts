import type { Document } from '../../../data/corpus/document.ts';
import type { Page } from '../../../data/texts/page.ts';
import { idfOf } from '../../ranking/idf.ts';
import { createTermsReader } from '../../text/analysis.ts';
import type { Cluster, ClusterAddress } from '../cluster.ts';
import { analyse } from '../fields/document-fields.ts';
import { createLexicon, type Lexicon } from '../fields/lexicon.ts';
import { analyseText } from '../fields/text-fields.ts';
import { NOWHERE, type WordCounts } from '../fields/word-counts.ts';
import { pin } from '../pinned-index.ts';
import { readPages } from '../reading.ts';
import { scan } from '../scan.ts';
import { asToken } from '../tokens.ts';
import { CHANGED_WITHIN_MS, draftOf, pageId, pagesOf, type Version, wordsOf } from '../versions.ts';
import { keysOf, type Target } from './analyst.ts';
import { openAnalysts } from './analysts.ts';
import { clone, dropDeleted } from './copy-index.ts';
import { countWords } from './count-words.ts';
import type { Changes, Replaced } from './find-changes.ts';
import { loadDocuments, type Progressed } from './load-whole.ts';
import { sendLines } from './send-lines.ts';
import type { Space, Survey } from './survey.ts';
import { readTextAt } from './text-places.ts';
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
  const target = { documents: draft, pages: pagesOf(name) };
  await clone(cluster, before.index, draft);
  await clone(cluster, pagesOf(before.index), target.pages);
  await clone(cluster, wordsOf(before.index), wordsOf(name));
  const survey = await readSurvey(cluster, before);
  const analysts = openAnalysts(cluster, address, survey, affected.length);
  const lexicon = createLexicon();
  try {
    for (const part of parts(replaced))
      await removeDocuments(cluster, before, part, target, lexicon);
    await loadDocuments(analysts, target, lines, affected, progressed);
    for (const ordinal of affected) {
      const document = lines.documents.at(ordinal);
      const text = lines.texts.get(document.id);
      addWords(document, text ? await readTextAt(text) : [], lexicon);
    }
  } finally {
    await analysts.close();
  }
  await dropDeleted(cluster, draft, name);
  await recount(cluster, before, name, lexicon);
}

/** Removes documents with their pages, and tells which words they held. */
async function removeDocuments(
  cluster: Cluster,
  before: Version,
  replaced: readonly Replaced[],
  target: Target,
  lexicon: Lexicon,
): Promise<void> {
  const index = pin(cluster.within(CHANGED_WITHIN_MS), before);
  const documents = await index.documents(replaced.map(({ id }) => id));
  const byId = new Map(documents.map((document) => [document.id, document]));
  for (const { id, pages } of replaced) {
    const document = byId.get(id);
    const text = await readPages(index, id, { offset: 0, limit: pages });
    if (document) addWords(document, text, lexicon);
    const ids = text.map(({ page }) => pageId(id, page));
    if (ids.length > 0) await sendLines(cluster, target.pages, ids.map(deletion));
  }
  await sendLines(
    cluster,
    target.documents,
    replaced.map(({ id }) => deletion(id)),
  );
}

const deletion = (id: string): string => `${JSON.stringify({ delete: { _id: id } })}\n`;

/** What an index was made with, read from its words. */
async function readSurvey(cluster: Cluster, { index, meta }: Version): Promise<Survey> {
  const { meanLength, texts, width, documents } = meta;
  const means = { meanLength, meanTextLength: texts.meanLength };
  if (width === 0) return { ...means, space: undefined };
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
  return { ...means, space };
}

const analyze = createTermsReader(100_000);

function addWords(document: Document, text: readonly Page[], lexicon: Lexicon): void {
  const surroundings = { repeats: 0, position: 0, meanLength: 1 };
  for (const term of analyse(document, surroundings, analyze, lexicon).terms) term.count = 0;
  if (text.length > 0) analyseText(text, 1, analyze, lexicon);
}

/** Counts anew what documents that have come or gone hold. */
async function recount(
  cluster: Cluster,
  { meta }: Version,
  name: string,
  { words, terms }: Lexicon,
): Promise<void> {
  const touched = (entries: ReadonlyMap<string, { documents: number; texts: number }>) =>
    new Set([...entries].flatMap(([text, one]) => (one.documents + one.texts > 0 ? text : [])));
  const [printed, held] = [touched(words), touched(terms)];
  const index = pin(cluster.within(CHANGED_WITHIN_MS), { index: name, meta });
  for (const part of parts([...new Set([...printed, ...held])])) {
    const countsOf = await countWords(index, part, printed, held);
    const lines = part.map((word) => {
      const changes: Partial<WordCounts> = countsOf(word);
      const keys = (counts: Partial<WordCounts>) => ({
        keys: keysOf(word, (counts.printed_most ?? 0) > 0),
      });
      const doc = { ...changes, ...(printed.has(word) && keys(changes)) };
      const upsert = { word, ...NOWHERE, ...keys(changes), ...changes };
      const update = { update: { _id: asToken(word) } };
      return `${JSON.stringify(update)}\n${JSON.stringify({ doc, upsert })}\n`;
    });
    await sendLines(cluster, wordsOf(name), lines);
  }
}

function parts<One>(all: readonly One[]): One[][] {
  return Array.from({ length: Math.ceil(all.length / A_PART) }, (_, i) =>
    all.slice(i * A_PART, (i + 1) * A_PART),
  );
}
