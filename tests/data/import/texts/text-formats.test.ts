import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { sourceFrom, sourceOf } from '../../../../src/data/import/source-file.ts';
import { pdfReader } from '../../../../src/data/import/texts/formats/pdf.ts';
import { readPdf } from '../../../../src/data/import/texts/formats/pdf-pages.ts';
import { isRecognised } from '../../../../src/data/import/texts/formats/pdf-programs.ts';
import { textFormatOf } from '../../../../src/data/import/texts/formats/text-formats.ts';
import { madePdf } from '../../../support/made-pdf.ts';

async function read(name: string, content: string | Uint8Array) {
  const source = await sourceOf(name, content);
  const format = textFormatOf(source.sample, extname(name).slice(1));
  if (!format) return undefined;
  return await format.read(source);
}

const textsOf = async (name: string, content: string | Uint8Array) =>
  (await read(name, content))?.map(({ text }) => text);

describe('a text file', () => {
  test('keeps its lines, and form feeds divide its pages', async () => {
    const text = '\uFEFF\r\n  To the Minister,\r\nit rains.  \r\n\r\nYours\r\n\f\f  \r\nPS\n\f';
    expect(await read('a.txt', text)).toEqual([
      {
        label: null,
        text: '  To the Minister,\nit rains.  \n\nYours',
        kind: 'transcript',
        url: null,
      },
      { label: null, text: '', kind: 'transcript', url: null },
      { label: null, text: 'PS', kind: 'transcript', url: null },
    ]);
  });

  test('of Markdown is its text, without its marks and its properties', async () => {
    const note = `---\ntitle: A letter\n---\n# To the *Minister*\n\nIt [rains](https://example.org) & pours,\nas **before**.\n\n- one\n- two\n\f\n> Yours\n`;
    expect(await textsOf('a.md', note)).toEqual([
      'To the Minister\n\nIt rains & pours, as before.\n\none\n\ntwo',
      'Yours',
    ]);
  });

  test('of Markdown keeps its notes, and what it says in angle brackets', async () => {
    const note =
      'Dear <illegible>, it <u>rains</u>.[^1]\n\n<torn page>\n\n[^1]: Snows.\n[^2]: See below.\n';
    expect(await textsOf('a.md', note)).toEqual([
      'Dear <illegible>, it rains.[^1]\n\n<torn page>\n\n[^1]: Snows. [^2]: See below.',
    ]);
  });

  test('of HTML is its text, without what leads through its site', async () => {
    const page = `<!doctype html><html><head><title>T</title><link rel="canonical" href="https://example.org/12"></head><body><nav>Home</nav><main><p>It <i>rains</i>.</p><p>Yours</p></main><footer>Contact</footer></body></html>`;
    expect(await read('a.html', page)).toEqual([
      {
        label: null,
        text: 'It rains.\n\nYours',
        kind: 'transcript',
        url: 'https://example.org/12',
      },
    ]);
  });

  test('of no known kind is none', async () => {
    expect(await read('a.docx', 'PK')).toBeUndefined();
    expect(await read('a.xml', '<TEI/>')).toBeUndefined();
    expect(await read('a.txt', Buffer.from([0x89, 0x50, 0, 1, 2, 3]))).toBeUndefined();
  });
});

