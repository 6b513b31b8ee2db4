import fc from 'fast-check';
import type { Document } from '../../src/data/corpus/document.ts';
import { PUBLISHED_KINDS } from '../../src/data/corpus/publication.ts';
import { aDate, aDay, aDocument } from './documents.ts';

const hostile = fc.constantFrom(
  '@everyone',
  '<@123456789012345678>',
  '[click](https://example.org)',
  '**bold** _it_ `code` ||hidden||',
  '# heading',
  '> quote',
  '\u202Eright to left',
  '\u200b',
  '😀👩‍👩‍👧‍👦',
  '\\',
  'x'.repeat(3000),
);

/** Text of any kind and length, with what could format, ping or inject. */
export const anyText = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 300 })), { maxLength: 8 })
  .map((parts) => parts.join(' '));

const anyLine = anyText.map((text) => text.trim() || 'x');

const values = fc.option(fc.array(anyLine, { maxLength: 12 }), { nil: null });

const url = fc.option(
  fc
    .oneof(
      fc.webUrl({ withQueryParameters: true }),
      fc.constant(`https://example.org/${'a'.repeat(3000)}`),
    )
    .filter((address) => URL.canParse(address)),
  { nil: null },
);

const line = fc.option(anyLine, { nil: undefined });

const publication = fc.record({
  kind: fc.constantFrom(...PUBLISHED_KINDS),
  container: line,
  publisher: line,
  place: line,
  edition: line,
  volume: line,
  issue: line,
  pages: line,
});

/** Any document that a corpus can hold. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .record({
    id: fc.stringMatching(/^[a-z0-9-]{1,80}$/),
    title: anyLine,
    date: fc.oneof(
      anyText.map((text) => aDate({ text })),
      fc.constant(aDay('1962-10-16')),
    ),
    description: anyText,
    collection: anyLine,
    url,
    creators: values,
    people: values,
    places: values,
    subjects: values,
    languages: values,
    type: values,
    source: values,
    identifier: values,
    rights: values,
    recipients: fc.option(values, { nil: undefined }),
    publication: fc.option(publication, { nil: undefined }),
  })
  .map(aDocument);
