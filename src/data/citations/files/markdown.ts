import { cite } from '../cite.ts';
import type { RichText } from '../rich-text.ts';
import { annotatedBy, type Exporter } from './exported.ts';

/** An annotated bibliography for people to read, in Chicago style and in the order of the list. */
export const toMarkdown: Exporter = async (exported, { accessed, title, series }) => {
  const entries: string[] = [];
  for (const one of exported) {
    const { document, annotation } = one;
    const cited = inMarkdown(
      await cite(document, 'chicago-bibliography', accessed, series.get(document.collection)),
    );
    const lines = [cited, ...[annotation, annotatedBy(one)].filter(isSaid).map(escaped)];
    entries.push(lines.map((line) => line.replace(/\s*\n\s*/g, ' ')).join('\n\n   '));
  }
  const numbered = entries.map((entry, index) => `${index + 1}. ${entry}`);
  return `${[`# ${escaped(title)}`, ...numbered].join('\n\n')}\n`;
};

const isSaid = (text: string | undefined): text is string => Boolean(text);

const inMarkdown = (citation: RichText): string =>
  citation
    .map(({ text, italic }) => (italic && text.trim() ? `*${escaped(text)}*` : escaped(text)))
    .join('');

/** Text that CommonMark shows as it is. @see https://spec.commonmark.org/0.31.2/#backslash-escapes */
const escaped = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>]+?)(?=[.,;:!?)]*(?:\s|$))/)
    .map((part, index) =>
      index % 2 === 1 ? `<${part}>` : part.replace(/[\\`*_[\]<>#|~]/g, '\\$&'),
    )
    .join('');
