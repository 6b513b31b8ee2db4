import { getDocumentProxy } from 'unpdf';
import { SourceError } from '../../format.ts';
import type { SourcePage } from '../spooled-text.ts';
import { lineJoiner } from './pdf-lines.ts';
import { isRecognised } from './pdf-programs.ts';
import { countText, LONGEST_PAGE, tooLongPage } from './text-size.ts';

/** The pages of a PDF, or why it can't be read. */
export type PdfContents = { pages: readonly SourcePage[] } | { problem: string };

/** No page has its text in more pieces: a newspaper's has some 20,000, of a word each. */
const MOST_PIECES = 50_000;

/**
 * Reads a PDF; what is wrong with it is said, and not thrown.
 * @param mostPieces that the text of a page may be in
 */
export async function readPdf(bytes: Uint8Array, mostPieces = MOST_PIECES): Promise<PdfContents> {
  try {
    const proxy = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    try {
      return { pages: await pagesOf(proxy, mostPieces) };
    } finally {
      // Not waited for: it waits itself for the end of a page, whose rest nobody may have read.
      void proxy.destroy();
    }
  } catch (error) {
    return { problem: problemOf(error as Error) };
  }
}

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;

async function pagesOf(proxy: Proxy, mostPieces: number): Promise<readonly SourcePage[]> {
  const { info } = await proxy.getMetadata();
  const kind = isRecognised(info) ? 'ocr' : 'edition';
  const labels = await printedLabels(proxy);
  const see = countText();
  const pages: SourcePage[] = [];
  for (let number = 1; number <= proxy.numPages; number += 1) {
    const text = await textOf(proxy, number, mostPieces);
    see(text);
    const label = labels?.[number - 1]?.trim();
    pages.push({ label: label ? `p. ${label}` : null, text, kind, url: null });
  }
  if (pages.some(({ text }) => text)) return pages;
  throw new SourceError('holds pictures of pages and no text; recognise its letters (OCR) first');
}

type TextContent = Awaited<ReturnType<Awaited<ReturnType<Proxy['getPage']>>['getTextContent']>>;

async function textOf(proxy: Proxy, number: number, mostPieces: number): Promise<string> {
  const page = await proxy.getPage(number);
  // Never cancelled, which the library doesn't survive: what nobody reads waits for its end.
  const reader: ReadableStreamDefaultReader<TextContent> = page.streamTextContent().getReader();
  const lines = lineJoiner();
  let pieces = 0;
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    for (const item of read.value.items) {
      if (!('str' in item)) continue;
      pieces += 1;
      length += item.str.length;
      lines.add(item);
    }
    if (length > LONGEST_PAGE) throw tooLongPage();
    if (pieces > mostPieces) {
      throw new SourceError(`has a page whose text is in more than ${mostPieces} pieces`);
    }
  }
  page.cleanup();
  return lines.joined();
}

/** What the library throws says what is wrong with the file. */
function problemOf(error: Error): string {
  if (error instanceof SourceError) return error.message;
  return error.name === 'PasswordException'
    ? 'has a password; save it without one'
    : `can’t be read as PDF (${error.message.replace(/\.$/, '')})`;
}

/** The numbers that the file gives its pages; null if it only counts them. */
async function printedLabels(proxy: Proxy): Promise<readonly string[] | null> {
  const labels = await proxy.getPageLabels();
  return labels?.some((label, index) => label !== String(index + 1)) ? labels : null;
}
