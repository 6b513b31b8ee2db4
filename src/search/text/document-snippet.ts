import type { Document } from '../../data/corpus/document.ts';
import type { Snippet } from '../hits.ts';
import { textsBesideTitle } from './searched-text.ts';
import type { Weights } from './snippet.ts';
import { createSnippet } from './snippet.ts';

/**
 * Why a document was found: the best passage of its description, or of the first other text that
 * holds a match, the title before the rest. Without any match, the description begins.
 */
export function documentSnippet(document: Document, weights: Weights): Snippet {
  const description = document.description.trim() || document.title;
  for (const text of [description, document.title, ...textsBesideTitle(document)]) {
    const snippet = createSnippet(text, weights);
    if (snippet.some(({ match }) => match)) return snippet;
  }
  return createSnippet(description, weights);
}