describe('recognised letters', () => {
  test('in hOCR come page by page and line by line', async () => {
    const page = (title: string, body: string) =>
      `<div class="ocr_page" title='${title}'>${body}</div>`;
    const line = (...words: string[]) =>
      `<span class="ocr_line">${words.map((word) => `<span class="ocrx_word">${word}</span>`).join(' ')}</span>`;
    const file = `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x">\n<html xmlns="http://www.w3.org/1999/xhtml"><head><meta name="ocr-system" content="tesseract"/></head><body>${page(
      'image "a.png"; ppageno 0; lpageno 12',
      `<div class="ocr_carea"><p class="ocr_par">${line('It', 'rai\u00ADned')}\n ${line('&amp;', 'pour-')}</p><p class="ocr_par">${line('ed.')}</p></div>`,
    )}${page('ppageno 1', '')}${page('ppageno 2', line('End'))}</body></html>`;
    expect(await read('a.html', file)).toEqual([
      { label: 'p. 12', text: 'It rai\u00ADned\n& pour-\n\ned.', kind: 'ocr', url: null },
      { label: null, text: '', kind: 'ocr', url: null },
      { label: null, text: 'End', kind: 'ocr', url: null },
    ]);
    expect(await read('a.hocr', file)).toHaveLength(3);
  });

  test('in hOCR may be HTML that is no XML', async () => {
    const file = `<!DOCTYPE html><HTML><head><meta name=ocr-system content=other><title>A & B</title></head>
      <body><div class=ocr_page title="lpageno 3"><p class=ocr_par><span class='ocr_line'>Fish &amp; salt&nbsp;&mdash;<br></span>
      <span class='ocr_line'>and so on</span><p class=ocr_par><span class=ocr_line>Yours</span>
      <div class='ocr_page' title='lpageno 4'><span class='ocr_line'>1 < 2`;
    expect(await read('a.html', file)).toEqual([
      { label: 'p. 3', text: 'Fish & salt —\nand so on\n\nYours', kind: 'ocr', url: null },
      { label: 'p. 4', text: '1 < 2', kind: 'ocr', url: null },
    ]);
  });

  test('in ALTO come with divided words as a whole, if the file says which they are', async () => {
    const file = `<?xml version="1.0"?>\n<!-- made -->\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout>
      <Page PRINTED_IMG_NR="7"><PrintSpace><ComposedBlock><TextBlock>
        <TextLine><String CONTENT="It"/><SP/><String CONTENT="rai" SUBS_TYPE="HypPart1" SUBS_CONTENT="rained"/><HYP CONTENT="-"/></TextLine>
        <TextLine><String CONTENT="ned" SUBS_TYPE="HypPart2" SUBS_CONTENT="rained"/><SP/><String CONTENT="&amp;"/><String CONTENT="pour"/><HYP CONTENT="&#xAD;"/></TextLine>
        <TextLine><String CONTENT="ed."/></TextLine>
      </TextBlock></ComposedBlock><TextBlock><TextLine><String CONTENT="Yours"/></TextLine></TextBlock></PrintSpace></Page>
      <Page><PrintSpace/></Page></Layout></alto>`;
    expect(await read('a.xml', file)).toEqual([
      { label: 'p. 7', text: 'It rained\n& pour\u00AD\ned.\n\nYours', kind: 'ocr', url: null },
      { label: null, text: '', kind: 'ocr', url: null },
    ]);
  });
});

describe('a text that is too long', () => {
  const MB = 1_000_000;

  test.each([
    ['a.txt', 'rain '.repeat(0.2 * MB + 1)],
    ['a.md', 'rain '.repeat(0.2 * MB + 1)],
    ['a.html', `<!doctype html><html><body>${'<p>rain</p>'.repeat(0.8 * MB)}</body></html>`],
    ['a.xml', `<alto><Page>${textBlocks(21)}</Page></alto>`],
  ])('for a page is refused: %s', async (name, text) => {
    await expect(read(name, text)).rejects.toThrow(
      /a page of more than 1,000,000 characters|too large/,
    );
  });

  test('for a document is refused; a long one of many pages isn’t', async () => {
    const page = 'rain '.repeat(0.18 * MB);
    await expect(read('a.txt', `${page}\f`.repeat(18))).rejects.toThrow(
      /more than 16,000,000 characters/,
    );
    expect(await read('a.txt', `${page}\f`.repeat(3))).toHaveLength(3);
  });

  test('isn’t read any further', async () => {
    let given = 0;
    const source = await sourceFrom('a.txt', () =>
      Readable.from(
        (function* () {
          for (given = 0; given < 40; given += 1) yield Buffer.alloc(MB / 2, 'a');
        })(),
      ),
    );
    await expect(textFormatOf(source.sample, 'txt')?.read(source)).rejects.toThrow(
      /a page of more/,
    );
    expect(given).toBeLessThan(6);
  });
});

