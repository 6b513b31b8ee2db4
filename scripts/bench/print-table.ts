import type { Result, Times } from './measure.ts';
import { KINDS } from './questions.ts';

const MB = 1024 * 1024;

const HEAD = [
  'documents',
  'engine',
  'build s',
  'change s',
  'load s',
  'snapshot MB',
  'heap MB',
  ...KINDS,
];

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;

/** The beginning of a table in Markdown that has a line for each engine and size. */
export const tableHead: string = line(HEAD) + line(HEAD.map(() => '---'));

export const tableLine = ({ documents, engine, queries, ...figures }: Result): string =>
  line([
    documents.toLocaleString('en'),
    engine,
    formatValue(figures.buildMs / 1000),
    formatValue(figures.changeMs && figures.changeMs / 1000),
    formatValue(figures.loadMs && figures.loadMs / 1000),
    formatValue(figures.snapshotBytes && figures.snapshotBytes / MB),
    formatValue(figures.heapBytes / MB),
    ...KINDS.map((kind) => times(queries[kind])),
  ]);

function formatValue(value: number | null): string {
  return value === null ? '' : value < 10 ? value.toFixed(2) : value.toFixed(0);
}

function times(value: Times | null): string {
  return value === null ? '' : `${formatValue(value.p50)} / ${formatValue(value.p99)}`;
}
