import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMarkedPassage } from '../../src/cards/quotation/marked-passage.ts';
import { quotationCard } from '../../src/cards/quotation/quotation-card.ts';
import { PAGE_KINDS } from '../../src/data/texts/page.ts';
import type { CheckedQuotation, Difference, Occurrence } from '../../src/search/quotations.ts';
import { anyDocument, anyText } from '../support/arbitrary-document.ts';
import { aDocument } from '../support/documents.ts';
import { expectWithinLimits } from '../support/embed-limits.ts';

const anyPage = fc.record({
  page: fc.integer({ min: 1, max: 10_000 }),
  label: fc.option(anyText, { nil: null }),
  kind: fc.constantFrom(...PAGE_KINDS),
  url: fc.option(fc.webUrl(), { nil: null }),
});

const anyDifference: fc.Arbitrary<Difference> = fc.record({
  kind: fc.constantFrom('left out', 'put in', 'changed', 'order'),
  printed: anyText,
  quoted: anyText,
  matter: fc.constantFrom('negation', 'figure', 'words'),
});

const anyForms = fc.array(fc.record({ printed: anyText, quoted: anyText }), { maxLength: 9 });

const anyOccurrence: fc.Arbitrary<Occurrence> = fc.record({
  document: anyDocument,
  verdict: fc.constantFrom('exact', 'near'),
  place: fc.oneof(
    fc.record({ first: anyPage, last: anyPage }),
    fc.record({ record: fc.constantFrom('title' as const, 'description' as const) }),
  ),
  before: anyText,
  pieces: fc.array(
    fc.oneof(
      fc.record({ kind: fc.constantFrom('same' as const, 'skipped' as const), printed: anyText }),
      anyDifference,
    ),
    { maxLength: 12 },
  ),
  after: anyText,
  differences: fc.array(anyDifference, { maxLength: 12 }),
  passedOver: fc.array(
    fc.record({
      as: fc.constantFrom('page break', 'note', 'bracket', 'ellipsis'),
      printed: anyText,
    }),
    { maxLength: 6 },
  ),
  spellings: anyForms,
  misreadings: anyForms,
});

const anyChecked: fc.Arbitrary<CheckedQuotation> = fc.record({
  found: fc.array(anyOccurrence, { maxLength: 10 }),
  total: fc.nat({ max: 40 }),
  uncompared: fc.nat({ max: 40 }),
  inDocument: fc.option(
    fc.record({
      document: anyDocument,
      hasText: fc.boolean(),
      isWhole: fc.boolean(),
      found: fc.option(anyOccurrence, { nil: null }),
    }),
    { nil: undefined },
  ),
  coverage: fc.record({
    documents: fc.nat(),
    pages: fc.nat(),
    words: fc.nat(),
    collections: fc.array(fc.record({ name: anyText, documents: fc.nat(), withText: fc.nat() }), {
      maxLength: 30,
    }),
  }),
});

describe('the card of a quotation', () => {
  test('keeps Discord’s limits, and nothing in it pings, whatever is quoted and printed', () => {
    fc.assert(
      fc.property(anyText, anyChecked, (quoted, checked) => {
        const { embed, shown } = quotationCard(quoted, checked);
        expectWithinLimits([embed]);
        expect(embed.description).not.toMatch(/@everyone|(?<!\\)<@\d/);
        expect(shown.length).toBeLessThanOrEqual(6);
      }),
      { numRuns: 60 },
    );
  });

  test('shows the signs that are printed beside a difference, and sets apart what isn’t printed', () => {
    const marked = formatMarkedPassage({
      document: aDocument({}),
      verdict: 'near',
      place: { record: 'description' },
      before: 'At ',
      pieces: [
        { kind: 'same', printed: 'La ' },
        { kind: 'changed', printed: 'Paz, ', quoted: 'Paix', matter: 'words' },
        { kind: 'put in', printed: '', quoted: 'he', matter: 'words' },
        { kind: 'same', printed: 'waited ' },
        { kind: 'left out', printed: '[60?] ', quoted: '', matter: 'figure' },
        { kind: 'same', printed: 'days' },
        { kind: 'put in', printed: '', quoted: 'more', matter: 'words' },
      ],
      after: ', I think.',
      differences: [],
      passedOver: [],
      spellings: [],
      misreadings: [],
    });
    expect(marked).toBe('At La ~~Paz,~~ **Paix** **he** waited ~~[60?]~~ days **more**, I think.');
  });

  test('counts the documents that it doesn’t show', () => {
    const occurrence = (number: number): Occurrence => ({
      document: aDocument({ id: `${number}`, title: `Copy ${number}` }),
      verdict: 'exact',
      place: { record: 'description' },
      before: '',
      pieces: [{ kind: 'same', printed: 'Send guards at once to Peking' }],
      after: '.',
      differences: [],
      passedOver: [],
      spellings: [],
      misreadings: [],
    });
    const { embed, shown } = quotationCard('Send guards at once to Peking', {
      found: Array.from({ length: 10 }, (_, index) => occurrence(index)),
      total: 17,
      uncompared: 3,
      coverage: { documents: 0, pages: 0, words: 0, collections: [] },
    });
    expect(shown.map(({ document }) => document.title)).toEqual([
      'Copy 0',
      'Copy 1',
      'Copy 2',
      'Copy 3',
      'Copy 4',
      'Copy 5',
    ]);
    expect(embed.description).toContain('At least 17 documents have it word for word.');
    expect(embed.description).toContain('and 11 more documents');
    expect(embed.description).toContain('3 more documents that might have it weren’t compared');
  });

  test('says that a text was too long to be compared whole, and never that it lacks the words', () => {
    const { embed } = quotationCard('Send guards at once to Peking', {
      found: [],
      total: 0,
      uncompared: 1,
      inDocument: {
        document: aDocument({ title: 'A diary' }),
        hasText: true,
        isWhole: false,
        found: null,
      },
      coverage: { documents: 0, pages: 0, words: 0, collections: [] },
    });
    expect(embed.description).toContain(
      'It wasn’t found in what is loaded of *A diary*. Its text is so long that only a part of it was compared. Nor was it in any other that could be compared.',
    );
    expect(embed.description).toContain('1 more document that might have it wasn’t compared');
  });
});
