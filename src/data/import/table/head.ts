import { type MappedField, SourceError } from '../format.ts';
import { type ColumnMatch, isHead, matchColumns } from './columns.ts';

/** Rows above the head that are looked through for it. */
const BEFORE_HEAD = 20;

/** The head of a table: its columns' names, and what they fill. */
export type Head = { names: readonly string[]; match: ColumnMatch };

/** Looks for a table's head, row by row: titles and blank rows may stand above it. */
export type HeadSearch = {
  /** The head, where this row is one. */
  see(cells: readonly string[]): Head | undefined;
  /** Whether so many rows were seen that there is none. */
  readonly isOver: boolean;
  /** Why none was found. */
  error(): SourceError;
};

/** @param map columns that a person has named; the head is then the row that has them all */
export function seekHead(map: ReadonlyMap<MappedField, string>): HeadSearch {
  let seen = 0;
  let first: SourceError | undefined;
  return {
    see(cells) {
      seen += 1;
      if (!isLikelyHead(cells)) return undefined;
      try {
        const match = matchColumns(cells, map);
        if (isHead(match) || map.size > 0) return { names: cells, match };
        first ??= noHead(cells);
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        first ??= error;
      }
      return undefined;
    },
    get isOver() {
      return seen >= BEFORE_HEAD;
    },
    error: () => first ?? noHead([]),
  };
}

/** The first row that is surely the head of a table of documents. */
export const surelyHead = (rows: readonly (readonly string[])[]): ColumnMatch | undefined =>
  rows
    .slice(0, BEFORE_HEAD)
    .filter(isLikelyHead)
    .map((names) => matchColumns(names, new Map()))
    .find(({ fields }) => (fields.has('title') ? fields.size > 1 : fields.size > 2));

const isLikelyHead = (cells: readonly string[]): boolean =>
  cells.filter((cell) => cell.trim()).length > 1;

function noHead(names: readonly string[]): SourceError {
  const there = names.filter(Boolean).join(', ');
  return new SourceError(
    `has no columns that are recognised; name them with --map title=COLUMN${there ? ` (there are ${there})` : ''}`,
  );
}
