/** A page's text, as it is printed. */
type Printed = { text: string };

/** From the code unit `start` up to, not including, `end` of the pages as one text. */
export type Range = { start: number; end: number };

/** A page's number alone on its line, such as "412", "[412]", "- xii -" or "p. 412". */
const NUMBER_LINE =
  /^[\s\p{P}|]*(?:p(?:age|\.)?\s*)?(?:\d{1,4}|(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))[\s\p{P}|]*$/iu;
/** The first half of a word, at the end of a line. */
const FIRST_HALF = /\p{L}[-‐‑¬\u00ad]$/u;
const SECOND_HALF = /^\p{Ll}/u;
/** Heads alternate: those of left and of right pages are two. */
const NEIGHBOURS = [-2, -1, 1, 2];
/** A shorter line is the head of neighbouring pages by chance. */
const SHORTEST_HEAD = 4;

/**
 * Where page numbers and running heads stand between the two halves of a word that the end of a page
 * has parted. A running head is a page's first line that a neighbouring page has too, but for figures.
 * What stands there is no part of what the document says, and is left out where its words are read.
 */
export function partingLines(pages: readonly Printed[]): Range[] {
  let end = -1;
  return pages.flatMap(({ text }, i) => {
    const start = end + 1;
    end = start + text.length;
    const next = pages[i + 1];
    if (!next) return [];
    const body = bodyEnd(text);
    if (!FIRST_HALF.test(text.slice(Math.max(0, body - 3), body))) return [];
    const second = bodyStart(pages, i + 1);
    if (!SECOND_HALF.test(next.text.slice(second))) return [];
    // The line's own end stays, or that between the pages.
    const line = text.indexOf('\n', body);
    const from = line < 0 ? end + 1 : start + line + 1;
    const to = end + 1 + second;
    return /\S/.test(text.slice(body) + next.text.slice(0, second))
      ? [{ start: from, end: to }]
      : [];
  });
}

/** Where a page's last line ends that isn't its number. */
function bodyEnd(text: string): number {
  const end = text.trimEnd().length;
  const line = text.lastIndexOf('\n', end - 1) + 1;
  return line > 0 && NUMBER_LINE.test(text.slice(line, end))
    ? text.slice(0, line).trimEnd().length
    : end;
}

/** Where a page begins to say something, after its number and its running head. */
function bodyStart(pages: readonly Printed[], i: number): number {
  const { text } = pages[i] ?? { text: '' };
  const own = headOf(text);
  const isHead =
    own !== undefined && NEIGHBOURS.some((by) => headOf(pages[i + by]?.text ?? '') === own);
  let at = 0;
  for (const line of firstLines(text)) {
    if (!NUMBER_LINE.test(line) && !(isHead && line === headLineOf(text))) break;
    at = text.indexOf(line, at) + line.length;
  }
  return at + text.slice(at).search(/\S|$/);
}

/** As many as a head and a number may take. */
const firstLines = (text: string): string[] =>
  text
    .slice(0, LONGEST_HEADS)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 2);

const LONGEST_HEADS = 400;

const headLineOf = (text: string): string | undefined =>
  firstLines(text).find((line) => !NUMBER_LINE.test(line));

/**
 * A page's first line, without its number, to compare it by; undefined if it is too short to be a head,
 * or begins in lower case, as heads don't.
 */
function headOf(text: string): string | undefined {
  const letters = headLineOf(text)?.replace(/[^\p{L}]+/gu, '') ?? '';
  const isHead = letters.length >= SHORTEST_HEAD && !SECOND_HALF.test(letters);
  return isHead ? letters.toLowerCase() : undefined;
}
