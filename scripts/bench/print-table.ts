import type { Result, Times } from './measure.ts';
import { KINDS } from './questions.ts';

const MB = 1024 * 1024;

/** The results as a table in Markdown, a line for each engine and size. */
export function printTable(results: readonly Result[]): string {
  const head = ['documents', 'engine', 'build s', 'load s', 'snapshot MB', 'heap MB', ...KINDS];
  const rows = results.map(({ documents, engine, queries, ...figures }) => [
    documents.toLocaleString('en'),
    engine,
    shown(figures.buildMs / 1000),
    shown(figures.loadMs && figures.loadMs / 1000),
    shown(figures.snapshotBytes && figures.snapshotBytes / MB),
    shown(figures.heapBytes / MB),
    ...KINDS.map((kind) => times(queries[kind])),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('');
}

const shown = (value: number | null): string =>
  value === null ? '' : value < 10 ? value.toFixed(2) : value.toFixed(0);

const times = (value: Times | null): string =>
  value === null ? '' : `${shown(value.p50)} / ${shown(value.p99)}`;
