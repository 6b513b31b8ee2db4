import { titleOnLine } from '../../../data/corpus/lines.ts';
import type { PackedDocuments } from '../../../data/corpus/packed-documents.ts';
import { contentHash } from '../../index/content-hash.ts';
import { createAnalyzer } from '../../text/analysis.ts';

const MOST_WORDS = 300_000;

/**
 * How many documents before each one, in the order of their ids, have a title of the same words.
 * @param earlier what it was in an earlier corpus, by the documents' ordinals, or -1: as long as the
 * order stays, it is kept, so that one document that has come or gone changes no others
 * @returns by the documents' ordinals
 */
export function titleRepeats(documents: PackedDocuments, earlier?: Int32Array): Uint32Array {
  const analyze = createAnalyzer(MOST_WORDS);
  const seen = new Map<number, number>();
  const repeats = new Uint32Array(documents.length);
  for (let ordinal = 0; ordinal < documents.length; ordinal += 1) {
    let words = '';
    for (const { kind, word } of analyze(titleOnLine(documents.lineAt(ordinal)))) {
      if (kind !== 'pair' && kind !== 'compound') words += `${word} `;
    }
    const title = contentHash(words);
    const before = seen.get(title);
    const known = earlier?.[ordinal] ?? -1;
    const own = before === undefined ? 0 : known >= before ? known : before + 1;
    repeats[ordinal] = own;
    seen.set(title, own);
  }
  return repeats;
}
