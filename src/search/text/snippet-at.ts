import type { Snippet } from '../hits.ts';
import { terms } from './analysis.ts';
import { ANCHOR_EVERY, type AnchoredText } from './anchors.ts';
import { createSnippet, SNIPPET_LENGTH, type Weights } from './snippet.ts';
import { readsByItself } from './word.ts';

/** How far round a word its passage is looked for, in code units. */
const BEFORE = 80;
const AFTER = 1.5 * SNIPPET_LENGTH;
const ELLIPSIS = { text: '…', match: false };

/**
 * The passage of a page round one of its words, with "…" where text is left out.
 * @param page of which, if it has anchors, only so much is read as is needed
 * @param word its number on the page
 * @param worth how much each stem counts; those not in it do not match
 */
export function snippetAt(page: AnchoredText, word: number, worth: Weights): Snippet {
  const { text, firstWord, isWhole } = around(page, word);
  const words = terms(text).filter(readsByItself);
  const at = words[word - firstWord]?.start ?? 0;
  const start = words.find((one) => one.start >= at - BEFORE)?.start ?? 0;
  const end = words.findLast((one) => one.end <= at + AFTER)?.end ?? text.length;
  const [isCutBefore, isCutAfter] = [
    !isWhole.atStart || start > (words[0]?.start ?? 0),
    !isWhole.atEnd || end < (words.at(-1)?.end ?? 0),
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

/** The part of a page round a word, from anchor to anchor, and the number of its first word. */
function around({ text, anchors = [], leftOut = 0 }: AnchoredText, word: number) {
  const at = Math.trunc(word / ANCHOR_EVERY);
  const from = Math.max(0, at - 1);
  const start = from === 0 ? 0 : anchors[from];
  const end = anchors[at + 2];
  if (start === undefined) {
    return { text, firstWord: -leftOut, isWhole: { atStart: true, atEnd: true } };
  }
  return {
    text: text.slice(start, end),
    firstWord: from === 0 ? -leftOut : from * ANCHOR_EVERY,
    isWhole: { atStart: from === 0, atEnd: end === undefined },
  };
}
