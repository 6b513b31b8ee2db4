import { SimpleMarkdown } from 'discord-markdown-parser';
import type { Rule } from './line-rules.ts';

const ITEM = /^( *)([*-]|\d{1,9}\.) +(?=\S)/;
/** A line that is indented goes on with the item above it. */
const CONTINUED = /^ {2,}\S/;

/**
 * Lists, which the parser does not know: `- `, `* ` and `1. `, nested by indentation. The first line
 * that is neither an item nor indented ends them.
 */
export const listRule: Rule = {
  order: SimpleMarkdown.defaultRules.list.order,
  match(source) {
    if (!ITEM.test(source)) return null;
    const text = linesOfList(source.split('\n')).join('\n');
    return [source.startsWith(`${text}\n`) ? `${text}\n` : text];
  },
  parse([text = ''], parse, state) {
    const lines = text.replace(/\n$/, '').split('\n');
    const start = startOf(lines[0]);
    return {
      isOrdered: start !== undefined,
      start,
      items: itemsOf(lines).map((item) => parse(item, state)),
    };
  },
};

/** The first lines, as far as they are one list: of bullets, or of numbers. */
function linesOfList(lines: readonly string[]): readonly string[] {
  const [first = ''] = lines;
  const isNumbered = startOf(first) !== undefined;
  const end = lines.findIndex((line, index) => {
    if (index === 0) return false;
    if (!ITEM.test(line)) return !CONTINUED.test(line);
    return indentOf(line) <= indentOf(first) && (startOf(line) !== undefined) !== isNumbered;
  });
  return end === -1 ? lines : lines.slice(0, end);
}

/** Each item's text without its mark, and the lines that are deeper than the list. */
function itemsOf(lines: readonly string[]): readonly string[] {
  const items: string[][] = [];
  const indent = indentOf(lines[0]);
  for (const line of lines) {
    const isItem = ITEM.test(line) && indentOf(line) <= indent;
    if (isItem) items.push([line.replace(ITEM, '')]);
    else items.at(-1)?.push(line);
  }
  return items.map((item) => item.join('\n'));
}

const indentOf = (line = ''): number => ITEM.exec(line)?.[1]?.length ?? 0;

/** The number of an item; undefined for a bullet. */
function startOf(line = ''): number | undefined {
  const number = Number.parseInt(ITEM.exec(line)?.[2] ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
}
