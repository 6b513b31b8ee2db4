import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareWords, terms } from '../../src/search/text/analysis.ts';
import { fold } from '../../src/search/text/fold.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('fold', () => {
  it.each([
    ['Łódź', 'lodz'],
    ['Đilas', 'dilas'],
    ['KØBENHAVN', 'kobenhavn'],
    ['Straße', 'strasse'],
    ['Æthelred', 'aethelred'],
    ['Þórr', 'thorr'],
    ['İstanbul', 'istanbul'],
    ['Горбачёв', 'горбачев'],
    ['Σίσυφος', 'σισυφοσ'],
    ['ﬁnal', 'final'],
    ['Gorʹkiĭ', 'gorkii'],
    ['in\u00ADvis\u200Bible', 'invisible'],
    ['हिन्दी', 'हिन्दी'],
  ])('folds %s to %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => fold(fold(text)) === fold(text)),
      { numRuns: 2000 },
    );
  });
});

describe('terms', () => {
  const stems = (text: string) =>
    terms(text)
      .filter(({ kind }) => kind !== 'stop word')
      .map(({ stem }) => stem);

  it.each([
    ['Letters of the negotiators', ['letter', 'negoti']],
    ['Khrushchev’s speech', ['khrushchev', 'speech']],
    ["O'Brien and K'ang", ['obrien', 'kang']],
    ['chargé d’affaires', ['charg', 'affair']],
    ['Chou En-lai', ['chou', 'en', 'enlai', 'lai']],
    ['Lay delays, delayed', ['lay', 'delay', 'delay']],
    ['U.S.S.R. and USSR', ['ussr', 'ussr']],
    ['the U. S. S. R. A man', ['ussr', 'man']],
    ['the U. S.\nS. R.', ['ussr']],
    ['A. J. P. Taylor', ['j', 'p', 'taylor']],
    ['the U. S. A man', ['u', 's', 'man']],
    ['1949-51', ['1949', '51']],
    ['the con- ference', ['con', 'confer', 'ferenc']],
    ['con\u00ad\nference', ['con', 'confer', 'ferenc']],
    ['pre- and post-war', ['pre', 'post', 'postwar', 'war']],
    ['Anglo- American', ['anglo', 'american']],
    ['毛泽东', ['毛', '毛泽', '泽', '泽东', '东']],
    ['毛, 泽', ['毛', '泽']],
    ['__proto__ @everyone', ['proto', 'everyon']],
    ['🕵️ … — !', []],
  ])('looks %s up by %j', (text, expected) => {
    expect(stems(text)).toEqual(expected);
  });

  it('tells where each word stands, in their order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = terms(text).filter(({ kind }) => kind !== 'pair' && kind !== 'compound');
        let end = 0;
        for (const word of words) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          end = word.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('reads what it has read in the same way', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = bareWords(text).join(' ');
        expect(bareWords(read).join(' ')).toBe(read);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads every character of a script without spaces as it has read it', () => {
    const characters = Array.from({ length: 0x30000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((sign) => /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}]/v.test(sign));
    const changed = characters.filter((sign) => {
      const read = bareWords(sign).join(' ');
      return bareWords(read).join(' ') !== read;
    });
    expect(characters.length).toBeGreaterThan(60_000);
    expect(changed).toEqual([]);
  });

  it('finds each word of a text by that word alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { start, end, stem } of terms(text)) {
          expect(terms(text.slice(start, end)).map((term) => term.stem)).toContain(stem);
        }
      }),
    );
  });
});
