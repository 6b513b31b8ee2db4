import { type Choose, type Element, elementsOf } from '../../xml/elements.ts';
import { children, within } from '../../xml/inside.ts';
import type { SourcePage } from '../spooled-text.ts';
import type { TextFormat } from './text-format.ts';
import { countText, LONGEST_PAGE, tooLongPage } from './text-size.ts';

/**
 * What libraries keep recognised letters in. A word that is divided at the end of a line is written
 * as a whole if the file says which it is.
 * @see https://www.loc.gov/standards/alto/
 */
export const alto: TextFormat = {
  isText: true,
  recognises: ({ text }) => /^\s*<(?:[?!][^>]*>\s*<)*(?:\w+:)?alto[\s>]/.test(text ?? ''),
  async read(source) {
    const pages: SourcePage[] = [];
    const see = countText();
    const readLine = lineReader();
    let blocks: string[] = [];
    let inPage = 0;
    for await (const { element } of elementsOf(source.text(), choose)) {
      if (element.name === 'TextBlock') {
        const lines = [...within(element, 'TextLine')].map(readLine);
        const block = lines.filter(Boolean).join('\n');
        inPage += block.length;
        if (inPage > LONGEST_PAGE) throw tooLongPage();
        blocks.push(block);
        continue;
      }
      const number = element.attributes.PRINTED_IMG_NR?.trim();
      const text = blocks.filter(Boolean).join('\n\n');
      see(text);
      inPage = 0;
      pages.push({ label: number ? `p. ${number}` : null, text, kind: 'ocr', url: null });
      blocks = [];
    }
    return pages;
  },
};

const choose: Choose = ({ name }) => {
  if (name === 'Page') return 'end';
  return name === 'TextBlock' ? 'whole' : undefined;
};

/** Reads lines one after the other: what ends a divided word isn't repeated on the next. */
function lineReader(): (line: Element) => string {
  let divided: string | undefined;
  return (line) => {
    let text = '';
    for (const { name, attributes } of children(line)) {
      const { CONTENT = '', SUBS_TYPE, SUBS_CONTENT } = attributes;
      if (name === 'SP') text += ' ';
      else if (name === 'HYP') text += divided === undefined ? CONTENT : '';
      else if (name !== 'String') continue;
      else if (SUBS_TYPE === 'HypPart2' && SUBS_CONTENT && SUBS_CONTENT === divided) {
        divided = undefined;
      } else {
        divided = SUBS_TYPE === 'HypPart1' ? SUBS_CONTENT || undefined : undefined;
        text += `${/\S$/.test(text) ? ' ' : ''}${divided ?? CONTENT}`;
      }
    }
    return text.replaceAll(/\s+/g, ' ').trim();
  };
}
