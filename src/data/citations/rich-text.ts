/** A piece of a citation. */
export type RichText = readonly { text: string; italic: boolean }[];

/** citeproc-js reads `<i>` in a title as an instruction; this sign stands in for what opens one. */
const LESS_THAN = '\uE000';

/** These stand around what is in italics wherever it stands. */
const ITALIC = { from: '\uE001', to: '\uE002' } as const;

/** citeproc-js keeps citations by their texts in plain objects, where "toString" is taken. */
const NO_PROPERTY = '\uE003';

/** Makes a record's text safe to hand to citeproc-js. */
export const guarded = (text: string): string => {
  const safe = text.replaceAll('<', LESS_THAN).replace(/[\uE001-\uE003]/g, '');
  return safe.trim() in {} ? NO_PROPERTY + safe : safe;
};

/** The same for pieces, whose italics citeproc-js sets upright in a title that is in italics. */
export const guardedPieces = (pieces: RichText): string =>
  pieces.map(({ text, italic }) => (italic ? `<i>${guarded(text)}</i>` : guarded(text))).join('');

/** The same for pieces that are in italics whatever stands around them. */
export const markedPieces = (pieces: RichText): string =>
  pieces
    .map(({ text, italic }) =>
      italic ? `${ITALIC.from}${guarded(text)}${ITALIC.to}` : guarded(text),
    )
    .join('');

/** What citeproc-js gives as HTML, as plain pieces; it sets an entry between blanks and lines. */
export function readHtml(html: string): RichText {
  const pieces: { text: string; italic: boolean }[] = [];
  const within: boolean[] = [];
  for (const token of html.trim().split(/(<[^>]*>|[\uE001\uE002])/)) {
    const italic = within.at(-1) ?? false;
    if (token.startsWith('</') || token === ITALIC.to) within.pop();
    else if (token === '<i>' || token === ITALIC.from) within.push(true);
    else if (token.startsWith('<')) within.push(italic && !/font-style:\s*normal/.test(token));
    else pieces.push({ text: plainOf(token), italic });
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
    .replaceAll(NO_PROPERTY, '')
    .replaceAll(LESS_THAN, '<');

export const plainText = (pieces: RichText): string => pieces.map(({ text }) => text).join('');
