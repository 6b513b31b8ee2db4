import { type Element, elementsOf, type Tag } from '../../xml/elements.ts';
import { textOf } from '../../xml/inside.ts';
import type { SourcePage } from '../spooled-text.ts';
import type { TextFormat } from './text-format.ts';
import { countText } from './text-size.ts';

const LINES = ['ocr_line', 'ocr_header', 'ocr_footer', 'ocr_caption', 'ocr_textfloat'];

/**
 * What programs that recognise letters write as XHTML, such as Tesseract.
 * @see https://kba.github.io/hocr-spec/1.2/
 */
export const hocr: TextFormat = {
  isText: true,
  recognises: ({ text }) =>
    /^\s*</.test(text ?? '') && /\bclass\s*=\s*["'][^"']*\bocr_page\b/.test(text ?? ''),
  async read(source) {
    const pages: SourcePage[] = [];
    const see = countText();
    const isPage = (tag: Tag) => (classesOf(tag).includes('ocr_page') ? 'whole' : undefined);
    for await (const { element } of elementsOf(source.text(), isPage)) {
      const [, number] = /\blpageno\s+(\S+?)(?:;|$)/.exec(element.attributes.title ?? '') ?? [];
      const text = paragraphsIn(element).filter(Boolean).join('\n\n');
      see(text);
      pages.push({ label: number ? `p. ${number}` : null, text, kind: 'ocr', url: null });
    }
    return pages;
  },
};

const classesOf = ({ attributes }: Tag): readonly string[] => (attributes.class ?? '').split(/\s+/);

/** The paragraphs inside, each with its lines; lines outside paragraphs are paragraphs together. */
function paragraphsIn(element: Element): string[] {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  const endParagraph = () => {
    paragraphs.push(lines.join('\n'));
    lines = [];
  };
  const add = (one: Element) => {
    const classes = classesOf(one);
    if (classes.some((name) => LINES.includes(name))) {
      const line = textOf(one);
      if (line) lines.push(line);
      return;
    }
    const isBlock = classes.includes('ocr_par') || classes.includes('ocr_carea');
    if (isBlock) endParagraph();
    for (const part of one.content) if (typeof part !== 'string') add(part);
    if (isBlock) endParagraph();
  };
  add(element);
  endParagraph();
  return paragraphs;
}
