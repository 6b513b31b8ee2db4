import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/data/corpus/document.ts';
import type { Page } from '../../../src/data/texts/page.ts';
import type { Archive } from '../../../src/search/archive.ts';
import type { Passage } from '../../../src/search/hits.ts';
import { createArchive } from '../../../src/search/minisearch/create-archive.ts';
import { loadNames } from '../../../src/search/names/authority.ts';
import { anyText } from '../../support/arbitrary-document.ts';
import { aDay, aDocument, aPage } from '../../support/documents.ts';

const holding = (documents: readonly Document[], pages: readonly Page[]): Archive =>
  createArchive(
    { documents, pages, coverage: [], series: new Map(), readAt: new Date() },
    loadNames(),
  );

/** A document of a day, whose text is these pages. */
const letter = (id: string, day: string, ...texts: string[]) => ({
  document: aDocument({ id, title: 'A letter', date: aDay(day) }),
  pages: texts.map((text, at) => aPage({ id, page: at + 1, text })),
});

const archiveOf = (letters: readonly ReturnType<typeof letter>[]): Archive =>
  holding(
    letters.map(({ document }) => document),
    letters.flatMap(({ pages }) => pages),
  );

const ask = (archive: Archive, question: string, limit = 5, offset = 0) =>
  archive.passages({ question, filter: {}, window: { offset, limit } });

const ids = (passages: readonly Passage[]) => passages.map(({ document }) => document.id);

const WEATHER =
  'The weather was fine, the harbor was quiet, and no ship was seen from the fort. Nothing else is to be reported today from this consulate.';

describe('the passages of a question', () => {
  const lytton = archiveOf([
    letter(
      'near',
      '1932-10-02',
      `${WEATHER}\n\nThe Commission presided over by Lord Lytton recommends that Manchuria have an autonomous government under Chinese sovereignty.`,
    ),
    letter(
      'apart',
      '1932-11-20',
      `Lord Lytton arrived in Geneva with his daughter and was met by the Secretary-General.\n\n${WEATHER.repeat(4)}\n\nThe question of Manchuria was adjourned, and the delegates went home for the night.`,
    ),
    letter('half', '1932-12-01', `A Chinese government was spoken of at length. ${WEATHER}`),
    letter('nothing', '1932-12-02', WEATHER),
  ]);

  test('that holds more of what was asked, and nearer together, comes first', async () => {
    const { passages } = await ask(lytton, 'What did Lytton recommend for Manchuria?');
    expect(ids(passages)[0]).toBe('near');
    expect(passages[0]?.text).toMatch(/^The Commission presided .* sovereignty\.$/);
    expect(ids(passages)).not.toContain('nothing');
  });

  test('names are found as they are otherwise called', async () => {
    const archive = archiveOf([
      letter('pinyin', '1960-04-20', 'Zhou Enlai said that the border must be settled by talks.'),
      letter('other', '1960-04-21', 'The border was long and the mountains were high.'),
    ]);
    const { passages, otherNames } = await ask(archive, 'What did Chou En-lai say of the border?');
    expect(otherNames).toContain('Zhou Enlai');
    expect(ids(passages)[0]).toBe('pinyin');
  });

  test('of a word that no text holds are none, however common the others are', async () => {
    const { passages, total } = await ask(lytton, 'Who ordered the blockade of Corinto today?');
    expect([total, passages]).toEqual([0, []]);
  });

  test('say the same only once among the first: copies of a letter give way', async () => {
    const text = 'The marines landed at Bluefields to protect the lives of American citizens.';
    const other = 'Marines were landed since the lives of foreigners at Bluefields were in danger.';
    const archive = archiveOf([
      letter('original', '1894-07-06', text),
      letter('copy', '1894-07-06', text),
      letter('other', '1894-07-20', other),
    ]);
    const { passages } = await ask(archive, 'Why did marines land at Bluefields?', 2);
    expect(ids(passages)).toHaveLength(2);
    expect(ids(passages)).toContain('other');
  });

  test('are spread over the time that is covered', async () => {
    const text = (year: number) => `In ${year} the loan was refused by the bankers of New York.`;
    const crowd = Array.from({ length: 60 }, (_, at) =>
      letter(`crowd-${at}`, '1934-03-01', text(1934)),
    );
    const archive = archiveOf([
      ...crowd,
      letter('early', '1861-05-01', `${text(1861)} ${WEATHER}`),
      letter('middle', '1894-05-01', `${text(1894)} ${WEATHER}`),
    ]);
    const { passages, periods } = await ask(archive, 'Why was the loan refused?');
    expect(ids(passages).slice(0, 3)).toEqual(expect.arrayContaining(['early', 'middle']));
    expect(periods).toEqual([
      { from: '1860-01-01', to: '1869-12-31', documents: 1 },
      { from: '1890-01-01', to: '1899-12-31', documents: 1 },
      { from: '1930-01-01', to: '1939-12-31', documents: 60 },
    ]);
    const question = 'Why was the loan refused?';
    const [period] = periods;
    const of = await archive.passages({
      question,
      filter: {},
      period,
      window: { offset: 0, limit: 5 },
    });
    expect(ids(of.passages)).toEqual(['early']);
    expect(of.periods).toEqual(periods);
  });

  test('of one decade can be chosen by year', async () => {
    const archive = archiveOf([
      letter('a', '1931-05-01', 'The loan was refused.'),
      letter('b', '1934-05-01', 'The loan was refused again.'),
    ]);
    const { periods } = await ask(archive, 'loan refused');
    expect(periods.map(({ from }) => from)).toEqual(['1931-01-01', '1934-01-01']);
  });

  test('of one document come after all others have had their turn', async () => {
    const refusal = 'The loan was refused by the bankers, who gave no reason for it.';
    const long = [1, 2, 3].map((page) => `${refusal} So it is said on sheet ${page}. ${WEATHER}`);
    const archive = archiveOf([
      letter('long', '1934-01-01', ...long),
      letter('short', '1934-02-01', refusal),
    ]);
    const { passages } = await ask(archive, 'Why was the loan refused by the bankers?');
    expect(ids(passages)).toHaveLength(4);
    expect(new Set(ids(passages.slice(0, 2)))).toEqual(new Set(['long', 'short']));
  });
});

