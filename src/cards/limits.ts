/**
 * What Discord takes, in characters.
 * @see https://discord.com/developers/docs/resources/message#embed-object-embed-limits
 * @see https://discord.com/developers/docs/components/reference
 */
export const LIMITS = {
  /** Of all texts of an embed, and of a message's embeds together. */
  embed: 6000,
  title: 256,
  description: 4096,
  fieldValue: 1024,
  footer: 2048,
  choices: 25,
  /** Discord takes 100; we stay under it. */
  choice: 99,
  buttonLabel: 80,
  customId: 100,
} as const;

const ELLIPSIS = '…';

/** Cuts plain text, well-formed then, to at most `most` characters, at a word where one is near, with an ellipsis. */
export function clip(given: string, most: number): string {
  const text = given.toWellFormed();
  if (text.length <= most) return text;
  const cut = wholeGraphemes(text, most - ELLIPSIS.length);
  const space = cut.lastIndexOf(' ');
  const kept = space > most * 0.7 ? cut.slice(0, space) : cut;
  // "Havana.…" would end twice.
  return `${kept.replace(/[\s.,;:]+$/, '')}${ELLIPSIS}`;
}

/** Cuts escaped text like `clip`, leaving no half escape behind. */
export function clipEscaped(given: string, most: number): string {
  const text = given.toWellFormed();
  if (text.length <= most) return text;
  const cut = clip(text, most).slice(0, -ELLIPSIS.length);
  const backslashes = /\\*$/.exec(cut)?.[0].length ?? 0;
  return `${backslashes % 2 ? cut.slice(0, -1) : cut}${ELLIPSIS}`;
}

/**
 * The beginning of a text that ends with a whole grapheme: no accent is taken from its letter, no
 * emoji in two. A grapheme that is longer than all the room is cut between code points.
 */
export function wholeGraphemes(text: string, most: number): string {
  if (text.length <= most) return text;
  // Whatever stands before a blank, or a line's end, is whole: only what follows must be looked into.
  const from = Math.max(text.lastIndexOf(' ', most - 1), 0);
  const following = text.slice(from, most + LONGEST_LOOKED_AT);
  let end = from;
  for (const { index, segment } of GRAPHEMES.segment(following)) {
    if (from + index + segment.length > most) break;
    end = from + index + segment.length;
  }
  return end > 0 ? text.slice(0, end) : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** How far beyond the cut a grapheme is followed, in UTF-16 units. */
const LONGEST_LOOKED_AT = 100;
