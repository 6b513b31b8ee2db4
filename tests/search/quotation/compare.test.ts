import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, type Match } from '../../../src/search/quotation/compare.ts';
import { joinPages } from '../../../src/search/quotation/compared-text.ts';
import { readComparedWords } from '../../../src/search/quotation/compared-words.ts';
import { readQuotation } from '../../../src/search/quotation/read-quotation.ts';
import { arbitrarySentence, arbitraryText, isTelling, pagesOf, print } from './made-text.ts';

/** The best passage of a text on one page. */
const compareWith = (quoted: string, ...texts: string[]): Match | null =>
  compare(readQuotation(quoted), joinPages(pagesOf(texts)));

const textOf = (sentences: readonly string[][]): string => sentences.map(print).join(' ');

/** A sentence in a text, and a place within it that has words on both sides. */
const arbitraryPlace = arbitraryText.chain(({ sentences, at }) => {
  const length = sentences[at]?.length ?? 0;
  return fc.record({
    sentences: fc.constant(sentences),
    at: fc.constant(at),
    place: fc.integer({ min: 2, max: length - 2 }),
  });
});

const keys = (text: string) => readComparedWords(text).map(({ key }) => key);

describe('a sentence of the text', () => {
  test('is exact, whatever line and page breaks, case and quotation marks are', () => {
    fc.assert(
      fc.property(
        arbitraryText,
        fc.array(fc.constantFrom(' ', '\n', '\n\n', '\f'), { minLength: 1, maxLength: 9 }),
        fc.constantFrom(['“', '”'], ['"', '"'], ['«', '»'], ['„', '“'], ['‘', '’'], ['', '']),
        fc.boolean(),
        ({ sentences, at }, breaks, [open, close], isUpper) => {
          let index = 0;
          const broken = textOf(sentences).replace(/ /g, () => {
            index += 1;
            return breaks[index % breaks.length] ?? ' ';
          });
          const quoted = `${open}${(sentences[at] ?? []).join(' ')}${close}`;
          const match = compareWith(isUpper ? quoted.toUpperCase() : quoted, ...broken.split('\f'));
          expect(match?.verdict).toBe('exact');
          expect(match?.differences).toEqual([]);
        },
      ),
    );
  });

  test('is exact with words left out at an ellipsis of any form', () => {
    fc.assert(
      fc.property(
        arbitraryPlace,
        fc.constantFrom('…', '...', '. . .', '[…]', '[...]', '[. . .]', '....', ' … '),
        fc.nat({ max: 30 }),
        ({ sentences, at, place }, ellipsis, left) => {
          const words = sentences[at] ?? [];
          const rest = words.slice(Math.min(place + left, words.length - 2));
          fc.pre(place + rest.length >= 5);
          fc.pre([...words.slice(0, place), ...rest].filter(isTelling).length >= 3);
          const quoted = `${words.slice(0, place).join(' ')} ${ellipsis} ${rest.join(' ')}`;
          expect(compareWith(quoted, textOf(sentences))?.verdict).toBe('exact');
        },
      ),
    );
  });

  test('is exact with the quoter’s own words in brackets, in place of some or beside them', () => {
    fc.assert(
      fc.property(arbitraryPlace, fc.nat({ max: 3 }), ({ sentences, at, place }, replaced) => {
        const words = sentences[at] ?? [];
        const rest = words.slice(Math.min(place + replaced, words.length - 2));
        fc.pre(place + rest.length >= 5);
        const quoted = `${words.slice(0, place).join(' ')} [he, quoter] ${rest.join(' ')}`;
        expect(compareWith(quoted, textOf(sentences))?.verdict).toBe('exact');
      }),
    );
  });
});

describe('a sentence that isn’t quite that of the text is near, with just that marked:', () => {
  const withWord = (words: readonly string[], place: number, word: string): string[] => [
    ...words.slice(0, place),
    word,
    ...words.slice(place),
  ];

  /** The sentence of a text with a word in it, and what is quoted of it. */
  const check = (
    sentences: readonly string[][],
    at: number,
    printed: readonly string[],
    quoted: readonly string[],
  ) => compareWith(quoted.join(' '), textOf(sentences.toSpliced(at, 1, [...printed])));

  test('a “not” left out, or put in', () => {
    fc.assert(
      fc.property(arbitraryPlace, ({ sentences, at, place }) => {
        const words = sentences[at] ?? [];
        const denied = withWord(words, place, 'not');
        expect(check(sentences, at, denied, words)).toMatchObject({
          verdict: 'near',
          differences: [{ kind: 'left out', printed: 'not', quoted: '', matter: 'negation' }],
        });
        expect(check(sentences, at, words, denied)).toMatchObject({
          verdict: 'near',
          differences: [{ kind: 'put in', printed: '', quoted: 'not', matter: 'negation' }],
        });
      }),
    );
  });

  test('a figure changed, wherever it stands; the other way round, the sides change', () => {
    fc.assert(
      fc.property(
        arbitraryText,
        fc.nat(),
        fc.uniqueArray(fc.integer({ min: 1000, max: 9999 }), { minLength: 2, maxLength: 2 }),
        ({ sentences, at }, seed, [printed = 0, quoted = 0]) => {
          const words = sentences[at] ?? [];
          const place = seed % (words.length + 1);
          const one = withWord(words, place, `${printed}`);
          const other = withWord(words, place, `${quoted}`);
          const difference = { kind: 'changed', matter: 'figure' };
          expect(check(sentences, at, one, other)).toMatchObject({
            verdict: 'near',
            differences: [{ ...difference, printed: `${printed}`, quoted: `${quoted}` }],
          });
          expect(check(sentences, at, other, one)).toMatchObject({
            verdict: 'near',
            differences: [{ ...difference, printed: `${quoted}`, quoted: `${printed}` }],
          });
        },
      ),
    );
  });

  test('two neighbours exchanged', () => {
    fc.assert(
      fc.property(arbitraryText, fc.nat(), ({ sentences, at }, seed) => {
        // Each word once, so that there is one way only to see it.
        const words = [...new Set(sentences[at])];
        const place = seed % (words.length - 1);
        const [first = '', second = ''] = words.slice(place, place + 2);
        const quoted = words.toSpliced(place, 2, second, first);
        fc.pre(words.length >= 6);
        const match = check(sentences, at, words, quoted);
        expect(match?.differences.map(({ kind, quoted }) => ({ kind, quoted }))).toEqual([
          { kind: 'order', quoted: `${second} ${first}` },
        ]);
      }),
    );
  });
});

