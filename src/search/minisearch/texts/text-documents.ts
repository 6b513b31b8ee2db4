import type { PackedDocuments } from '../../../data/corpus/packed-documents.ts';
import { lengthNorm } from '../../ranking/bm25.ts';
import type { TextDatabase } from './schema.ts';

/** Which documents of a corpus have a text, and how long these are. */
export type TextDocuments = {
  /** How many documents the corpus has, with texts or without. */
  total: number;
  /** The ordinal of each number in the database; `GONE` for what the corpus lacks. */
  ordinals: Uint32Array;
  /** The number in the database, by ordinal. */
  numbers: ReadonlyMap<number, number>;
  /** The part of BM25's divisor that is a document's own, by ordinal. */
  norms: Float32Array;
  coverage: { documents: number; pages: number; words: number };
  /** How many texts are of documents that the corpus lacks. */
  strays: number;
};

/** Stands for a document that isn't in the corpus, or no longer has the text. */
export const GONE = 0xffffffff;

type Row = Record<'number' | 'pages' | 'words' | 'different', number> & { id: string };

export function readTextDocuments(
  database: TextDatabase,
  { length: total, ordinalOf }: Pick<PackedDocuments, 'length' | 'ordinalOf'>,
): TextDocuments {
  const rows = database.prepare('SELECT * FROM documents ORDER BY number').all() as Row[];
  const ordinals = new Uint32Array((rows.at(-1)?.number ?? 0) + 1).fill(GONE);
  const numbers = new Map<number, number>();
  const coverage = { documents: 0, pages: 0, words: 0 };
  const lengths = new Map<number, number>();
  let sum = 0;
  for (const row of rows) {
    const ordinal = ordinalOf(row.id);
    if (ordinal === undefined) continue;
    ordinals[row.number] = ordinal;
    numbers.set(ordinal, row.number);
    lengths.set(ordinal, row.different);
    coverage.documents += 1;
    coverage.pages += row.pages;
    coverage.words += row.words;
    sum += row.different;
  }
  const norms = new Float32Array(total);
  for (const [ordinal, length] of lengths) norms[ordinal] = lengthNorm(length, sum / lengths.size);
  const strays = rows.length - coverage.documents;
  return { total, ordinals, numbers, norms, coverage, strays };
}
