import { marked } from 'marked';
import { parsePage } from '../../html/load-page.ts';
import { textsIn } from '../../html/page-texts.ts';
import { wholeText } from '../../whole-text.ts';
import { plainPages } from '../plain-pages.ts';
import type { TextFormat } from './text-format.ts';

/** Properties of a note, between lines of hyphens before its text. */
const FRONT_MATTER = /^---\n[\s\S]*?\n---(?:\n|$)/;

/** Markdown, of which only the text is kept; form feeds divide its pages. */
export const markdown: TextFormat = {
  recognises: ({ text }, ending) => text !== null && (ending === 'md' || ending === 'markdown'),
  async read(source) {
    const text = (await wholeText(source)).replace(/\r\n?/g, '\n').replace(FRONT_MATTER, '');
    return plainPages(text.split('\f').map(textOf).join('\f'), 'transcript');
  },
};

const textOf = (text: string): string => {
  const { find } = parsePage(marked.parse(text, { async: false }));
  return textsIn(find.root()).join('\n\n');
};
