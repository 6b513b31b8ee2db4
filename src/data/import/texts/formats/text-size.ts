import { SourceError, type SourceFile } from '../../format.ts';
import type { SourcePage } from '../spooled-text.ts';

/** Longer texts are no page's, and no document's, in characters. */
export const LONGEST_PAGE = 1_000_000;
const LONGEST_TEXT = 16_000_000;

/** Why a page is refused. */
export const tooLongPage = (): SourceError =>
  new SourceError(
    `has a page of more than ${LONGEST_PAGE.toLocaleString('en')} characters; divide it into pages`,
  );
const tooLongText = (): SourceError =>
  new SourceError(
    `has more than ${LONGEST_TEXT.toLocaleString('en')} characters; divide it into several documents`,
  );

/**
 * Counts the characters of a text's pages as they are read.
 * @throws SourceError as soon as a page, or all of them, have more than a document can have
 */
export function countText(): (page: string) => void {
  let total = 0;
  return ({ length }) => {
    if (length > LONGEST_PAGE) throw tooLongPage();
    total += length;
    if (total > LONGEST_TEXT) throw tooLongText();
  };
}

/**
 * The whole text of a file whose pages are divided by form feeds.
 * @throws SourceError for one whose pages are too long, before it is read any further
 */
export async function textInPages(source: SourceFile): Promise<string> {
  let text = '';
  let inPage = 0;
  for await (const piece of source.text()) {
    text += piece;
    for (const [index, { length }] of piece.split('\f').entries()) {
      inPage = index === 0 ? inPage + length : length;
      if (inPage > LONGEST_PAGE) throw tooLongPage();
    }
    if (text.length > LONGEST_TEXT) throw tooLongText();
  }
  return text;
}

/** @throws SourceError for pages that are too long, or too many */
export function checkSize(pages: readonly Pick<SourcePage, 'text'>[]): void {
  const see = countText();
  for (const { text } of pages) see(text);
}
