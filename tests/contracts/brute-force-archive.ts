import { soleLink } from '../../src/data/addresses/links.ts';
import type { Document } from '../../src/data/corpus/document.ts';
import { contentOf } from '../../src/data/corpus/fingerprint.ts';
import { collectionYears, gapsThatMatter } from '../../src/data/corpus/gaps.ts';
import { anniversaryOf, celebratedDays, type DayOfYear } from '../../src/data/dates/anniversary.ts';
import { compareDates, overlaps } from '../../src/data/dates/compare.ts';
import { spansOf } from '../../src/data/dates/spans.ts';
import { countBy, timelineOf } from '../../src/data/dates/timeline.ts';
import { countWords } from '../../src/data/texts/count-words.ts';
import type { DayEntry } from '../../src/search/answers.ts';
import type { Archive } from '../../src/search/archive.ts';
import { findPassages } from '../../src/search/passages/find-passages.ts';
import type { Filter, Window } from '../../src/search/questions.ts';
import { createQuotationCheck } from '../../src/search/quotation/check-quotation.ts';
import { mayBePartOfReference } from '../../src/search/references/sought-reference.ts';
import { terms } from '../../src/search/text/analysis.ts';
import { createSnippet } from '../../src/search/text/snippet.ts';
import type { Holdings } from './archive.ts';
import { createBruteForceEngine, hasWhole, isOf, passes, refersTo } from './brute-force-search.ts';

