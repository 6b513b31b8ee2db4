/**
 * Foreign text without what nobody sees and a machine reads all the same: control characters, marks that
 * turn the reading direction, tags, and stray halves of characters. Lines and tabs stay.
 */
export const visible = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\u{E0000}-\u{E007F}]/gu, '');

/** The same in one line. */
export const visibleLine = (text: string): string => visible(text).replace(/\s+/g, ' ').trim();

/** Each line marked as quoted, so that what a document says can't pass for what is said about it. */
export const quoted = (text: string): string => visible(text).replace(/^/gm, '> ');