describe('any archive, any question', () => {
  const words = fc.constantFrom(
    'loan',
    'bankers',
    'Mr.',
    'marines',
    'landed',
    'why',
    'No. 12',
    '1934',
  );
  const sentence = fc
    .array(fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: anyText }), {
      minLength: 1,
      maxLength: 40,
    })
    .map((parts) => `${parts.join(' ')}.`);
  const text = fc
    .array(fc.tuple(sentence, fc.constantFrom(' ', '\n', '\n\n')), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.flat().join(''));
  const texts = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 9,
  });

  test('every passage stands in its page as it is, and windows make up the whole', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.array(words, { minLength: 1 }), async (given, asked) => {
        const letters = given.map((pages, at) => letter(`d${at}`, `19${30 + at}-01-01`, ...pages));
        const archive = archiveOf(letters);
        const question = asked.join(' ');
        const whole = await ask(archive, question, 100);
        expect(whole.total).toBe(whole.passages.length);
        for (const { document, page, text: shown } of whole.passages) {
          const own = letters.find((one) => one.document.id === document.id);
          expect(own?.pages[page.page - 1]?.text).toContain(shown);
          expect(shown.length).toBeLessThanOrEqual(600);
        }
        const documents = new Set(ids(whole.passages)).size;
        expect(new Set(ids(whole.passages.slice(0, documents))).size).toBe(documents);
        const parts = [
          ...(await ask(archive, question, 2)).passages,
          ...(await ask(archive, question, 98, 2)).passages,
        ];
        expect(parts).toEqual(whole.passages);
      }),
      { numRuns: 15 },
    );
  });
});
