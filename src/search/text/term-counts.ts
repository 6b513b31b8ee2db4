import type { Document } from '../../data/corpus/document.ts';
import { terms } from './analysis.ts';
import { searchedTexts } from './searched-text.ts';

/** What a word of the title counts. */
export const IN_TITLE = 2;

/** The terms of a document and how often it holds each; those of the title count twice. */
export function termCounts(document: Document): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { field, text } of searchedTexts(document)) {
    const worth = field === 'title' ? IN_TITLE : 1;
    for (const { kind, stem } of terms(text)) {
      if (kind !== 'stop word') counts.set(stem, (counts.get(stem) ?? 0) + worth);
    }
  }
  return counts;
}
