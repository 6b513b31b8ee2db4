import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutPassages } from '../../../src/search/passages/cut-passages.ts';
import { sentencesOf } from '../../../src/search/passages/sentences.ts';
import { anyText } from '../../support/arbitrary-document.ts';

const sentences = (text: string) =>
  sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
const ALONE = { before: false, after: false };
const AMONG = { before: true, after: true };
const passages = (text: string) =>
  cutPassages(text, ALONE).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test.each([
    ['Mr. Hay saw Gen. U. S. Grant. He left.', ['Mr. Hay saw Gen. U. S. Grant.', 'He left.']],
    ['See No. 12, p. 412. It was sent.', ['See No. 12, p. 412.', 'It was sent.']],
    ['On Sept. 3, 1934, it rained. “Why?” he asked.', null],
    ['The notes of J. V. Stalin are lost. Others remain.', null],
    ['It was signed\nby the Minister\nof War. It was kept.', null],
    ['他来了。他走了。', ['他来了。', '他走了。']],
    ['42. The Minister has left. He is ill.', ['42. The Minister has left.', 'He is ill.']],
    ['The U.S. Government agreed at 5 p.m. to go on. Nobody objected.', null],
  ])('%j', (text, expected) => {
    const found = sentences(text);
    if (expected) expect(found).toEqual(expected);
    else expect(found).toHaveLength(2);
  });

  test('a question in a quotation goes on in lower case', () => {
    expect(sentences('“Why?” he asked. Nobody knew.')).toEqual([
      '“Why?” he asked.',
      'Nobody knew.',
    ]);
  });
});

const LONG =
  `${'The Minister said that the loan had been refused by his Government. '.repeat(5)}`.trim();

describe('passages', () => {
  test('stay within their paragraph', () => {
    const found = passages(`${LONG}\n\n${LONG.replaceAll('Minister', 'Consul')}`);
    expect(found.some((text) => text.includes('Consul'))).toBe(true);
    expect(found.filter((text) => text.includes('Consul') && text.includes('Minister'))).toEqual(
      [],
    );
  });

  test('a heading or a short word in a talk is joined to what follows', () => {
    const [first] = passages(`The President: No.\n\n${LONG}`);
    expect(first).toMatch(/^The President: No\.\n\nThe Minister/);
  });

  test('say whether their paragraph goes on', () => {
    const found = cutPassages(`${LONG} ${LONG}`, ALONE);
    expect(found[0]).toMatchObject({ isCutBefore: false, isCutAfter: true });
    expect(found.at(-1)).toMatchObject({ isCutBefore: true, isCutAfter: false });
  });

  test('a page that begins and ends within a sentence is cut there', () => {
    expect(cutPassages('and so he went to Peking. He stayed for the', AMONG)).toMatchObject([
      { isCutBefore: true, isCutAfter: true },
    ]);
    expect(cutPassages('And so he went to Peking.', AMONG)).toMatchObject([
      { isCutBefore: false, isCutAfter: false },
    ]);
  });

  test('a signature at the end of the last page is no cut', () => {
    expect(cutPassages('and I remain, etc.\n\nHull', ALONE)).toMatchObject([
      { isCutBefore: false, isCutAfter: false },
    ]);
  });

  test('a sentence without an end is parted between its clauses', () => {
    const clause = 'whereas the parties have agreed upon the terms of the said convention; ';
    const found = passages(clause.repeat(30));
    for (const text of found) expect(text).toMatch(/^whereas .*;$/s);
  });

  const prose = fc
    .array(
      fc.oneof(
        {
          weight: 6,
          arbitrary: fc.constantFrom('The', 'Minister', 'of', 'war', '12', 'Mr.', 'said'),
        },
        { weight: 2, arbitrary: fc.constantFrom('.', '. ', '? ', ';', '\n', '\n\n', '。') },
        { weight: 1, arbitrary: anyText },
      ),
      { maxLength: 300 },
    )
    .map((words) => words.join(' '));

  test('any text: all of it is in some passage, and none is longer than fits or begins with a blank', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const covered = new Uint8Array(text.length);
        for (const { start, end } of cutPassages(text, AMONG)) {
          expect(end - start).toBeLessThanOrEqual(600);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(text.slice(start, end)).not.toBe('');
          covered.fill(1, start, end);
        }
        const left = [...covered.keys()].filter((at) => !covered[at] && /\S/.test(text.charAt(at)));
        expect(left).toEqual([]);
      }),
    );
  });
});
