import { getDocumentProxy } from 'unpdf';
import { SourceError, type SourceFile } from '../../format.ts';
import { wholeBytes } from '../../whole-bytes.ts';
import type { SourcePage } from '../spooled-text.ts';
import { joinLines } from './pdf-lines.ts';
import type { TextFormat } from './text-format.ts';

/** Larger files don't fit into memory while they are read, in bytes. */
const LARGEST = 128 * 1024 * 1024;
/** Programs that put recognised letters behind the picture of a page, by the names they leave. */
const OCR =
  /abbyy|capture|finereader|internet archive|lead ?tools|luratech|\bocr|omnipage|readiris|tesseract/i;

/** PDF files that hold their text, page by page; those that hold only pictures of it are refused. */
export const pdf: TextFormat = {
  isText: false,
  recognises: ({ bytes }) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'),
  async read(source) {
    try {
      await using file = await open(source);
      return await pagesOf(file.proxy);
    } catch (error) {
      throw toSourceError(error);
    }
  },
};

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(source: SourceFile): Promise<{ proxy: Proxy } & AsyncDisposable> {
  const bytes = await wholeBytes(source, LARGEST);
  const proxy = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  return { proxy, [Symbol.asyncDispose]: () => proxy.destroy() };
}

async function pagesOf(proxy: Proxy): Promise<readonly SourcePage[]> {
  const { info } = await proxy.getMetadata();
  const { Producer = '', Creator = '' } = info as { Producer?: string; Creator?: string };
  const kind = OCR.test(`${Producer} ${Creator}`) ? 'ocr' : 'edition';
  const labels = await printedLabels(proxy);
  const pages: SourcePage[] = [];
  for (let number = 1; number <= proxy.numPages; number += 1) {
    const page = await proxy.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    const text = joinLines(items.filter((item) => 'str' in item));
    const label = labels?.[number - 1]?.trim();
    pages.push({ label: label ? `p. ${label}` : null, text, kind, url: null });
  }
  if (pages.some(({ text }) => text)) return pages;
  throw new SourceError('holds pictures of pages and no text; recognise its letters (OCR) first');
}

/** What the library throws says what is wrong with the file; what the file system throws is left. */
function toSourceError(error: unknown): unknown {
  const { name, message, code } = error as NodeJS.ErrnoException;
  if (error instanceof SourceError || typeof code === 'string') return error;
  return new SourceError(
    name === 'PasswordException'
      ? 'has a password; save it without one'
      : `can’t be read as PDF (${message.replace(/\.$/, '')})`,
  );
}

/** The numbers that the file gives its pages; null if it only counts them. */
async function printedLabels(proxy: Proxy): Promise<readonly string[] | null> {
  const labels = await proxy.getPageLabels();
  return labels?.some((label, index) => label !== String(index + 1)) ? labels : null;
}
