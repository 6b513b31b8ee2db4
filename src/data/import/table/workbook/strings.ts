import type { Spool } from '../../spool.ts';
import { type Element, elementsOf } from '../../xml/elements.ts';
import type { Parts } from './parts.ts';

/** Gives the text that a workbook's cells refer to by its number; empty if there is none. */
export type SharedStrings = (number: number) => Promise<string>;

/**
 * The texts that a workbook's cells share: most of it, so they are put aside.
 * @throws SourceError if they can't be read
 */
export async function sharedStrings(
  parts: Parts,
  part: string | undefined,
  spool: Spool,
): Promise<SharedStrings> {
  const starts: number[] = [];
  const lengths: number[] = [];
  const isOne = ({ name }: { name: string }) => (name === 'si' ? 'whole' : undefined);
  for await (const { element } of part ? elementsOf(parts.text(part), isOne) : []) {
    const { at, length } = await spool.add(stringIn(element));
    starts.push(at);
    lengths.push(length);
  }
  return async (number) => {
    const at = starts[number];
    const length = lengths[number];
    return at === undefined || !length ? '' : spool.read({ at, length });
  };
}

/**
 * The text of a cell, its runs of several looks joined; how it is pronounced is left out.
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/ Part 1, 18.4.8
 */
export function stringIn({ content }: Element): string {
  return content
    .filter((part) => typeof part !== 'string')
    .map((part) => {
      if (part.name === 't') return unescaped(part.content.join(''));
      return part.name === 'r' ? stringIn(part) : '';
    })
    .join('');
}

/**
 * Characters that XML can't hold, or doesn't keep, are written as `_x000D_`.
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/ Part 1, 22.9.2.19
 */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-F]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
