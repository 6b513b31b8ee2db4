/** A part of a text: from the code unit `start` up to, not including, `end`. */
export type TextRange = { start: number; end: number };

/** How far a passage may reach or fall short to begin or end with a sentence. */
const REACH = 60;

/** A sentence's end: not the full stop of "Mr.", "No." or "U.S.". */
const SENTENCE_END = /(?:(?<=[\p{Ll}\p{N}\p{P}]{2})[.!?]["'”’\)\]]*(?= )|[。！？])/gv;

/**
 * The longest passage of at most `length` code units that holds the words, the later of `others`
 * only as there is room. It begins and ends with a sentence where one is near, else with a word,
 * and never within a character.
 */
export function cutPassage(
  text: string,
  words: TextRange,
  length: number,
  others: readonly TextRange[] = [],
): TextRange {
  const start = opening(text, words.start, length);
  const limit = start + length;
  if (limit >= text.length) return { start, end: text.length };
  const covered = others.findLast(({ end }) => end <= limit)?.end ?? Math.min(words.end, limit);
  return { start, end: closing(text, Math.max(covered, start), limit) };
}

function opening(text: string, first: number, length: number): number {
  const earliest = Math.max(0, Math.min(first - REACH, text.length - length));
  if (earliest === 0) return 0;
  const before = text.slice(earliest, first);
  const [sentence] = before.matchAll(SENTENCE_END);
  if (sentence) return skipSpace(text, earliest + sentence.index + sentence[0].length);
  const space = before.indexOf(' ');
  return space >= 0 ? earliest + space + 1 : wholeCharacter(text, earliest);
}

function closing(text: string, covered: number, limit: number): number {
  const near = Math.max(covered, limit - REACH);
  const sentence = [...text.slice(near, limit + 1).matchAll(SENTENCE_END)].at(-1);
  if (sentence) return Math.min(limit, near + sentence.index + sentence[0].length);
  const space = text.lastIndexOf(' ', limit);
  return space >= covered && space > 0 ? space : wholeCharacter(text, limit);
}

const skipSpace = (text: string, at: number): number => (text[at] === ' ' ? at + 1 : at);

/** The place, or the one before it where it would part a surrogate pair. */
const wholeCharacter = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '')
    ? at - 1
    : at;
