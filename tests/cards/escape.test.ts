import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canBeLinked, escapeMarkdown, link, oneLine, plain } from '../../src/cards/escape.ts';
import { anyText } from '../support/arbitrary-document.ts';

describe('escaping', () => {
  test.each([
    ['Cable, Filippov [Stalin] to Mao Zedong', 'Cable, Filippov [Stalin] to Mao Zedong'],
    ['Conversation (Excerpts), No. 2 - final', 'Conversation (Excerpts), No. 2 - final'],
    ['**bold** and _slant_', '\\*\\*bold\\*\\* and \\_slant\\_'],
    ['[words](https://example.org)', '[words\\](https://example.org)'],
    ['# heading', '\\# heading'],
    ['> quoted', '\\> quoted'],
    ['- listed', '\\- listed'],
    ['1. listed', '1\\. listed'],
    ['<@123> and <t:0>', '\\<@123> and \\<t:0>'],
    ['@everyone', '@\u200beveryone'],
    ['\u202Eevil\u0000', 'evil'],
  ])('%j shows as it is: %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test('loses no visible character, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const seen = escapeMarkdown(text).replace(/\\([\\*_~`|<\]#>+.-])/g, '$1');
        expect(seen).toBe(plain(text));
      }),
    );
  });

  test('leaves no star, mention or link behind words unescaped', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bare = escapeMarkdown(text).replace(/\\./gs, '');
        expect(bare).not.toMatch(/[*_~`|<]|\]\(|@everyone|@here/);
      }),
    );
  });

  test('only words without escapes, brackets and addresses stand in a link', () => {
    expect(canBeLinked('Notes by Anastas Mikoyan (Excerpts)')).toBe(true);
    expect(canBeLinked('Cable, Filippov [Stalin]')).toBe(false);
    expect(canBeLinked('snake_case')).toBe(false);
    expect(canBeLinked('https://example.org')).toBe(false);
    expect(link('words', 'https://example.org/a_(b)')).toBe(
      '[words](https://example.org/a_%28b%29)',
    );
  });

  test('one line has no breaks and no edges', () => {
    expect(oneLine('  a\n\n b\t c ')).toBe('a b c');
  });
});
