import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { isOpening, readQuotation } from '../../../src/search/quotation/read-quotation.ts';
import { LONGEST_QUOTATION } from '../../../src/search/quotations.ts';

/** The words of a quotation, and for an opening how many words it may stand for. */
const read = (text: string) =>
  readQuotation(text).items.map((item) => (isOpening(item) ? item.most : item.folded));

describe('a quotation', () => {
  test.for(['…', '...', '. . .', '[…]', '[...]', '[. . .]', '(...)', '....', '* * *'])(
    'has an opening at %s',
    (ellipsis) => {
      expect(read(`one two three ${ellipsis} four five`)).toEqual([
        'one',
        'two',
        'three',
        800,
        'four',
        'five',
      ]);
    },
  );

  test('has a small one at a bracket, as long as its words and a few more', () => {
    expect(read('one two [he, the king] three four five')).toEqual([
      'one',
      'two',
      5,
      'three',
      'four',
      'five',
    ]);
  });

  test('has none at “[sic]”, nor at its beginning and end', () => {
    expect(read('… [He] one two [sic] three four five [etc.] …')).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
    ]);
  });

  test('has one opening where two follow each other', () => {
    expect(read('one two … [and] three four five')).toEqual([
      'one',
      'two',
      800,
      'three',
      'four',
      'five',
    ]);
  });

  test('keeps words of which a bracket only changes letters', () => {
    expect(read('[T]he king[s] were at home')).toEqual(['the', 'kings', 'were', 'at', 'home']);
  });

  test('folds what writers and printers do differently', () => {
    expect(read('“Œuvres” of 1,200 ﬁne Fran\u00adçois’ ſhips²')).toEqual([
      'oeuvres',
      'of',
      '1200',
      'fine',
      'francois',
      'ships',
    ]);
  });

  test('is refused if it has fewer than five words of its source, or is too long', () => {
    for (const short of [
      '',
      '“One two three four.”',
      'one [two three] … four five six'.slice(0, 26),
    ]) {
      expect(() => readQuotation(short), short).toThrow(UserError);
    }
    expect(() => readQuotation('word '.repeat(LONGEST_QUOTATION))).toThrow(/6,000 characters/);
  });
});
