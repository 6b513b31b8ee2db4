import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compare } from '../../../src/search/quotation/compare.ts';
import { type ComparedText, joinPages } from '../../../src/search/quotation/compared-text.ts';
import { readQuotation } from '../../../src/search/quotation/read-quotation.ts';
import { foundIn } from '../../support/found.ts';
import { referenceData } from '../../support/reference-data.ts';

const { path, isHere } = referenceData('corpora/frus/frus1894Nicaragua.xml');
const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A sentence of each document of the volume that has one of five words or more. */
async function readVolume(): Promise<{ text: ComparedText; sentence: string }[]> {
  const { records } = await foundIn(readFileSync(path, 'utf8'));
  return records.flatMap(({ pages = [] }, index) => {
    const own = pages.map((page, at) => ({ ...page, id: 'frus', page: at + 1 }));
    const text = joinPages(own);
    const sentences = [...SENTENCES.segment(text.text.replace(/\s+/g, ' '))]
      .map(({ segment }) => segment.trim())
      .filter((segment) => /^[^\p{L}[]*(?:\p{L}+[ ,]+){5}/u.test(segment));
    const sentence = sentences[index % Math.max(1, sentences.length)];
    return sentence ? [{ text, sentence }] : [];
  });
}

test.skipIf(!isHere)(
  'sentences of FRUS are exact, near without a word, and not in a distant document',
  async () => {
    const volume = await readVolume();
    expect(volume.length).toBeGreaterThan(100);
    for (const [index, { text, sentence }] of volume.entries()) {
      const quotation = readQuotation(sentence);
      expect(compare(quotation, text)?.verdict, sentence).toBe('exact');

      const without = sentence.replace(/(?<=\p{L} )(\p{L}+) (?=\p{L})/u, '');
      const [difference, ...others] = compare(readQuotation(without), text)?.differences ?? [];
      expect(difference?.kind, without).toBe('left out');
      expect(others).toEqual([]);

      // Neighbours quote each other, and each dispatch has a dateline.
      if (quotation.words.length < 12) continue;
      const other = volume[(index + 60) % volume.length]?.text;
      if (other) expect(compare(quotation, other), sentence).toBeNull();
    }
  },
);
