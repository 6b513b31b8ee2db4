import type { PackedDocuments } from '../../../data/corpus/packed-documents.ts';
import { contentHash } from '../../index/content-hash.ts';
import { createAnalyzer } from '../../text/analysis.ts';

const MOST_WORDS = 300_000;

/**
 * How many documents before each one, in the order of their ids, have a title of the same words.
 * @returns by the documents' ordinals
 */
export function titleRepeats(documents: PackedDocuments): Uint32Array {
  const analyze = createAnalyzer(MOST_WORDS);
  const seen = new Map<number, number>();
  const repeats = new Uint32Array(documents.length);
  for (let ordinal = 0; ordinal < documents.length; ordinal += 1) {
    let words = '';
    for (const { kind, word } of analyze(documents.at(ordinal).title)) {
      if (kind !== 'pair' && kind !== 'compound') words += `${word} `;
    }
    const title = contentHash(words);
    const before = seen.get(title) ?? 0;
    repeats[ordinal] = before;
    seen.set(title, before + 1);
  }
  return repeats;
}
