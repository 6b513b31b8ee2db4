import type { PageKind } from '../data/texts/page.ts';
import type { PagePlace } from '../search/hits.ts';

const KINDS: Record<PageKind, string> = {
  edition: 'edition',
  transcript: 'transcript',
  translation: 'translation',
  ocr: 'OCR, unchecked',
};

/** `p. 412, edition`; a page without a printed label goes by its number. Plain text. */
export const formatPagePlace = ({ page, label, kind }: PagePlace): string =>
  `${label ?? `page ${page}`}, ${KINDS[kind]}`;
