import { type Node, parsePage } from '../../html/load-page.ts';
import { textIn } from '../../html/page-texts.ts';
import type { SourcePage } from '../spooled-text.ts';
import { pagesOfHocr } from './hocr-pages.ts';
import type { TextFormat } from './text-format.ts';
import { countText } from './text-size.ts';

const LINES = ['ocr_line', 'ocr_header', 'ocr_footer', 'ocr_caption', 'ocr_textfloat'];
const BLOCKS = ['ocr_par', 'ocr_carea'];

/**
 * What programs that recognise letters write as HTML. Tesseract's is well-formed XHTML and others' isn't:
 * it is read as browsers read it, a page at a time.
 * @see https://kba.github.io/hocr-spec/1.2/
 */
export const hocr: TextFormat = {
  isText: true,
  recognises: ({ text }) =>
    /^\s*</.test(text ?? '') && /\bclass\s*=\s*["']?[^"'>]*\bocr_page\b/i.test(text ?? ''),
  async read(source) {
    const pages: SourcePage[] = [];
    const see = countText();
    for await (const markup of pagesOfHocr(source.text())) {
      const { find } = parsePage(markup);
      const page = find('.ocr_page').first();
      const [, number] = /\blpageno\s+(\S+?)(?:;|$)/.exec(page.attr('title') ?? '') ?? [];
      const text = paragraphsIn(page.toArray(), (node) => textIn(find(node)))
        .filter(Boolean)
        .join('\n\n');
      see(text);
      pages.push({ label: number ? `p. ${number}` : null, text, kind: 'ocr', url: null });
    }
    return pages;
  },
};

/** The paragraphs inside, each with its lines; lines outside paragraphs are paragraphs together. */
function paragraphsIn(nodes: readonly Node[], textOf: (node: Node) => string): string[] {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  const endParagraph = () => {
    paragraphs.push(lines.join('\n'));
    lines = [];
  };
  const add = (node: Node) => {
    const classes = 'attribs' in node ? (node.attribs.class ?? '').split(/\s+/) : [];
    if (classes.some((name) => LINES.includes(name))) {
      const line = textOf(node);
      if (line) lines.push(line);
      return;
    }
    const isBlock = classes.some((name) => BLOCKS.includes(name));
    if (isBlock) endParagraph();
    if ('children' in node) for (const child of node.children) add(child);
    if (isBlock) endParagraph();
  };
  for (const node of nodes) add(node);
  endParagraph();
  return paragraphs;
}
