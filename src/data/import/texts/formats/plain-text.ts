import { plainPages } from '../plain-pages.ts';
import type { TextFormat } from './text-format.ts';
import { textInPages } from './text-size.ts';

/** Plain text; form feeds divide its pages. */
export const plainText: TextFormat = {
  isText: true,
  recognises: ({ text }, ending) => text !== null && (ending === 'txt' || ending === 'text'),
  read: async (source) => plainPages(await textInPages(source), 'transcript'),
};
