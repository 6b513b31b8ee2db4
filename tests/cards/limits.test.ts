import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/cards/escape.ts';
import { clip, clipEscaped, wholeGraphemes } from '../../src/cards/limits.ts';
import { anyText } from '../support/arbitrary-document.ts';

const most = fc.integer({ min: 2, max: 200 });

describe('clipping', () => {
  test('cuts at a word, with an ellipsis', () => {
    expect(clip('one two three four five', 20)).toBe('one two three four…');
    expect(clip('short', 20)).toBe('short');
  });

  test('is never longer than allowed and never ends in half a character', () => {
    fc.assert(
      fc.property(anyText, most, (text, limit) => {
        const cut = clip(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });

  test('splits no grapheme that fits', () => {
    const grapheme = fc.constantFrom(
      'e\u0301',
      '👨‍👩‍👧',
      '🇫🇷',
      '👍🏽',
      'क्षि',
      'a',
      ' ',
      '語',
      '\r\n',
    );
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(
        fc.array(grapheme, { maxLength: 60 }).map((parts) => parts.join('')),
        fc.integer({ min: 12, max: 60 }),
        (text, limit) => {
          const cut = wholeGraphemes(text, limit);
          expect(text.startsWith(cut)).toBe(true);
          expect(cut.length).toBeLessThanOrEqual(limit);
          const ends = [...segmenter.segment(text)].map(({ index }) => index);
          expect([...ends, text.length]).toContain(cut.length);
        },
      ),
    );
    expect(clip('\ud83dx', 5)).toBe('\ufffdx');
  });

  test('escaped text never ends in half an escape', () => {
    fc.assert(
      fc.property(anyText, most, (text, limit) => {
        const cut = clipEscaped(escapeMarkdown(text), limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        const backslashes = /\\*$/.exec(cut.replace(/…$/, ''))?.[0].length ?? 0;
        expect(backslashes % 2).toBe(0);
      }),
    );
  });
});
