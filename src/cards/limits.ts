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

/** Cuts plain text to at most `most` characters, at a word where one is near, with an ellipsis. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = wholeCharacters(text.slice(0, most - ELLIPSIS.length));
  const space = cut.lastIndexOf(' ');
  return `${(space > most * 0.7 ? cut.slice(0, space) : cut).trimEnd()}${ELLIPSIS}`;
}

/** Cuts escaped text like `clip`, leaving no half escape behind. */
export function clipEscaped(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = clip(text, most).slice(0, -ELLIPSIS.length);
  const backslashes = /\\*$/.exec(cut)?.[0].length ?? 0;
  return `${backslashes % 2 ? cut.slice(0, -1) : cut}${ELLIPSIS}`;
}

/** Drops half a surrogate pair from the end. */
const wholeCharacters = (text: string) => text.replace(/[\uD800-\uDBFF]$/, '');
