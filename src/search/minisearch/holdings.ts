import { soleLink } from '../../data/addresses/links.ts';
import type { Document } from '../../data/corpus/document.ts';
import { contentOf } from '../../data/corpus/fingerprint.ts';
import { compareDates } from '../../data/dates/compare.ts';
import { lowerBoundBy } from '../../data/lower-bound.ts';
import type { Archive } from '../archive.ts';
import { referenceAsked } from '../query/reference-asked.ts';
import {
  mayBePartOfReference,
  mayBeReference,
  readReference,
} from '../references/sought-reference.ts';
import { bareWords } from '../text/analysis.ts';
import { windowOf } from '../window.ts';
import { addressed } from './identified.ts';
import { referringTo, wholeReference } from './reference-index.ts';
import { documentsAt, type SearchIndex } from './search-index.ts';
import { titled, wordless } from './title-index.ts';

/** Documents by what they are known by. */
export function createHoldings(
  index: SearchIndex,
): Pick<Archive, 'documents' | 'loaded' | 'contents' | 'named'> {
  const { documents } = index;
  const find = (id: string): Document[] => {
    const ordinal = documents.ordinalOf(id);
    return ordinal === undefined ? [] : [documents.at(ordinal)];
  };
  return {
    async documents(ids) {
      return [...new Set(ids)].flatMap(find);
    },
    async loaded(ids) {
      return ids.filter((id) => documents.ordinalOf(id) !== undefined);
    },
    async contents(after, limit) {
      const { length, idAt, at } = documents;
      const first = after === undefined ? 0 : lowerBoundBy(length, (other) => idAt(other) <= after);
      const count = Math.min(limit, length - first);
      return Array.from({ length: count }, (_, index) => contentOf(at(first + index)));
    },
    async named(typed, window) {
      const chosen = find(typed);
      return windowOf(chosen.length > 0 ? chosen : named(index, typed), window);
    },
  };
}

/** Those of an address, a title or a reference, by the first of these that any has; oldest first. */
function named(index: SearchIndex, typed: string): Document[] {
  const asked = referenceAsked(typed);
  if (asked !== undefined) return oldestFirst(index, referring(index, asked));
  const link = soleLink(typed);
  const ofAddress = link === undefined ? [] : addressed(index, link);
  if (ofAddress.length > 0) return oldestFirst(index, ofAddress);
  const ofTitle = oldestFirst(index, titledAs(index, typed)).filter(hasTitle(typed));
  if (ofTitle.length > 0 || !mayBeReference(typed)) return ofTitle;
  const whole = wholeReference(index.columns.values.references, typed);
  if (whole.length > 0) return oldestFirst(index, whole);
  return mayBePartOfReference(typed) ? oldestFirst(index, referring(index, typed)) : [];
}

function referring({ columns, documents }: SearchIndex, reference: string): number[] {
  const isReferred = referringTo(columns.values.references, readReference(reference));
  return Array.from({ length: documents.length }, (_, ordinal) => ordinal).filter(isReferred);
}

function titledAs(index: SearchIndex, title: string): number[] {
  const words = bareWords(title);
  return words.length > 0 ? titled(index, words) : wordless(index);
}

/** Titles that have the same words may have other signs. */
function hasTitle(typed: string) {
  const wanted = typed.trim().toLowerCase();
  return ({ title }: Document) => title.toLowerCase() === wanted;
}

/** Ordinals are in the order of ids, and sorting keeps it for equal dates. */
const oldestFirst = (index: SearchIndex, ordinals: readonly number[]): Document[] =>
  documentsAt(
    index,
    ordinals.toSorted((one, other) => one - other),
  ).sort((one, other) => compareDates(one.date, other.date));
