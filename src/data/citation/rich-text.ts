/** A piece of a citation. */
export type RichText = readonly { text: string; italic: boolean }[];

/** citeproc-js reads `<i>` in a title as an instruction; this sign stands in for what opens one. */
const LESS_THAN = '\uE000';

/** Makes a record's text safe to hand to citeproc-js. */
export const guarded = (text: string): string => text.replaceAll('<', LESS_THAN);

/** What citeproc-js gives as HTML, as plain pieces; it sets an entry between blanks and lines. */
export function readHtml(html: string): RichText {
  const pieces: { text: string; italic: boolean }[] = [];
  let depth = 0;
  for (const token of html.trim().split(/(<[^>]*>)/)) {
    if (token === '<i>') depth += 1;
    else if (token === '</i>') depth -= 1;
    else if (!token.startsWith('<')) pieces.push({ text: plainOf(token), italic: depth > 0 });
  }
  const shown = pieces.filter(({ text }) => text !== '');
  const last = shown.length - 1;
  return shown.map(({ text, italic }, index) => {
    const begun = index === 0 ? text.trimStart() : text;
    return { text: index === last ? begun.trimEnd() : begun, italic };
  });
}

/** citeproc-js writes the signs of HTML as numbers, and no others. */
const plainOf = (html: string): string =>
  html
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/\s+/g, ' ')
    .replaceAll(LESS_THAN, '<');

export const plainText = (pieces: RichText): string => pieces.map(({ text }) => text).join('');
