import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idsIn, readMention } from '../../src/mentions/read-mention.ts';

const app = '123456789012345678';

test.each([
  ['<@123456789012345678> [[Long Telegram]]', ['Long Telegram']],
  [
    'see [[ 1946-02-22 ]] <@!123456789012345678> and [[Long\u00a0Telegram]]',
    ['1946-02-22', 'Long\u00a0Telegram'],
  ],
  ['<@123456789012345678> <https://example.org/a_(b)>', ['https://example.org/a_(b)']],
  ['<@123456789012345678> is it https://example.org/12?', ['https://example.org/12']],
  ['<@123456789012345678> [[a]] [[a]]', ['a']],
  ['<@123456789012345678> https://example.org/1 [[b]]', ['https://example.org/1', 'b']],
])('%s names %j', (content, names) => {
  expect(readMention(content, app)).toEqual({ kind: 'names', names });
});

test.each([
  ['<@123456789012345678>  what about   Berlin', 'what about Berlin'],
  ['<@123456789012345678> <@1> <#2> <:flag:3> Berlin <t:1:D>', 'Berlin'],
  ['<@123456789012345678> [[]] [Berlin]', '[[]] [Berlin]'],
  ['<@123456789012345678>', ''],
])('%s is a search for “%s”', (content, words) => {
  expect(readMention(content, app)).toEqual({ kind: 'words', words });
});

test('ids are whole words of small letters and figures', () => {
  expect(idsIn('frus-1861-d12, and Frus-1861-d13 or the-long-telegram: x-1. a1')).toEqual([
    'frus-1861-d12',
    'x-1',
  ]);
});

test('a message without the mention asks for nothing, and reading never fails', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (content) => {
      expect(readMention(content.replaceAll(app, ''), app)).toBeUndefined();
      expect(readMention(`${content}<@${app}>`, app)).toBeDefined();
    }),
  );
});
