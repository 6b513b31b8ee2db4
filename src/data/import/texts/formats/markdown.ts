import { Marked } from 'marked';
import { parsePage } from '../../html/load-page.ts';
import { textsIn } from '../../html/page-texts.ts';
import { plainPages } from '../plain-pages.ts';
import type { TextFormat } from './text-format.ts';
import { textInPages } from './text-size.ts';

/** Properties of a note, between lines of hyphens before its text. */
const FRONT_MATTER = /^---\n[\s\S]*?\n---(?:\n|$)/;

/** Markdown, of which only the text is kept; form feeds divide its pages. */
export const markdown: TextFormat = {
  isText: true,
  recognises: ({ text }, ending) => text !== null && (ending === 'md' || ending === 'markdown'),
  async read(source) {
    const text = (await textInPages(source)).replace(/\r\n?/g, '\n').replace(FRONT_MATTER, '');
    return plainPages(text.split('\f').map(textOf).join('\f'), 'transcript');
  },
};

/** Marks of notes aren't links, whatever stands behind them. */
const NOTE_MARK = /\[(?=\^)/g;
/** Tags that Markdown is written with. Anything else in angle brackets is text: `<illegible>`. */
const TAG =
  /^<(?:!--|\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)\b)/i;

const reader = new Marked({
  async: false,
  renderer: {
    html: ({ text }) => (TAG.test(text.trimStart()) ? text : text.replaceAll('<', '&lt;')),
  },
});

function textOf(text: string): string {
  const html = reader.parse(text.replaceAll(NOTE_MARK, '\\['), { async: false });
  return textsIn(parsePage(html).find.root()).join('\n\n');
}
