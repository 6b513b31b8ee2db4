import type { Document } from '../../data/corpus/document.ts';
import { compareText } from '../../data/dates/compare.ts';
import { hasWholeReference } from '../references/document-references.ts';
import { mayBeReferenceAmongWords } from '../references/sought-reference.ts';
import { bareWords } from '../text/analysis.ts';
import { askBoth, type Both } from './both.ts';

/** Where nothing is typed yet, so many of those offered were added. */
const OFFERED = 3;

/**
 * Titles of both for what has been typed, in the order in which one archive would have them: the documents
 * of that id or reference, whole titles, then those that hold the last word whole, then those that complete it; in each
 * the shorter first. What was only searched for is offered where nothing completes it.
 */
export async function joinedSuggest(
  both: Both,
  typed: string,
  limit: number,
): Promise<readonly Document[]> {
  const [ofCorpus, ofAdded] = await askBoth(both, (archive) => archive.suggest(typed, limit));
  const words = bareWords(typed);
  if (words.length === 0) {
    const added = ofAdded.slice(0, Math.max(OFFERED, limit - ofCorpus.length));
    return [...ofCorpus.slice(0, Math.max(0, limit - added.length)), ...added].slice(0, limit);
  }
  const all = [...ofCorpus, ...ofAdded].map((document) => ({
    document,
    fit: fitOf(document, typed, words),
  }));
  const best = Math.min(...all.map(({ fit }) => fit));
  return all
    .filter(({ fit }) => fit < SEARCHED || best === SEARCHED)
    .sort((a, b) => a.fit - b.fit || (a.fit === SEARCHED ? 0 : byTitle(a.document, b.document)))
    .slice(0, limit)
    .map(({ document }) => document);
}

const SEARCHED = 4;

/** How well a document fits what was typed, the best 0. */
function fitOf(document: Document, typed: string, words: readonly string[]): number {
  if (isNamed(document, typed)) return 0;
  const held = bareWords(document.title);
  if (held.join(' ') === words.join(' ')) return 1;
  const [last = '', ...finished] = words.toReversed();
  if (!finished.every((word) => held.includes(word))) return SEARCHED;
  if (held.includes(last)) return 2;
  return held.some((word) => word.startsWith(last)) ? 3 : SEARCHED;
}

const isNamed = (document: Document, typed: string): boolean =>
  document.id === typed.trim().toLowerCase() ||
  (mayBeReferenceAmongWords(typed) && hasWholeReference(document, typed));

const byTitle = (one: Document, other: Document): number =>
  one.title.length - other.title.length || compareText(one.title, other.title);
