import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../../src/data/corpus/corpus.ts';
import { importFiles } from '../../../src/data/import/import-files.ts';
import type { Page } from '../../../src/data/texts/page.ts';
import { readPages } from '../../../src/data/texts/read-pages.ts';
import type { Archive } from '../../../src/search/archive.ts';
import { createArchive } from '../../../src/search/minisearch/create-archive.ts';
import { sentencesOf } from '../../../src/search/passages/sentences.ts';
import { terms } from '../../../src/search/text/analysis.ts';
import { referenceData } from '../../support/reference-data.ts';

const { path: VOLUME, isHere } = referenceData('corpora/frus/frus1894Nicaragua.xml');

async function openVolume(): Promise<{ archive: Archive; pages: readonly Page[] }> {
  const out = join(await mkdtemp(join(tmpdir(), 'passages-')), 'corpus.jsonl');
  await importFiles({ paths: [VOLUME], out, collection: null });
  const pages: Page[] = [];
  for await (const { page } of readPages(out)) pages.push(page);
  const { documents, ...beside } = await loadCorpus([out]);
  return { archive: createArchive({ documents, ...beside, pages }), pages };
}

/** A sentence of every eighth page, and a question of some of its words. */
function questionsOf(pages: readonly Page[]) {
  return pages
    .filter((_, at) => at % 8 === 0)
    .flatMap(({ id, text }) => {
      const sentence = sentencesOf(text, { start: 0, end: text.length })
        .map(({ start, end }) => text.slice(start, end))
        .find((one) => /^[^\n]{100,500}$/.test(one));
      const words = new Set(
        terms(sentence ?? '')
          .filter(({ kind, word }) => kind === 'word' && /^[a-z]{5,}$/.test(word))
          .map(({ word }) => word),
      );
      const asked = [...words].filter((_, at) => at % 2 === 1).slice(0, 4);
      return sentence && asked.length === 4
        ? [{ id, sentence, question: `Why ${asked.join(' ')}?` }]
        : [];
    });
}

describe.runIf(isHere)('a volume of Foreign Relations', async () => {
  const { archive, pages } = isHere ? await openVolume() : await Promise.reject();
  const ask = async (question: string) =>
    (await archive.passages({ question, filter: {}, window: { offset: 0, limit: 5 } })).passages;

  test('of a sentence in other order, the sentence is among the five; all are word for word', async () => {
    const questions = questionsOf(pages);
    expect(questions.length).toBeGreaterThan(15);
    let found = 0;
    for (const { id, sentence, question } of questions) {
      const passages = await ask(question);
      for (const { document, page, text } of passages) {
        const own = pages.find((one) => one.id === document.id && one.page === page.page);
        expect(own?.text).toContain(text);
      }
      found += Number(
        passages.some(({ document, text }) => document.id === id && text.includes(sentence)),
      );
    }
    expect(found / questions.length).toBeGreaterThan(0.9);
  });

  test.each([
    [
      'When was martial law proclaimed at Bluefields?',
      /martial law.*proclaimed|proclaim.*martial law/is,
    ],
    [
      'Who appealed to the British consul for protection?',
      /consul.*protection|protection.*consul/is,
    ],
    ['What became of the British vice-consul Hatch?', /Hatch/],
  ])('%s', async (question, answer) => {
    const passages = await ask(question);
    expect(passages).toHaveLength(5);
    expect(passages.slice(0, 2).some(({ text }) => answer.test(text))).toBe(true);
  });
});
