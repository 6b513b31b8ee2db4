import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentChoices, documentOption } from '../../src/cards/choice.ts';
import { formatEntry, formatSnippet } from '../../src/cards/entry.ts';
import { listCard } from '../../src/cards/list-card.ts';
import { anyDocument, anyText } from '../support/arbitrary-document.ts';
import { aDay, aDocument } from '../support/documents.ts';
import { expectWithinLimits } from '../support/embed-limits.ts';

const mikoyan = aDocument({
  title: 'Notes by Mikoyan',
  date: { ...aDay('1949-01-31'), text: 'January 31, 1949' },
  collection: 'Sino-Soviet',
  url: 'https://example.org/a_(b)',
});

describe('list', () => {
  test('an entry has number, linked title, date as printed, collection, snippet in bold', () => {
    const snippet = [
      { text: 'a meeting with ', match: false },
      { text: 'Mao ', match: true },
      { text: 'in _Beijing_', match: false },
    ];
    expect(formatEntry({ document: mikoyan, snippet }, 7, 1000)).toBe(
      '**7.** [Notes by Mikoyan](https://example.org/a_%28b%29)\nJanuary 31, 1949 · Sino-Soviet\n> a meeting with **Mao** in \\_Beijing\\_',
    );
  });

  test('a title that would show its escapes inside a link is followed by the link', () => {
    const document = { ...mikoyan, title: 'Filippov [Stalin] to Mao' };
    expect(formatEntry({ document }, 1, 1000)).toContain(
      'Filippov [Stalin] to Mao [↗ source](https://example.org/a_%28b%29)',
    );
  });

  test('what does not fit gives way: the snippet, the link, the title', () => {
    const snippet = [{ text: 's'.repeat(100), match: false }];
    const shown = (most: number) => formatEntry({ document: mikoyan, snippet }, 1, most);
    expect(shown(200)).toContain('sss');
    expect(shown(120)).not.toContain('sss');
    expect(shown(120)).toContain('example.org');
    expect(shown(70)).not.toContain('example.org');
    expect(shown(30).length).toBeLessThanOrEqual(30);
  });

  test('bold stays next to its words', () => {
    expect(formatSnippet([{ text: ' two words ', match: true }])).toBe(' **two words** ');
    expect(formatSnippet([{ text: '  ', match: true }])).toBe(' ');
  });

  test('keeps within every limit of Discord, whatever the documents', () => {
    const entry = fc.record({
      document: anyDocument,
      note: anyText,
      heading: anyText,
      snippet: fc.array(fc.record({ text: anyText, match: fc.boolean() }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 10 }),
        anyText,
        anyText,
        (entries, words, footer) => {
          const title = `Search: ${words}`;
          const card = listCard({
            title,
            lead: words,
            tail: words,
            entries,
            from: 99_991,
            footer: [`1-5 ${footer}`],
          });
          expectWithinLimits([card]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('choices of one title are told apart by day, subject, place or number', () => {
    const letter = (id: string, day: string, subject: string, place: string) =>
      aDocument({
        id,
        title: 'Mr. Terrell to Mr. Olney.',
        date: aDay(day),
        subjects: ['Turkey', subject],
        places: [place],
      });
    const names = documentChoices([
      letter('d1', '1896-10-05', 'Schools', 'Pera'),
      letter('d2', '1896-10-06', 'Schools', 'Pera'),
      letter('d3', '1896-10-06', 'Passports', 'Pera'),
      letter('d4', '1896-10-07', 'Passports', 'Pera'),
      letter('d5', '1896-10-07', 'Passports', 'Smyrna'),
      letter('d6', '1896-10-08', 'Passports', 'Smyrna'),
      letter('d7', '1896-10-08', 'Passports', 'Smyrna'),
    ]).map(({ name }) => name);
    expect(names).toEqual([
      'Mr. Terrell to Mr. Olney. (5 October 1896)',
      'Mr. Terrell to Mr. Olney. (6 October 1896 · Schools)',
      'Mr. Terrell to Mr. Olney. (6 October 1896 · Passports)',
      'Mr. Terrell to Mr. Olney. (7 October 1896 · Pera)',
      'Mr. Terrell to Mr. Olney. (7 October 1896 · Smyrna)',
      'Mr. Terrell to Mr. Olney. (8 October 1896 · d6)',
      'Mr. Terrell to Mr. Olney. (8 October 1896 · d7)',
    ]);
    const [long = '', other] = documentChoices([
      aDocument({ id: 'a1', title: 'x'.repeat(300), date: aDay('1896-10-05') }),
      aDocument({ id: 'a2', title: 'x'.repeat(301), date: aDay('1896-10-05') }),
    ]).map(({ name }) => name);
    expect(long).not.toBe(other);
    expect(long.length).toBeLessThan(100);
  });

  test('choices and menu lines are never blank and always under 100 characters', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const [choice] = documentChoices([document]);
        const option = documentOption(document, 10);
        const texts = [choice?.name, choice?.value, option.label, option.description];
        for (const text of texts) {
          expect(text?.length).toBeLessThan(100);
          expect(text?.trim()).not.toBe('');
        }
      }),
    );
  });
});
