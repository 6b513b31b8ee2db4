import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../../src/search/quotation/compare.ts';
import { joinPages } from '../../../src/search/quotation/compared-text.ts';
import { readQuotation } from '../../../src/search/quotation/read-quotation.ts';
import { arbitrarySentence, pagesOf, print } from './made-text.ts';

const check = (quoted: string, ...pages: string[]) =>
  compare(readQuotation(quoted), joinPages(pagesOf(pages)));

test('a sentence that runs over a page is exact, whatever notes the first page has', () => {
  const quoted = 'The Government was willing to ratify the treaty at once';
  for (const notes of [
    '1 Not printed.',
    '1 Not printed.\n\nSee below.\n\n2 By hand of the consul.',
    'By hand.',
    '* Omitted.',
  ]) {
    const match = check(
      quoted,
      `Sir:\n\nThe Government was willing to ratify\n\n${notes}`,
      'the treaty at once.',
    );
    expect(match?.verdict, notes).toBe('exact');
    expect(match?.pieces.map(({ kind }) => kind)).toEqual(['same', 'skipped', 'same']);
  }
});

test('so are two sentences with marked notes between them', () => {
  const match = check(
    'He agreed. The Government was willing to ratify the treaty',
    'Sir:\n\nHe agreed.\n\n1 Not printed.\n\n2 Nor this one.',
    'The Government was willing to ratify the treaty.',
  );
  expect(match?.verdict).toBe('exact');
});

test.for([
  ['The Minister will not agree', ['The Minister will not agree']],
  ['1 The Minister will not agree.', ['1 The Minister will not agree']],
  ['1 He came in 1894.', ['1 He came in 1894']],
  ['1 By the consul.', []],
] as const)('a note that may be none is named: %s', ([note, named]) => {
  const match = check(
    'The Government was willing to ratify the treaty at once',
    `Sir:\n\nThe Government was willing to ratify\n\n${note}`,
    'the treaty at once.',
  );
  expect(match?.verdict).toBe('exact');
  expect(match?.passedOver).toEqual(named.map((printed) => ({ as: 'note', printed })));
});

test('a paragraph of the text that is left out is no note', () => {
  const match = check(
    'He agreed. The Government was willing to ratify the treaty',
    'Sir:\n\nHe agreed.\n\nIt rained.',
    'The Government was willing to ratify the treaty.',
  );
  expect(match?.differences).toMatchObject([{ kind: 'left out', printed: 'It rained' }]);
});

test.for([
  ['They signed the treaty.1 The Government was willing to ratify it.', 'exact'],
  ['They signed the treaty,12 The Government was willing to ratify it.', 'exact'],
  ['They signed the “treaty.”1 The Government was willing to ratify it.', 'exact'],
  ['They signed the treaty. 1 The Government was willing to ratify it.', 'near'],
  ['They signed the treaty No.1 The Government was willing to ratify it.', 'near'],
  ['They signed the treaty on Sept.12 The Government was willing to ratify it.', 'near'],
  ['They signed the treaty 1.5 The Government was willing to ratify it.', 'near'],
] as const)(
  'a note’s mark in running text is passed over, and no other figure: %s',
  ([text, verdict]) => {
    const match = check('They signed the treaty. The Government was willing to ratify it', text);
    expect(match?.verdict).toBe(verdict);
    if (verdict === 'near') {
      expect(match?.differences.map(({ matter }) => matter)).toContain('figure');
    } else {
      expect(match?.passedOver).toEqual([]);
    }
  },
);

test('a note can be quoted, too', () => {
  const match = check(
    'Transmitted by the consul at Managua',
    'He agreed.\n\n1 Transmitted by the consul at Managua.',
    'The Government was willing.',
  );
  expect(match?.verdict).toBe('exact');
});

test('whatever notes the pages have, even without a word, a sentence of the text is exact', () => {
  const anyNote = fc.constantFrom(
    '1 Not printed.',
    '2',
    '* …',
    '†',
    '—',
    '1 \n\n2 See\n\n',
    'By hand',
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(arbitrarySentence, fc.array(anyNote, { maxLength: 4 })), { minLength: 2 }),
      fc.nat(),
      (pages, seed) => {
        const texts = pages.map(([words, notes]) => [print(words), ...notes].join('\n\n'));
        const [words = []] = pages[seed % pages.length] ?? [];
        expect(check(words.join(' '), ...texts)?.verdict).toBe('exact');
      },
    ),
  );
});
