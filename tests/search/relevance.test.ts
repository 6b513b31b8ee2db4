import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { createMiniSearchEngine } from '../../src/search/minisearch/engine.ts';
import { aDocument } from '../support/documents.ts';
import { referenceData } from '../support/reference-data.ts';
import { aQuery, ids } from './queries.ts';

const { path: FOLDER, isHere } = referenceData('relevance');
const COLLECTIONS = ['cran', 'med', 'cacm'];
/** Enough to tell, and done in seconds. */
const MOST_QUERIES = 100;

const lines = (name: string, file: string) =>
  readFileSync(join(FOLDER, name, file), 'utf8')
    .trim()
    .split('\n');

const asJson = (line: string) => JSON.parse(line);

/** Discounted gain of the first ten against that of the best ten there are, 0 to 1. */
function ndcg10(found: readonly string[], judged: ReadonlyMap<string, number>): number {
  const gain = (grades: readonly number[]) =>
    grades.slice(0, 10).reduce((sum, grade, i) => sum + grade / Math.log2(i + 2), 0);
  const best = [...judged.values()].sort((a, b) => b - a);
  return gain(found.map((id) => judged.get(id) ?? 0)) / gain(best);
}

type Scores = { ours: number; defaults: number };

/** The mean nDCG@10 of our engine and of MiniSearch as it comes, on one collection. */
async function measure(name: string): Promise<Scores> {
  const corpus = lines(name, 'corpus.jsonl').map(asJson);
  const judgements = Map.groupBy(
    lines(name, 'qrels.tsv').map((line) => line.split('\t')),
    ([query]) => query,
  );
  const engine = createMiniSearchEngine(
    corpus.map(({ id, title, text }) =>
      aDocument({ id, title: title.trim() || 'untitled', description: text }),
    ),
  );
  const peer = new MiniSearch({ fields: ['title', 'text'] });
  peer.addAll(corpus);
  const scores: Scores[] = [];
  for (const { id, text } of lines(name, 'queries.jsonl').slice(0, MOST_QUERIES).map(asJson)) {
    const rows = judgements.get(id) ?? [];
    if (rows.length === 0) continue;
    const judged = new Map(rows.map(([, document = '', grade]) => [document, Number(grade)]));
    const ours = ndcg10(ids(await engine.search(aQuery(text))), judged);
    const defaults = ndcg10(
      peer.search(text).map((hit) => String(hit.id)),
      judged,
    );
    scores.push({ ours, defaults });
  }
  const mean = (key: 'ours' | 'defaults') =>
    scores.reduce((sum, score) => sum + score[key], 0) / scores.length;
  return { ours: mean('ours'), defaults: mean('defaults') };
}

describe('relevance', () => {
  it.skipIf(!isHere)(
    'ranks clearly better than MiniSearch does by default',
    async () => {
      const measured: ({ name: string } & Scores)[] = [];
      for (const name of COLLECTIONS) measured.push({ name, ...(await measure(name)) });
      const total = (key: 'ours' | 'defaults') => measured.reduce((sum, it) => sum + it[key], 0);
      for (const { name, ours, defaults } of measured) {
        expect(ours / defaults, name).toBeGreaterThan(1.05);
      }
      expect(total('ours') / total('defaults')).toBeGreaterThan(1.15);
    },
    60_000,
  );
});
