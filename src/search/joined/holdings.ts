import type { Collection } from '../../data/corpus/collections.ts';
import type { Document } from '../../data/corpus/document.ts';
import { compareDates, compareText } from '../../data/dates/compare.ts';
import type { TextCoverage } from '../answers.ts';
import type { Archive } from '../archive.ts';
import type { Window } from '../questions.ts';
import { askBoth, type Both } from './both.ts';
import { addCollections } from './collections.ts';
import { mergeWindow, type Ordered } from './merge-window.ts';
import { namedBy } from './named-by.ts';
import { joinedQuotation } from './quotation.ts';

/**
 * Documents by what they are known by, and what they say: of what was added, that is the record alone.
 */
export function joinedHoldings(
  both: Both,
): Pick<
  Archive,
  | 'documents'
  | 'loaded'
  | 'contents'
  | 'named'
  | 'pages'
  | 'pagesOf'
  | 'withText'
  | 'passages'
  | 'passagesIn'
  | 'textCoverage'
  | 'checkQuotation'
> {
  const { corpus, added } = both;
  return {
    pages: corpus.pages,
    pagesOf: corpus.pagesOf,
    withText: corpus.withText,
    passages: corpus.passages,
    passagesIn: corpus.passagesIn,

    async documents(ids) {
      const found = (await askBoth(both, (archive) => archive.documents(ids))).flat();
      const byId = new Map(found.map((document) => [document.id, document]));
      return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
    },

    async loaded(ids) {
      const loaded = new Set((await askBoth(both, (archive) => archive.loaded(ids))).flat());
      return ids.filter((id) => loaded.has(id));
    },

    async contents(after, limit) {
      const [one, other] = await askBoth(both, (archive) => archive.contents(after, limit));
      return [...one, ...other].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit);
    },

    async named(idOrTitle, window) {
      const [one, other] = await askBoth(both, (archive) => archive.named(idOrTitle, window));
      for (const [archive, loaded] of [
        [one, await corpus.loaded([idOrTitle])],
        [other, await added.loaded([idOrTitle])],
      ] as const) {
        if (loaded.length > 0) return archive;
      }
      if (one.total > 0 && other.total > 0) {
        const [mine, theirs] = await askBoth(both, (archive) => namedBy(idOrTitle, archive));
        if (mine !== theirs) return mine < theirs ? one : other;
      }
      const ofTitle = (archive: Archive, total: number): Ordered<Document> => ({
        total,
        part: async (part: Window) => (await archive.named(idOrTitle, part)).documents,
      });
      const documents = await mergeWindow(
        ofTitle(corpus, one.total),
        ofTitle(added, other.total),
        (a, b) => (compareDates(a.date, b.date) || compareText(a.id, b.id)) < 0,
        window,
      );
      return { total: one.total + other.total, documents };
    },

    async textCoverage() {
      return addCoverage(await corpus.textCoverage(), await added.collections());
    },

    async checkQuotation(asked) {
      const checked = await joinedQuotation(both, asked);
      return { ...checked, coverage: addCoverage(checked.coverage, await added.collections()) };
    },
  };
}

/** @param added collections without a text */
function addCoverage(coverage: TextCoverage, added: readonly Collection[]): TextCoverage {
  const withText = new Map(coverage.collections.map((one) => [one.name, one.withText]));
  const collections = addCollections(coverage.collections, added);
  return {
    ...coverage,
    collections: collections.map((one) => ({ ...one, withText: withText.get(one.name) ?? 0 })),
  };
}
