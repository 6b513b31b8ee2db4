import type { Snippet } from '../hits.ts';
import { terms } from './analysis.ts';
import { createSnippet, SNIPPET_LENGTH, type Weights } from './snippet.ts';

/** How far round a word its passage is looked for, in code units. */
const BEFORE = 80;
const AFTER = 1.5 * SNIPPET_LENGTH;
const ELLIPSIS = { text: '…', match: false };

/**
 * The passage of a page round one of its words, with "…" where text is left out.
 * @param word its number on the page
 * @param worth how much each stem counts; those not in it do not match
 */
export function snippetAt(text: string, word: number, worth: Weights): Snippet {
  const words = terms(text).filter(({ kind }) => kind !== 'pair' && kind !== 'compound');
  const at = words[word]?.start ?? 0;
  const start = words.find((one) => one.start >= at - BEFORE)?.start ?? 0;
  const end = words.findLast((one) => one.end <= at + AFTER)?.end ?? text.length;
  const [isCutBefore, isCutAfter] = [
    start > (words[0]?.start ?? 0),
    end < (words.at(-1)?.end ?? 0),
  ];
  const snippet = createSnippet(
    text.slice(isCutBefore ? start : 0, isCutAfter ? end : text.length),
    worth,
  );
  return [
    ...(isCutBefore && snippet[0]?.text !== ELLIPSIS.text ? [ELLIPSIS] : []),
    ...snippet,
    ...(isCutAfter && snippet.at(-1)?.text !== ELLIPSIS.text ? [ELLIPSIS] : []),
  ];
}
