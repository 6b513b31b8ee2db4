import type { Hit, Snippet } from '../hits.ts';
import { terms } from './analysis.ts';
import type { Weights } from './snippet.ts';

type Passage = Pick<Hit, 'snippet' | 'page'>;

/**
 * The passage that tells better why a document was found: that of its text if the record doesn't meet
 * what is demanded, or marks less of what is sought.
 */
export function betterOf(
  ofRecord: Passage,
  ofText: Passage,
  isMetInRecord: boolean,
  worth: Weights,
): Passage {
  const isBetter = worthOf(ofText.snippet, worth) > worthOf(ofRecord.snippet, worth);
  return !isMetInRecord || isBetter ? ofText : ofRecord;
}

/** What the words that a snippet marks are worth, each stem counted once. */
function worthOf(snippet: Snippet, worth: Weights): number {
  const marked = snippet.filter(({ match }) => match).flatMap(({ text }) => terms(text));
  const stems = new Set(marked.map(({ stem }) => stem));
  return [...stems].reduce((sum, stem) => sum + (worth.get(stem) ?? 0), 0);
}
