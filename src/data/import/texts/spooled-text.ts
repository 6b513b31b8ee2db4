import { createHash } from 'node:crypto';
import { WebUrl } from '../../corpus/document.ts';
import { parseWellFormed } from '../../corpus/well-formed.ts';
import { countWords } from '../../texts/count-words.ts';
import type { Page } from '../../texts/page.ts';
import type { TextTotals } from '../../texts/text-totals.ts';
import type { Spool, SpoolRange } from '../spool.ts';

/** A page as a source has it: neither its document's id nor its number is known yet. */
export type SourcePage = Omit<Page, 'id' | 'page'>;

/** A document's text, put aside, and what must be known of it meanwhile. */
export type SpooledText = SpoolRange & {
  /** Whether it lies in the texts of the corpus as it was, and not in the spool. */
  isKept: boolean;
  /** Whether it was read from a folder of texts, and not with its document. */
  isFromFolder: boolean;
  pages: number;
  words: number;
  /** The same for texts that are the same in every page and field. */
  content: string;
};

/** From where texts are read that were put aside: those of the corpus as it was, and new ones. */
export type TextReaders = Readonly<Record<'kept' | 'spool', Pick<Spool, 'read'>>>;

/** Writes a text to the spool; null for one without a word. */
export async function spoolText(
  pages: readonly SourcePage[],
  spool: Spool,
  { isFromFolder = false } = {},
): Promise<SpooledText | null> {
  const summary = summarizeText();
  const lines = pages.map(({ label, text, kind, url }, index) => {
    const address = WebUrl.safeParse(url).data ?? null;
    const line = JSON.stringify({ page: index + 1, label, text, kind, url: address });
    // As it is when it is read again: without half characters and what controls a terminal.
    const page = parseWellFormed(line) as Omit<Page, 'id'>;
    summary.see(page);
    return `${JSON.stringify(page).slice(1)}\n`;
  });
  const { words, ...rest } = summary.seen();
  if (words === 0) return null;
  return { ...(await spool.add(lines.join(''))), isKept: false, isFromFolder, words, ...rest };
}

/** The lines of a text in a file of texts, under the id that its document has now. */
export async function readText(
  text: SpooledText,
  id: string,
  readers: TextReaders,
): Promise<string> {
  if (text.isKept) return `${await readers.kept.read(text)}\n`;
  const lines = (await readers.spool.read(text)).split('\n').filter(Boolean);
  return lines.map((line) => `{"id":"${id}",${line}\n`).join('');
}

/** How much text documents have. */
export function totalsOf(documents: readonly { text: SpooledText | null }[]): TextTotals {
  const texts = documents.flatMap(({ text }) => text ?? []);
  return {
    documents: texts.length,
    pages: texts.reduce((sum, { pages }) => sum + pages, 0),
    words: texts.reduce((sum, { words }) => sum + words, 0),
  };
}

/** Counts and digests the pages of a text as they go by. */
export function summarizeText() {
  const hash = createHash('sha256');
  let pages = 0;
  let words = 0;
  return {
    see({ page, label, text, kind, url }: Omit<Page, 'id'>) {
      hash.update(JSON.stringify([page, label, text, kind, url]));
      pages += 1;
      words += countWords(text);
    },
    /** To be asked for once, at the end. */
    seen: () => ({ pages, words, content: hash.digest().toString('base64', 0, 12) }),
  };
}
