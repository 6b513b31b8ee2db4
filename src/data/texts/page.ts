import { z } from 'zod';
import { DocumentId, WebUrl } from '../corpus/document.ts';

/** How a page's text came about: printed by an editor, copied by hand, translated, or read by a machine. */
export const PAGE_KINDS = ['edition', 'transcript', 'translation', 'ocr'] as const;

/** A page of a document's text: one line of a file of texts. A text without pages is one page. */
export const Page = z.strictObject({
  /** The document's. */
  id: DocumentId,
  /** Counted from 1 within the document. */
  page: z.int().min(1),
  /** As it is printed: `p. 412`; null if it isn't. */
  label: z.string().trim().min(1, 'must not be empty').nullable(),
  /** Paragraphs divided by blank lines; within one, lines may break as they do in the source. */
  text: z.string(),
  kind: z.enum(PAGE_KINDS, {
    error: ({ input }) =>
      input === undefined ? undefined : `must be one of ${PAGE_KINDS.join(', ')}`,
  }),
  /** Where this page can be read. */
  url: WebUrl.nullable(),
});
export type Page = z.infer<typeof Page>;
export type PageKind = Page['kind'];

/** Where the texts of a corpus stand: `corpus.text.jsonl` beside `corpus.jsonl`. */
export const textsPath = (corpus: string): string => `${corpus.replace(/\.jsonl$/, '')}.text.jsonl`;

const TEXTS = /\.text\.jsonl$/;

/** Whether a file is one of texts, by its name, and not a corpus itself. */
export const isTextsPath = (path: string): boolean => TEXTS.test(path);

/** The corpus that a file of texts belongs to. */
export const corpusOfTexts = (texts: string): string => texts.replace(TEXTS, '.jsonl');
