import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Document } from '../../src/data/corpus/document.ts';
import { contentOf } from '../../src/data/corpus/fingerprint.ts';
import type { Page } from '../../src/data/texts/page.ts';
import { createArchive } from '../../src/search/minisearch/create-archive.ts';
import { matchQuestions } from '../../src/search/minisearch/standing/match-questions.ts';
import { loadNames } from '../../src/search/names/authority.ts';
import type { StandingQuestion } from '../../src/search/standing.ts';
import { aDay, aDocument, aPage } from '../support/documents.ts';

const names = loadNames();
const words = [
  ...['missile', 'missiles', 'the', 'who', 'gap', 'letter', 'Letters', 'Cuba', 'Turkey', 'Berlin'],
  ...[
    'Peking',
    'Beijing',
    'Zhou Enlai',
    'Chou En-lai',
    'Krushchev',
    'Khrushchev',
    '毛泽东',
    '1962',
  ],
  ...['note', 'notes', 'cable', 'war', 'cold-war'],
];
const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((some) => some.join(' '));
const values = fc.option(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 }), {
  nil: null,
});
const years = ['1950-01-02', '1962-10-16', '1971-07-09'];
const document = fc.record({
  title: text.map((title) => title || 'Note'),
  description: text,
  people: values,
  places: values,
  subjects: values,
  collection: fc.constantFrom('Cuba', 'Talks'),
  date: fc.constantFrom(...years.map(aDay)),
  said: fc.option(text),
  isNew: fc.boolean(),
});
const word = fc.constantFrom(...words);
const part = fc.oneof(
  { weight: 4, arbitrary: word },
  fc.tuple(word, word).map(([one, other]) => `"${one} ${other}"`),
  word.map((one) => `-${one}`),
  fc.tuple(fc.constantFrom('title', 'person', 'place', 'coll'), word).map((pair) => pair.join(':')),
  fc.constantFrom('since:1960', 'during:1962', 'OR', 'paper-3'),
);
const question: fc.Arbitrary<StandingQuestion> = fc.record({
  text: fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
  expandsNames: fc.boolean(),
  filter: fc.record({
    from: fc.constantFrom(undefined, '1962-01-01'),
    collection: fc.constantFrom(undefined, 'cuba'),
  }),
});
const EVERYTHING = 1000;

test('what is found among new documents alone is what a search of all finds of them', async () => {
  const made = fc.array(document, { minLength: 1, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(made, fc.array(question, { maxLength: 8 }), async (all, questions) => {
      const documents = all.map(({ said: _, isNew: __, ...rest }, at) =>
        aDocument({ ...rest, id: `paper-${at}` }),
      );
      const pagesOf = (wanted: (at: number) => boolean): Page[] =>
        all.flatMap(({ said }, at) =>
          said && wanted(at) ? [aPage({ id: `paper-${at}`, text: said })] : [],
        );
      const isNew = (at: number) => all[at]?.isNew === true;
      const fresh = documents.filter((_, at) => isNew(at));
      const [before, after] = [documents.filter((_, at) => !isNew(at)), documents].map((held) =>
        open(
          held,
          pagesOf((at) => held.some(({ id }) => id === `paper-${at}`)),
        ),
      );
      if (!before || !after) throw new Error('there are two');
      const matched = await matchQuestions({
        names: undefined,
        documents: fresh,
        pages: pagesOf(isNew),
        questions,
        most: EVERYTHING,
      });
      for (const [at, asked] of questions.entries()) {
        const [earlier, now] = [await found(before, asked), await found(after, asked)];
        const expected = now.filter(
          (id) => !earlier.includes(id) && fresh.some((one) => one.id === id),
        );
        const own = matched.find(({ question: place }) => place === at);
        expect(own?.best.map(({ id }) => id).sort() ?? [], asked.text).toEqual(expected);
        expect(own?.total ?? 0).toBe(expected.length);
      }
    }),
    { numRuns: Number(process.env.STANDING_RUNS ?? 30) },
  );
}, 120_000);

const open = (documents: readonly Document[], pages: readonly Page[]) =>
  createArchive({ documents, pages, coverage: [], series: new Map(), readAt: new Date() }, names);

async function found(archive: ReturnType<typeof open>, asked: StandingQuestion): Promise<string[]> {
  const { hits } = await archive.search({
    ...asked,
    corrects: false,
    sort: 'relevance',
    offset: 0,
    limit: EVERYTHING,
  });
  return hits.map(({ document }) => document.id).sort();
}

test('syllables of a name that no new document holds whole say nothing alone', async () => {
  // A search of all finds “en bloc” for this name, if any document there holds it whole.
  const asked = { text: 'Chou En-lai', filter: {} };
  const documents = [
    aDocument({ id: 'bloc', title: 'Paid en bloc' }),
    aDocument({ id: 'zhou', title: 'Talk with Zhou Enlai' }),
  ];
  const given = { names: undefined, documents, pages: [], questions: [asked], most: 9 };
  const [matched] = await matchQuestions(given);
  expect(matched?.best.map(({ id }) => id)).toEqual(['zhou']);
});

test('a document says the same whatever its id', () => {
  const one = contentOf(aDocument({ id: 'a', title: 'Note' }));
  expect(contentOf(aDocument({ id: 'b', title: 'Note' }))).toEqual({ ...one, id: 'b' });
});