/** Looks at every document for every question: slow, and plain enough to be believed. */
export function createBruteForceArchive({
  documents,
  coverage = [],
  series = [],
  pages = [],
}: Holdings): Archive {
  const engine = createBruteForceEngine(documents, pages);
  const ofIds = (ids: ReadonlySet<string>) => pages.filter(({ id }) => ids.has(id));
  const readAt = new Date();
  const oldestFirst = documents.toSorted((a, b) => compareDates(a.date, b.date));
  const undated = documents.filter(({ date }) => !date.start && !date.end);
  const of = (name: string) => documents.filter(({ collection }) => collection === name);
  const collections = [...new Set(documents.map(({ collection }) => collection))]
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => ({ name, documents: of(name).length }));
  const cut = <Item>(all: readonly Item[], { offset, limit }: Window) =>
    all.slice(offset, offset + limit);
  const page = (all: readonly Document[], window: Window) => ({
    total: all.length,
    documents: cut(all, window),
  });

  /** The documents of the first day with certain ones, going day by day. */
  function nearest(kind: 'before' | 'after', day: DayOfYear) {
    const step = kind === 'before' ? -1 : 1;
    for (let away = 1; away < 366; away += 1) {
      // A leap year has every day there is.
      const date = new Date(Date.UTC(2024, day.month - 1, day.day + step * away));
      const other = { month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      const found = oldestFirst.filter((one) => anniversaryOf(one.date, other)?.kind === 'certain');
      if (found.length > 0) return { ...other, documents: found };
    }
    return undefined;
  }

  async function matching(text: string | undefined, filter: Filter): Promise<Set<string>> {
    if (text === undefined) {
      return new Set(documents.filter((one) => passes(one, filter)).map(({ id }) => id));
    }
    const limit = documents.length;
    const query = { text, filter, sort: 'relevance', offset: 0, limit } as const;
    const { hits } = await engine.search(query);
    return new Set(hits.map(({ document }) => document.id));
  }

  const archive: Archive = {
    ...engine,
    checkQuotation: (asked) => createQuotationCheck(archive)(asked),
    passages: (asked) => findPassages(archive, asked),
    pages: async (id, window) => {
      const own = documents.some((one) => one.id === id) ? ofIds(new Set([id])) : [];
      return { total: own.length, pages: cut(own, window) };
    },
    pagesOf: async (ids, window) => {
      const own = [...new Set(ids)].flatMap((id) =>
        documents.some((one) => one.id === id) ? ofIds(new Set([id])) : [],
      );
      return { total: own.length, pages: cut(own, window) };
    },
    withText: async (after = '', limit) =>
      documents
        .map(({ id }) => id)
        .filter((id) => id > after && pages.some((page) => page.id === id))
        .sort()
        .slice(0, limit),
    passagesIn: async (id, { text }, window) => {
      const stems = terms(text).filter(({ kind }) => kind !== 'stop word');
      const worth = new Map(stems.map(({ stem }) => [stem, 1]));
      const matching = ofIds(new Set([id])).flatMap(({ id: _, text: said, ...page }) => {
        const held = new Set(terms(said).map(({ stem }) => stem));
        const count = [...worth.keys()].filter((stem) => held.has(stem)).length;
        return count > 0 ? [{ page, snippet: createSnippet(said, worth), count }] : [];
      });
      matching.sort((a, b) => b.count - a.count);
      const passages = cut(matching, window).map(({ page, snippet }) => ({ page, snippet }));
      return { total: matching.length, passages };
    },
    textCoverage: async () => {
      const read = ofIds(new Set(documents.map(({ id }) => id)));
      const withText = (some: readonly Document[]) =>
        some.filter(({ id }) => read.some((one) => one.id === id)).length;
      return {
        documents: withText(documents),
        pages: read.length,
        words: read.reduce((sum, { text }) => sum + countWords(text), 0),
        collections: collections.map((one) => ({ ...one, withText: withText(of(one.name)) })),
      };
    },
    documents: async (ids) =>
      [...new Set(ids)].flatMap((id) => documents.filter((one) => one.id === id)),
    loaded: async (ids) => ids.filter((id) => documents.some((one) => one.id === id)),
    contents: async (after = '', limit) =>
      documents
        .filter(({ id }) => id > after)
        .sort((one, other) => (one.id < other.id ? -1 : 1))
        .slice(0, limit)
        .map(contentOf),
    named: async (typed, window) => {
      const title = typed.trim().toLowerCase();
      const [, asked] = /^ref:"?([^"]*)"?$/.exec(typed) ?? [];
      const ways: ((one: Document) => boolean)[] = [
        ({ id }) => id === typed,
        (one) => asked !== undefined && refersTo(one, asked),
        (one) => soleLink(typed) !== undefined && isOf(one, typed, pages),
        (one) => one.title.toLowerCase() === title,
        (one) => hasWhole(one, typed),
        (one) => mayBePartOfReference(typed) && refersTo(one, typed),
      ];
      const found = ways.map((way) => oldestFirst.filter(way)).find(({ length }) => length > 0);
      return page(found ?? [], window);
    },
    overlapping: async (span, window) => ({
      ...page(
        oldestFirst.filter(({ date }) => overlaps(date, span)),
        window,
      ),
      undated: undated.length,
    }),
    anniversaries: async (day, year, window) => {
      const days = celebratedDays(day, year);
      const entries: DayEntry[] = [];
      let monthOnly = 0;
      for (const document of oldestFirst) {
        const [is] = days.flatMap(({ label, ...one }) => {
          const found = anniversaryOf(document.date, one);
          return found ? [{ ...found, label }] : [];
        });
        if (is?.kind === 'month') monthOnly += 1;
        if (is?.kind === 'certain') entries.push({ kind: 'certain', document, label: is.label });
        if (is?.kind === 'apart') entries.push({ kind: 'perhaps', document, reason: is.reason });
      }
      const certain = entries.filter(({ kind }) => kind === 'certain');
      const perhaps = entries.filter(({ kind }) => kind === 'perhaps');
      const [before, after] =
        certain.length > 0 ? [] : [nearest('before', day), nearest('after', day)];
      const near = (kind: 'before' | 'after', found: typeof before) =>
        (found?.documents ?? []).map((document): DayEntry => ({ kind, document }));
      const all = [...certain, ...perhaps, ...near('before', before), ...near('after', after)];
      const counted = (found: typeof before) =>
        found && { ...found, documents: found.documents.length };
      return {
        certain: certain.length,
        monthOnly,
        nearest: { before: counted(before), after: counted(after) },
        total: all.length,
        entries: cut(all, window),
      };
    },
    ofMonth: async (month, window) =>
      page(
        oldestFirst.filter(({ date }) => anniversaryOf(date, { month, day: 1 })?.kind === 'month'),
        window,
      ),
    timeline: async ({ text, filter, by }) => {
      const ids = await matching(text, filter);
      const isMeant = (at: number) => ids.has(documents[at]?.id ?? '');
      const spans = spansOf(documents);
      return {
        meant: ids.size,
        timeline: by ? countBy(by.unit, spans, isMeant, by) : timelineOf(spans, isMeant, filter),
      };
    },
    collections: async () => collections,
    collection: async (name) => {
      const own = of(name);
      const [example] = own;
      if (!example) return null;
      const spans = spansOf(own);
      return {
        name,
        documents: own.length,
        undated: own.filter((one) => undated.includes(one)).length,
        timeline: timelineOf(spans, () => true),
        bySpan: timelineOf(spans, () => true, {}, false),
        kinds: mostFrequent(own.flatMap(({ type }) => type ?? [])),
        languages: mostFrequent(own.flatMap(({ languages }) => languages ?? [])),
        rights: mostFrequent(own.flatMap(({ rights }) => rights ?? [])),
        coverage: coverage.filter(({ collection }) => collection === name),
        example,
      };
    },
    gaps: async (asked) => gapsThatMatter(coverage, collectionYears(documents), asked),
    series: async () => new Map(series.map((one) => [one.collection, one])),
    draw: async (filter, seen, seed) => {
      const pool = documents.filter((one) => passes(one, filter));
      const unseen = pool.filter(({ id }) => !seen.includes(id));
      return {
        document: unseen[seed % unseen.length] ?? null,
        total: pool.length,
        unseen: unseen.length,
        exhausted: unseen.length > 0 ? [] : pool.map(({ id }) => id),
      };
    },
    example: async () => {
      const lists = ({ people, places }: Document) => [people, places].filter(Boolean).length;
      const [best] = documents.toSorted((a, b) => lists(b) - lists(a));
      return best ?? null;
    },
    summary: async () => {
      const days = documents.flatMap(({ date }) => [date.start, date.end]);
      const sorted = days.filter((day) => day !== null).sort();
      const [first = null, last = null] = [sorted[0], sorted.at(-1)];
      const { length } = documents;
      return {
        documents: length,
        undated: undated.length,
        first,
        last,
        collections,
        coverage,
        readAt,
      };
    },
  };
  return archive;
}

const mostFrequent = (values: readonly string[]) =>
  [...new Set(values)]
    .map((value) => ({ value, count: values.filter((one) => one === value).length }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, 5);
