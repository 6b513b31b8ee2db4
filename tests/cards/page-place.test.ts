import { expect, test } from 'vitest';
import { formatPages } from '../../src/cards/page-place.ts';
import type { PagePlace } from '../../src/search/hits.ts';

const page = (number: number, kind: PagePlace['kind']): PagePlace => ({
  page: number,
  label: `p. ${number}`,
  kind,
  url: null,
});

test.for([
  [page(1, 'edition'), page(1, 'edition'), 'p. 1, edition'],
  [page(1, 'ocr'), page(2, 'ocr'), 'p. 1 to p. 2, OCR'],
  [page(1, 'edition'), page(2, 'ocr'), 'p. 1, edition, to p. 2, OCR'],
] as const)('pages are told with how their text came about: %#', ([first, last, said]) => {
  expect(formatPages(first, last)).toBe(said);
});