function textBlocks(count: number): string {
  const line = `<TextLine><String CONTENT="${'rain'.repeat(12_000)}"/></TextLine>`;
  return `<TextBlock>${line}</TextBlock>`.repeat(count);
}

describe('a PDF', () => {
  test('gives its lines page by page, with paragraphs where it leaves room', async () => {
    const pdf = madePdf({
      pages: [['To the Minister,', 'it rains', 'and pours.', '', 'Yours'], [], ['PS']],
    });
    expect(await read('a.pdf', pdf)).toEqual([
      {
        label: null,
        text: 'To the Minister,\nit rains\nand pours.\n\nYours',
        kind: 'edition',
        url: null,
      },
      { label: null, text: '', kind: 'edition', url: null },
      { label: null, text: 'PS', kind: 'edition', url: null },
    ]);
  });

  test('says how its pages are numbered, and whether a program recognised its letters', async () => {
    const pdf = madePdf({ pages: [['One'], ['Two']], romanFrom: 9, producer: 'ABBYY FineReader' });
    expect(await read('a.pdf', pdf)).toMatchObject([
      { label: 'p. ix', kind: 'ocr' },
      { label: 'p. x', kind: 'ocr' },
    ]);
  });

  test.each([
    ['Recoded by LuraDocument PDF v2.28', 'ocr'],
    ['Internet Archive PDF 1.4.22; including mupdf and pymupdf/skimage', 'ocr'],
    ['Google Books PDF Converter (rel 3 12/12/14)', 'ocr'],
    ['Image Server / PDF::API3', 'ocr'],
    ['JSTOR', 'ocr'],
    ['Adobe Acrobat Pro DC 15 Paper Capture Plug-in', 'ocr'],
    ['ocrmypdf 10.3.1 / Tesseract OCR-PDF 4.1.1', 'ocr'],
    ['Adobe InDesign CS6', 'edition'],
    ['pdfTeX-1.40.21', 'edition'],
    ['Microsoft Word', 'edition'],
  ])('that %s made is %s', (Producer, kind) => {
    expect(isRecognised({ Producer }) ? 'ocr' : 'edition').toBe(kind);
    expect(isRecognised({ Producer: 'iText 2.1.4', Creator: Producer }) ? 'ocr' : 'edition').toBe(
      kind,
    );
  });

  test('with more on a page than any page has is refused before all of it is read', async () => {
    // One over the other: what lies below the page isn't read at all.
    const line = Array(3000).fill('a').join(') Tj 1 0 0 1 72 720 Tm (');
    expect(await readPdf(madePdf({ pages: [[line]] }), 1000)).toEqual({
      problem: 'has a page whose text is in more than 1000 pieces',
    });
    expect(await readPdf(madePdf({ pages: [['PS']] }))).toMatchObject({ pages: [{ text: 'PS' }] });
  });

  test('that takes longer than it may is refused, and the next is read', async () => {
    // Below the page nothing is text, but all of it must be looked through.
    const endless = madePdf({ pages: [Array(3_000_000).fill('a')] });
    const readHere = pdfReader({ time: 1000, memory: 256 });
    await expect(readHere(await sourceOf('a.pdf', endless))).rejects.toThrow(/takes more time/);
    const next = await sourceOf('a.pdf', madePdf({ pages: [['It rains.']] }));
    expect(await readHere(next)).toMatchObject([{ text: 'It rains.' }]);
  });

  test.each([
    ['without text', madePdf({ pages: [[], []] }), /holds pictures of pages and no text/],
    ['with a password', madePdf({ pages: [['One']], hasPassword: true }), /has a password/],
    ['that is broken', Buffer.from('%PDF-1.4\nrain'), /can’t be read as PDF/],
  ])('%s is refused with a sentence', async (_, pdf, reason) => {
    await expect(read('a.pdf', pdf)).rejects.toThrow(reason);
  });
});
