import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mean, ndcg10, reciprocalRank } from '../../scripts/evaluation/measures.ts';
import { readOwnCorpus } from '../../scripts/evaluation/own-corpus.ts';
import { shortQuestions } from '../../scripts/evaluation/short-questions.ts';
import { readingRoom } from '../../scripts/peers/reading-room.ts';
import { sqliteFts5 } from '../../scripts/peers/sqlite-fts5.ts';
import { createMiniSearchEngine } from '../../src/search/minisearch/engine.ts';
import { aDocument } from '../support/documents.ts';
import { aQuery, ids } from './queries.ts';

describe('short questions over the starter corpus', () => {
  test('are answered at least as well as by FTS5, for three seeds', async () => {
    const documents = await readOwnCorpus(`${import.meta.dirname}/../../src/data/starter`);
    const engines = [await readingRoom.build(documents), await sqliteFts5.build(documents)];
    for (const seed of [1, 2, 3]) {
      const questions = shortQuestions(documents, seed, 300);
      expect(questions.length).toBe(300);
      const figures = [];
      for (const engine of engines) {
        const rows = [];
        for (const { text, judged } of questions) {
          const found = (await engine.search({ text }, 10)) ?? [];
          rows.push({ mrr: reciprocalRank(found, judged), ndcg: ndcg10(found, judged) });
        }
        figures.push({
          mrr: mean(rows.map((row) => row.mrr)),
          ndcg: mean(rows.map((row) => row.ndcg)),
        });
      }
      const [ours, fts5] = figures;
      expect(ours?.mrr, `seed ${seed}`).toBeGreaterThanOrEqual(Math.max(0.99, fts5?.mrr ?? 1));
      expect(ours?.ndcg, `seed ${seed}`).toBeGreaterThanOrEqual(Math.max(0.99, fts5?.ndcg ?? 1));
    }
  });
});

describe('of a short question', () => {
  const WORDS = ['glacier', 'treaty', 'harbour', 'census', 'vineyard'];
  const archive = fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }), {
    minLength: 20,
    maxLength: 60,
  });
  const found = async (texts: readonly string[][], words: readonly string[]) => {
    const engine = createMiniSearchEngine(
      texts.map((text, i) =>
        aDocument({ id: `d${i}`, title: `Item ${i}`, description: text.join(' ') }),
      ),
    );
    const page = await engine.search({ ...aQuery(words.join(' ')), limit: 100 });
    return ids(page).map((id) => texts[Number(id.slice(1))] ?? []);
  };

  test('what holds all words stands above what lacks one', async () => {
    const words = fc.subarray(WORDS, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(archive, words, async (texts, asked) => {
        const whole = (await found(texts, asked)).map((text) =>
          asked.every((it) => text.includes(it)),
        );
        expect(whole).toEqual(whole.toSorted((a, b) => Number(b) - Number(a)));
      }),
      { numRuns: 40 },
    );
  });

  test('what holds a rare word stands above what holds a common one instead', async () => {
    await fc.assert(
      fc.asyncProperty(archive, fc.integer({ min: 1, max: 19 }), async (texts, place) => {
        const common = texts.map((text) => [...text, 'minister', 'minister']);
        const all = common.toSpliced(place, 1, ['volcano', ...WORDS, ...WORDS, ...WORDS]);
        const [first] = await found(all, ['volcano', 'minister']);
        expect(first).toContain('volcano');
      }),
      { numRuns: 20 },
    );
  });
});
