import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCitation } from '../../src/cards/citation.ts';
import { documentPassagesCard } from '../../src/cards/document-passages-card.ts';
import { formatSnippet } from '../../src/cards/entry.ts';
import { passagesCard } from '../../src/cards/passages-card.ts';
import { anyText } from '../support/arbitrary-document.ts';
import { aDocument } from '../support/documents.ts';

/** How many stars format, and aren't escaped: even if all that opens is closed. */
const stars = (markdown: string): number => markdown.replace(/\\[\s\S]/g, '').split('*').length - 1;
/** Addresses stand in citations as they are. */
const withoutAddress = anyText.map((text) => text.replace(/https?:\/\//g, ''));

const most = fc.integer({ min: 1, max: 400 });

test('a citation that is cut off keeps within its room, with no italics left open', () => {
  const citation = fc.array(fc.record({ text: withoutAddress, italic: fc.boolean() }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(citation, most, (pieces, room) => {
      const shown = formatCitation(pieces, room);
      expect(shown.length).toBeLessThanOrEqual(room);
      expect(stars(shown) % 2).toBe(0);
      const whole = formatCitation(pieces);
      if (whole.length <= room) expect(shown).toBe(whole);
    }),
  );
});

test('a snippet that is cut off keeps within its room, with no bold left open', () => {
  const snippet = fc.array(fc.record({ text: anyText, match: fc.boolean() }), { maxLength: 5 });
  fc.assert(
    fc.property(snippet, most, (pieces, room) => {
      const shown = formatSnippet(pieces, room);
      expect(shown.length).toBeLessThanOrEqual(room);
      expect(stars(shown) % 4).toBe(0);
    }),
  );
});

test('cards of passages close what they open, whatever is long', () => {
  const long = 'Foreign Relations of the United States '.repeat(20);
  const document = aDocument({ url: 'https://example.org/' });
  const page = {
    page: 1,
    label: 'p. 1',
    kind: 'edition',
    url: `https://example.org/${'a'.repeat(390)}`,
  } as const;
  const passage = { document, page, text: 'It rains.', isCutBefore: false, isCutAfter: false };
  const { fields = [] } = passagesCard({
    question: 'Rain?',
    passages: [{ ...passage, citation: [{ text: long, italic: true }] }],
    loaded: 1,
    from: 1,
    lead: [],
    footer: [],
  });
  expect(fields[0]?.value).toContain('> It rains.\n*Foreign');
  expect(fields[0]?.value).toMatch(/…\*\n\[p\. 1\]\(https:\/\/example\.org\/\), edition$/);
  const { description = '' } = documentPassagesCard({
    document,
    words: 'rain',
    passages: [{ page, snippet: [{ text: 'alpha beta '.repeat(90), match: true }] }],
    from: 1,
    footer: '',
  });
  expect(description).toMatch(/…\*\*$/);
});
