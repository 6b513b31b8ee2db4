import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Node, parseMarkdown, plainText } from '../src/page/markdown/parse.ts';

/** A text as its parts: `strong(a em(b))/c`. */
const outline = (nodes: Node['content']): string =>
  typeof nodes === 'string' ? nodes : (nodes ?? []).map(outlineOf).join('');

function outlineOf({
  type,
  content,
  items,
  isOrdered,
  start,
  level,
  target,
  ...rest
}: Node): string {
  if (type === 'text') return outline(content);
  if (type === 'br') return '/';
  if (items) return `${isOrdered ? `ol${start}` : 'ul'}(${items.map(outline).join('|')})`;
  if (type === 'heading') return `h${level}(${outline(content)})`;
  if (type === 'link') return `link<${target}>(${outline(content)})`;
  if (type === 'timestamp') return `time(${rest.timestamp} ${rest.format})`;
  return `${type}(${outline(content)}${rest.id ?? ''})`;
}

const parsed = (text: string) => outline(parseMarkdown(text));
const ID = '123456789012345678';

describe('Markdown as Discord reads it', () => {
  test.each([
    ['a **b *c*** d', 'a strong(b em(c)) d'],
    ['__u__ ~~s~~ ||p **q**||', 'underline(u) strikethrough(s) spoiler(p strong(q))'],
    ['snake_case_name', 'snake_case_name'],
    ['one\ntwo\n\nthree', 'one/two//three'],
    ['`a*b*`', 'inlineCode(a*b*)'],
    ['```js\nx *y*\n```\nz', 'codeBlock(x *y*)z'],
    ['\\*a\\* \\<t:1:R> 1\\. \\# \\-', '*a* <t:1:R> 1. # -'],
    ['¯\\_(ツ)_/¯', '¯\\_(ツ)_/¯'],
    ['😀 é 👩‍🔬', '😀 é 👩‍🔬'],
  ])('words: %j', (text, expected) => {
    expect(parsed(text)).toBe(expected);
  });

  test.each([
    ['# A *b*\ntext', 'h1(A em(b))text'],
    ['text\n### C', 'text/h3(C)'],
    ['#no', '#no'],
    ['not # a heading', 'not # a heading'],
    ['line\n-# small *x*\nend', 'line/subtext(small em(x))end'],
    ['-# first', 'subtext(first)'],
    ['> a\n> b\nc', 'blockQuote(a/b)c'],
    ['title\n> a **b**\n\nnext', 'title/blockQuote(a strong(b))/next'],
    ['>>> a\n\nb', 'blockQuote(a//b)'],
    ['a > b', 'a > b'],
    ['>no', '>no'],
  ])('lines: %j', (text, expected) => {
    expect(parsed(text)).toBe(expected);
  });

  test.each([
    ['- a\n- b\nend', 'ul(a|b)end'],
    ['text\n* a\n* **b**', 'text/ul(a|strong(b))'],
    ['3. a\n4. b', 'ol3(a|b)'],
    ['- a\n  - b\n    - c\n- d', 'ul(a/ul(b/ul(c))|d)'],
    ['1. a\n   - b\n2. c', 'ol1(a/ul(b)|c)'],
    ['- a\n  goes on\n- b', 'ul(a/  goes on|b)'],
    ['- a\n\nafter', 'ul(a)/after'],
    ['- a\n1. b', 'ul(a)ol1(b)'],
    ['**- a**', 'strong(- a)'],
    ['a - b\nc * d', 'a - b/c * d'],
    ['-a\n*b', '-a/*b'],
    ['1962. ', '1962. '],
  ])('lists: %j', (text, expected) => {
    expect(parsed(text)).toBe(expected);
  });

  test.each([
    ['[a **b**](https://x.org/c)', 'link<https://x.org/c>(a strong(b))'],
    ['[a](https://x.org/b_(c))', 'link<https://x.org/b_(c)>(a)'],
    ['[a [1]](<https://x.org>)', 'link<https://x.org>(a [1])'],
    ['see https://x.org/y, then', 'see link<https://x.org/y>(https://x.org/y), then'],
    ['<https://x.org>', 'link<https://x.org>(https://x.org)'],
    ['[a](javascript:alert)', '[a](javascript:alert)'],
    ['[a](mailto:a@x.org) <a@x.org>', '[a](mailto:a@x.org) <a@x.org>'],
    ['<javascript://x.org>', '<javascript://x.org>'],
    ['<b>&amp;</b>', '<b>&amp;</b>'],
  ])('links: %j', (text, expected) => {
    expect(parsed(text)).toBe(expected);
  });

  test.each([
    [`<@${ID}> <@!${ID}>`, `user(${ID}) user(${ID})`],
    [`<#${ID}> <@&${ID}>`, `channel(${ID}) role(${ID})`],
    ['<t:0:R> <t:-5>', 'time(0 R) time(-5 undefined)'],
    ['@everyone', 'everyone()'],
  ])('mentions and times: %j', (text, expected) => {
    expect(parsed(text)).toBe(expected);
  });
});

test.each([
  ['**A** title\n> of *two* lines', 'A title of two lines'],
  ['to do:\n- one\n- two', 'to do: one two'],
  ['*a* `b` [c](https://x.org)', 'a b c'],
])('the words alone: %j', (text, expected) => {
  expect(plainText(parseMarkdown(text))).toBe(expected);
});

const mark = fc.constantFrom(
  ...['**', '*', '_', '__', '~~', '||', '`', '```', '\n', '- ', '  - ', '1. ', '> ', '>>> ', '# '],
  ...['-# ', '[', ']', '(', ')', '](https://x.org)', '<', '>', '\\', 'https://', '<t:1:R>', ' '],
);
const word = fc.stringMatching(/^[a-zA-Zé]{1,8}$/);

/** Every letter that is left, wherever it stands. */
const letters = (nodes: Node['content']): string =>
  typeof nodes === 'string'
    ? nodes
    : (nodes ?? [])
        .map(({ content, items }) => (items ? items.map(letters).join('') : letters(content)))
        .join('');

describe('whatever is written', () => {
  test('is read without an error', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(mark, fc.string({ unit: 'grapheme' }))), (pieces) => {
        expect(() => parseMarkdown(pieces.join(''))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  test('keeps its words', () => {
    // Those that are syntax with words in it are left out: code's language and links.
    const marks = mark.filter((text) => !/```|https|[<[\]]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.oneof(marks, word), { maxLength: 30 }), (pieces) => {
        const onlyLetters = (text: string) => text.replace(/[^a-zA-Zé]/g, '');
        expect(onlyLetters(letters(parseMarkdown(pieces.join(''))))).toBe(
          onlyLetters(pieces.join('')),
        );
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['lists in lists', '- '.repeat(2000)],
    ['spans in spans', `${'**_'.repeat(700)}x${'_**'.repeat(700)}`],
    ['parentheses in an address', `[a](https://x.org/${'()'.repeat(1900)}`],
    ['openings', '[a](https://x '.repeat(290)],
    ['stars', '* '.repeat(2000)],
  ])('is read soon: %s', (_, text) => {
    const start = performance.now();
    parseMarkdown(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
