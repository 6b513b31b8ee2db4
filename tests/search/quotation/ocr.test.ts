import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/search/quotation/compare.ts';
import { joinPages } from '../../../src/search/quotation/compared-text.ts';
import { readQuotation } from '../../../src/search/quotation/read-quotation.ts';
import { pagesOf } from './made-text.ts';

const SENTENCE =
  'The government has declared that no treaty with the emperor was signed before 1894, and that the commander of the northern squadron did not return to the harbor';

const compareOcr = (quoted: string, ...texts: string[]) =>
  compare(readQuotation(quoted), joinPages(pagesOf(texts, 'ocr')));

describe('a text that a machine read', () => {
  test('has a sentence exactly, whichever of its letters are misread as machines do', () => {
    const slips = [
      ['m', 'rn'],
      ['rn', 'm'],
      ['l', '1'],
      ['i', 'l'],
      ['s', 'f'],
      ['h', 'li'],
      ['e', 'c'],
      ['d', 'cl'],
    ] as const;
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 60 })), (choices) => {
        const misread = SENTENCE.replace(/[\p{L}]{6,}/gu, (word) => {
          const [from, to] = slips[(choices.next().value ?? 0) % slips.length] ?? ['', ''];
          return (choices.next().value ?? 0) % 3 === 0 ? word.replace(from, to) : word;
        });
        const match = compareOcr(SENTENCE, `Sir: ${misread}. I am, etc.`);
        expect(match?.verdict, misread).toBe('exact');
        const changed = misread
          .match(/\S+/g)
          ?.filter((word, at) => word !== SENTENCE.split(' ')[at]);
        expect(match?.misreadings.length).toBe(changed?.length);
      }),
    );
  });

  test('has a word exactly that is printed in two, or two that are printed as one', () => {
    const split = SENTENCE.replace('government', 'gov ernment').replace(
      'the northern',
      'thenorthern',
    );
    const match = compareOcr(SENTENCE, split);
    expect(match?.verdict).toBe('exact');
    expect(match?.misreadings).toEqual([
      { printed: 'gov ernment', quoted: 'government' },
      { printed: 'thenorthern', quoted: 'the northern' },
    ]);
  });

  test('has it exactly over a foot line and a head', () => {
    const [before = '', after = ''] = SENTENCE.split(' with ');
    const pages = [`${before} with\n\n1 See No. 12.`, `FOREIGN RELATIONS 413\n\n${after}`];
    const match = compareOcr(SENTENCE, ...pages);
    expect(match?.verdict).toBe('exact');
    expect(match?.passedOver).toContainEqual({
      as: 'page break',
      printed: 'FOREIGN RELATIONS 413',
    });
  });

  test('has it exactly over a line that other pages have, too', () => {
    const [before = '', after = ''] = SENTENCE.split(' with ');
    const head = 'Relations with Siam';
    const pages = [`${before} with`, `${head}\n${after}`, `${head}\nSir: I am, etc.`];
    const match = compareOcr(SENTENCE, ...pages);
    expect(match?.verdict).toBe('exact');
    expect(match?.passedOver).toEqual([{ as: 'page break', printed: 'Relations with Siam' }]);
  });

  test.for([
    ['words of the sentence', ['with'], ['the consent of all'], ' '],
    ['a line that no other page has', ['with'], ['The consent of all'], '\n'],
    ['words before the line ends', ['with the consent OF 12'], ['RELATIONS 413'], '\n'],
    ['a denial', ['with'], ['BY NO MEANS 413'], '\n'],
  ] as const)('passes over none at a page’s end: %s', ([, [foot], [head], gap]) => {
    const [before = '', after = ''] = SENTENCE.split(' with ');
    const match = compareOcr(SENTENCE, `${before} ${foot}`, `${head}${gap}${after}`);
    expect(match?.differences).toHaveLength(1);
    expect(match?.passedOver).toEqual([]);
  });

  test('never has another figure, nor a “not” or a word for another word', () => {
    for (const [quoted, printed] of [
      ['1894', '1896'],
      ['did not', 'did now'],
      ['signed', 'sighed'],
      ['northern', 'southern'],
      ['did not return', 'did notreturn'],
      ['1894', '18 94'],
    ] as const) {
      const match = compareOcr(SENTENCE, SENTENCE.replace(quoted, printed));
      expect(match?.differences, printed).toHaveLength(1);
    }
  });
});

test('a text that no machine read has no misreadings', () => {
  const text = SENTENCE.replace('emperor', 'ernperor');
  const match = compare(readQuotation(SENTENCE), joinPages(pagesOf([text])));
  expect(match?.differences).toMatchObject([{ printed: 'ernperor', quoted: 'emperor' }]);
});