describe('what the quoter leaves out', () => {
  const TREATY = 'The Minister did not agree to the terms of the treaty in 1894, and so he left.';

  test.for([
    ['The Minister did [indeed] agree to the terms of the treaty', 'not', '[indeed]', 'negation'],
    ['agree to the terms of the treaty [then], and so he left', 'in 1894', '[then]', 'figure'],
  ] as const)(
    'at a bracket is a difference where it denies or has a figure: %s',
    ([quoted, printed, own, matter]) => {
      const match = compareWith(quoted, TREATY);
      expect(match?.verdict).toBe('near');
      expect(match?.differences).toEqual([{ kind: 'changed', printed, quoted: own, matter }]);
    },
  );

  test('at a bracket is none where the bracket denies as well, or has the figure', () => {
    for (const quoted of [
      'The Minister [didn’t] agree to the terms of the treaty',
      'agree to the terms of the treaty [of 1894], and so he left',
    ]) {
      expect(compareWith(quoted, TREATY)?.differences, quoted).toEqual([]);
    }
  });

  test('at a bracket is a few words at most beyond its own', () => {
    const match = compareWith('The Minister [there] terms of the treaty in 1894', TREATY);
    expect(match?.differences).not.toEqual([]);
  });

  test('at an ellipsis is told where it is short and denies', () => {
    const match = compareWith('The Minister did … agree to the terms', TREATY);
    expect(match?.verdict).toBe('exact');
    expect(match?.passedOver).toEqual([{ as: 'ellipsis', printed: 'not' }]);
    const long = TREATY.replace('not', `${'by and large '.repeat(4)} not`);
    expect(compareWith('The Minister did … agree to the terms', long)?.passedOver).toEqual([]);
    expect(compareWith('The Minister did not … to the terms', TREATY)?.passedOver).toEqual([]);
  });
});

