import { commonSpan } from '../../data/dates/common-span.ts';
import type { Archive } from '../archive.ts';
import type { Hit, Page, Passage, Passages } from '../hits.ts';
import type { Filter, PassagesAsked, Query } from '../questions.ts';
import { type Term, terms } from '../text/analysis.ts';
import type { TextRange } from '../text/passage.ts';
import type { Weights } from '../text/snippet.ts';
import { within } from '../window.ts';
import { type Candidate, choosePassages } from './choose-passages.ts';
import { cutPassages } from './cut-passages.ts';
import { periodsOf } from './periods.ts';
import { withoutAsking } from './question-words.ts';
import { bestApart, scorePassages } from './score-passages.ts';
import { soughtStems } from './sought-stems.ts';

/** What passages are found with. */
type Texts = Pick<Archive, 'search' | 'pages' | 'textCoverage'>;

/** So many documents whose texts answer best are read. */
const MOST_READ = 40;
/** Of each, the page that was found and as many on either side of it. */
const PAGES_AROUND = 1;
/** No document is read out. */
const MOST_OF_A_DOCUMENT = 3;
/** A decade that isn't among these is asked for by itself, and so many of its documents are read. */
const OF_OTHER_DECADES = 4;
const MOST_OTHER_DECADES = 6;

/**
 * Finds the passages that answer a question best, in any archive that holds texts: it searches in texts,
 * reads what it finds, cuts it into passages and chooses among these.
 */
export async function findPassages(
  archive: Texts,
  { question, filter, period, window }: PassagesAsked,
): Promise<Passages> {
  const { documents, pending, unreadable } = await archive.textCoverage();
  // Where there are texts that can't be read now, the search says so.
  if (documents === 0 && pending === undefined && !unreadable) return NOTHING;
  const text = withoutAsking(question);
  const asked = { text, in: 'texts', sort: 'relevance', offset: 0 } as const;
  const whole = await archive.search({ ...asked, filter, facets: true, limit: MOST_READ });
  const narrowed = period ? { ...filter, ...commonSpan(filter, period) } : filter;
  const found = period
    ? await archive.search({ ...asked, filter: narrowed, facets: true, limit: MOST_READ })
    : whole;
  const hits = [...found.hits, ...(await ofOtherDecades(archive, asked, narrowed, found))];
  const sought = await soughtStems(archive, text, found, documents);
  const read = await Promise.all(hits.map((hit) => readHit(archive, hit, sought)));
  const chosen = choosePassages(read.flat());
  return {
    total: chosen.length,
    passages: within(chosen, window).map(({ passage }) => passage),
    periods: periodsOf(
      whole.facets?.decades ?? [],
      whole.hits.map(({ document }) => document),
    ),
    corrections: found.corrections,
    ...(found.offers && { offers: found.offers }),
    unknown: found.unknown,
    otherNames: found.otherNames,
    readAs: found.readAs,
  };
}

const NOTHING: Passages = {
  total: 0,
  passages: [],
  periods: [],
  corrections: [],
  unknown: [],
  otherNames: [],
  readAs: [],
};

/** The best of the decades that hits are from, but none of the best hits. */
async function ofOtherDecades(
  { search }: Texts,
  asked: Omit<Query, 'filter' | 'limit'>,
  filter: Filter,
  { hits, facets, total }: Page,
): Promise<readonly Hit[]> {
  if (total <= hits.length) return [];
  const seen = new Set(hits.map(({ document }) => document.id));
  const starts = hits.flatMap(({ document }) => document.date.start ?? []);
  const others = periodsOf(facets?.decades ?? [], [])
    .filter(({ from, to }) => !starts.some((start) => start >= from && start <= to))
    .slice(0, MOST_OTHER_DECADES)
    .map((period) =>
      search({
        ...asked,
        filter: { ...filter, ...commonSpan(filter, period) },
        limit: OF_OTHER_DECADES,
      }),
    );
  const found = (await Promise.all(others)).flatMap((page) => page.hits);
  // A date of several decades may be in two of them.
  const unseen = new Map(found.map((hit) => [hit.document.id, hit]));
  return [...unseen.values()].filter(({ document }) => !seen.has(document.id));
}

type Found = Candidate & { passage: Passage };

/** The passages of the page that was found, and of those around it. */
async function readHit(
  archive: Texts,
  { document, page: at }: Hit,
  sought: Weights,
): Promise<Found[]> {
  const from = Math.max(1, (at?.page ?? 1) - PAGES_AROUND);
  const window = { offset: from - 1, limit: 2 * PAGES_AROUND + 1 };
  const { pages, total } = await archive.pages(document.id, window);
  const scored = pages.flatMap((page) => {
    const words = terms(page.text);
    const around = { before: page.page > 1, after: page.page < total };
    return scorePassages(page.text, cutPassages(page.text, around), words, sought).map((one) => ({
      ...one,
      ofPage: page,
      page: page.page,
      words,
    }));
  });
  return bestApart(scored, MOST_OF_A_DOCUMENT).map(({ words, ofPage, ...one }) => {
    const { start, end, score, isCutBefore, isCutAfter } = one;
    const { id: _, text, ...page } = ofPage;
    const passage = { document, page, text: text.slice(start, end), isCutBefore, isCutAfter };
    return { document, score, stems: stemsWithin(words, one), passage };
  });
}

const stemsWithin = (words: readonly Term[], { start, end }: TextRange): ReadonlySet<string> =>
  new Set(
    words
      .filter((word) => word.kind !== 'stop word' && word.start >= start && word.end <= end)
      .map(({ stem }) => stem),
  );
