import type { Element, Tag } from '../../xml/elements.ts';
import { elementsOf } from '../../xml/elements.ts';
import { formatNumber } from './format-number.ts';
import type { Parts } from './parts.ts';
import { type SharedStrings, stringIn, unescaped } from './strings.ts';

/** What the cells of a workbook refer to. */
export type Shared = {
  strings: SharedStrings;
  formats: readonly (string | undefined)[];
  isFrom1904: boolean;
};

/** A row by its number, counted from 1, and the texts of its cells; those left out are empty. */
export type Row = { number: number; cells: string[] };

/** More columns no sheet has. */
const MOST_COLUMNS = 16_384;

/**
 * The rows of a sheet that hold something, in their order.
 * @throws SourceError if the sheet can't be read any further
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/ Part 1, 18.3.1.73
 */
export async function* rowsOf(parts: Parts, part: string, shared: Shared): AsyncGenerator<Row> {
  let number = 0;
  const isRow = ({ name }: Tag) => (name === 'row' ? 'whole' : undefined);
  for await (const { element } of elementsOf(parts.text(part), isRow)) {
    number = Number(element.attributes.r ?? number + 1);
    const cells = await cellsOf(element, shared);
    if (cells.some(Boolean)) yield { number, cells };
  }
}

async function cellsOf(row: Element, shared: Shared): Promise<string[]> {
  const cells: string[] = [];
  for (const cell of row.content) {
    if (typeof cell === 'string' || cell.name !== 'c') continue;
    const column = columnOf(cell.attributes.r) ?? cells.length;
    while (cells.length < column) cells.push('');
    cells[column] = (await textOf(cell, shared)).trim();
  }
  return cells;
}

/** The column of a reference such as `AB12`, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = reference?.match(/^[A-Z]{1,3}(?=\d)/)?.[0];
  if (!letters) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column < MOST_COLUMNS ? column : undefined;
}

/** @see https://ecma-international.org/publications-and-standards/standards/ecma-376/ Part 1, 18.18.11 */
async function textOf(cell: Element, { strings, formats, isFrom1904 }: Shared): Promise<string> {
  const { t: type = 'n', s: style } = cell.attributes;
  const inside = (name: string) =>
    cell.content.find((part): part is Element => typeof part !== 'string' && part.name === name);
  if (type === 'inlineStr') {
    const inline = inside('is');
    return inline ? stringIn(inline) : '';
  }
  const value = inside('v')?.content.join('') ?? '';
  switch (type) {
    case 's':
      return strings(Number(value));
    case 'b':
      return value === '1' ? 'true' : 'false';
    case 'n': {
      const number = Number(value);
      const isNumber = value.trim() !== '' && Number.isFinite(number);
      return isNumber ? formatNumber(number, formats[Number(style ?? 0)], isFrom1904) : value;
    }
    default:
      return unescaped(value);
  }
}