describe('a plain sentence', () => {
  test.for([
    ['It was in 1934 that he did so', 'It was in 1935 that he did so', ['changed']],
    ['He was to have it by 13 June', 'He was to have it by 12 June', ['changed']],
    ['There were 600 of them in all', 'There were 500 of them in all', ['changed']],
    ['I would not have been there', 'I would have been there', ['left out']],
    ['He was sent to New York by them', 'He was sent to York New by them', ['order']],
    ['there were 10,000 men in the field', 'there were 10 000 men in the field', []],
    ['there were 10,000 men in the field', 'there were 10 500 men in the field', ['changed']],
  ] as const)('“%s”, quoted as “%s”', ([printed, quoted, kinds]) => {
    const before = 'It was not so. He did it all in the end, and that was in June.';
    const match = compareWith(quoted, `${before} ${printed}. They did so too.`);
    expect(match?.differences.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('isn’t near where two words differ, and little but stop words is the same', () => {
    expect(
      compareWith('He was sold to the circus by her', 'He was lost to the enemy by her.'),
    ).toBeNull();
    expect(compareWith('He was sold to the circus', 'He was lost to the enemy.')).toBeNull();
  });
});

test('an invented sentence isn’t near for the formula that it opens with', () => {
  const formula =
    'I have the honor to acknowledge the receipt of your note of the 28th instant, and to tell you that';
  const bananas =
    'bananas will be sold to nobody in future because elephants ate every plantation in Brazil';
  const printed = `Sir: ${formula} the Government has ratified the treaty. I am, etc.`;
  expect(compareWith(`${formula} ${bananas}`, printed)).toBeNull();
  expect(compareWith(`${formula} bananas will be sold to nobody`, printed)?.verdict).toBe('near');
});

test('an invented sentence isn’t found, though its stop words are', () => {
  fc.assert(
    fc.property(arbitraryText, arbitrarySentence, ({ sentences }, words) => {
      const invented = words.map((word) => (word.length > 4 ? `${word}x` : word));
      fc.pre(invented.filter((word) => word.endsWith('x')).length >= words.length / 2);
      expect(compareWith(invented.join(' '), textOf(sentences))).toBeNull();
    }),
  );
});

test.for([
  ['He said that we’re to go home now', 'He said that were to go home now', 1],
  ['He said that we’re to go home now', "He said that we're to go home now", 0],
  ['The U. S. sent it at 4 p.m. to them', 'The US sent it at 4 pm to them', 0],
  ['The U.S. sent it at 4 p. m. to them', 'The U. S. sent it at 4 P.M. to them', 0],
  ['The U.S.S.R. sent it there to them', 'The USSR sent it there to them', 0],
  ['The U. S. S. R. sent it there to them', 'The USSR sent it there to them', 0],
  ['The U.S.S.R. sent it there to them', 'The U. S. S. R. sent it there to them', 0],
  ['The U. S. S. R. A man was sent to them', 'The USSR A man was sent to them', 0],
  ['It fell on plan A. I went to see it', 'It fell on plan A. I went to see it', 0],
])('“%s”, quoted as “%s”, is exact, with other forms: %i', ([printed, quoted, forms]) => {
  const match = compareWith(`${quoted}`, `Sir: ${printed}. I am, etc.`);
  expect(match?.differences).toEqual([]);
  expect(match?.spellings).toHaveLength(Number(forms));
});

test('an initial that is left out is a difference', () => {
  const match = compareWith(
    'It was sent by A. J. Taylor to all of them',
    'Sir: It was sent by A. J. P. Taylor to all of them.',
  );
  expect(match?.verdict).toBe('near');
  expect(match?.differences).toHaveLength(1);
});

test.for([
  ['The session of 1934-35 was the last of all', 'The session of 193435 was the last of all'],
  ['It was −5 degrees in the camp at night', 'It was 5 degrees in the camp at night'],
  ['It was -5 degrees in the camp at night', 'It was 5 degrees in the camp at night'],
])('“%s” isn’t “%s”', ([printed, quoted]) => {
  const match = compareWith(`${quoted}`, `Sir: ${printed}. I am, etc.`);
  expect(match?.differences).toMatchObject([{ matter: 'figure' }]);
});

test.for([
  ['He was given his passport [sic] in the camp', []],
  ['He was given his passport [1] in the camp', []],
  ['He was given his passport [in 1894?] in the camp', ['in 1894']],
] as const)('what an editor has in brackets isn’t missed: %s', ([printed, told]) => {
  const match = compareWith('He was given his passport in the camp', `Sir: ${printed}.`);
  expect(match?.verdict).toBe('exact');
  expect(match?.passedOver).toEqual(told.map((printed) => ({ as: 'bracket', printed })));
  expect(compareWith(printed, `Sir: ${printed}.`)?.differences).toEqual([]);
});

test('a denial in an editor’s brackets is missed', () => {
  const match = compareWith(
    'He was given his passport in it',
    'He was [not] given his passport in it',
  );
  expect(match?.differences).toMatchObject([{ kind: 'left out', matter: 'negation' }]);
});

test('signs between the pieces of a passage are shown as printed', () => {
  const quoted = 'He was given sixty days to leave the port, and that was all';
  const printed =
    'He was given “sixty [seventy?]” days, (all told) to leave the port, and that was all';
  expect(compareWith(quoted, `${printed}.`)?.pieces).toMatchObject([
    { kind: 'same', printed: 'He was given “sixty ' },
    { kind: 'skipped', printed: '[seventy?]” ' },
    { kind: 'same', printed: 'days, ' },
    { kind: 'left out', printed: '(all told) ' },
    { kind: 'same', printed: 'to leave the port, and that was all' },
  ]);
});

test('what is marked and what isn’t make up the print, and the quotation; nothing equal is marked', () => {
  const arbitraryEdits = fc.array(
    fc.record({
      place: fc.nat(),
      remove: fc.nat({ max: 2 }),
      words: fc.array(fc.constantFrom('not', '1948', 'strange', 'of', 'words'), { maxLength: 2 }),
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(arbitraryText, arbitraryEdits, ({ sentences, at }, edits) => {
      let quoted = sentences[at] ?? [];
      for (const { place, remove, words } of edits) {
        quoted = quoted.toSpliced(place % quoted.length, remove, ...words);
      }
      fc.pre(quoted.length >= 5);
      const text = textOf(sentences);
      const match = compareWith(quoted.join(' '), text);
      if (!match) return;
      expect(compareWith(quoted.join(' '), text)).toEqual(match);
      const side = match.pieces.flatMap((piece) =>
        keys(piece.kind === 'same' || piece.kind === 'skipped' ? piece.printed : piece.quoted),
      );
      const printed = match.pieces.map((piece) => piece.printed).join('');
      expect(printed).toBe(text.slice(match.start, match.end));
      expect(side).toEqual(quoted);
      for (const { printed, quoted } of match.differences) {
        expect(keys(printed)).not.toEqual(keys(quoted));
      }
    }),
  );
});
