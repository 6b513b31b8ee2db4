import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeDocuments } from '../../../src/data/import/merge-documents.ts';
import type { SpooledDocument } from '../../../src/data/import/spooled-document.ts';

const id = '1962-notes-abcdef';
type Fields = {
  id: string;
  words?: string;
  address?: string;
  file?: string | null;
  isNamed?: boolean;
};
const aSpooled = ({
  id,
  words = '',
  address = words,
  file = 'a',
  isNamed = false,
}: Fields): SpooledDocument => ({
  id,
  words,
  address,
  isNamed,
  content: `content of ${words} at ${address}`,
  at: 0,
  length: 0,
  origin: file === null ? null : { file, line: null, place: null },
  text: null,
});
const a = aSpooled({ id, words: 'A' });
const b = aSpooled({ id, words: 'B' });
const other = aSpooled({ id: 'other' });

const idsByWords = (documents: readonly SpooledDocument[]) =>
  Object.fromEntries(documents.map(({ words, id: own }) => [words, own]));

describe('merging what is read into a corpus', () => {
  test('keeps what is there in its place and adds what is new', () => {
    const merged = mergeDocuments([other], [a]);
    expect(merged).toEqual({ documents: [other, a], added: 1, changed: 0, unchanged: 0 });
  });

  test('replaces what has changed in place', () => {
    const merged = mergeDocuments([a, other], [b]);
    expect(merged).toEqual({ documents: [b, other], added: 0, changed: 1, unchanged: 0 });
  });

  test('adds a repeat once', () => {
    expect(mergeDocuments([], [a, a, other])).toEqual({
      documents: [a, other],
      added: 2,
      changed: 0,
      unchanged: 1,
    });
  });

  test('keeps two of one date and title apart, whatever their order', () => {
    const one = mergeDocuments([], [a, b]);
    const two = mergeDocuments([], [b, a]);
    expect(one).toMatchObject({ added: 2, changed: 0 });
    expect(idsByWords(one.documents)).toEqual(idsByWords(two.documents));
    expect(new Set(one.documents.map((entry) => entry.id)).size).toBe(2);
    expect(one.documents.map((entry) => entry.id)).toContain(id);
  });

  test('knows them again, one of them changed, or read alone', () => {
    const { documents } = mergeDocuments([], [a, b]);
    expect(mergeDocuments(documents, [b, a])).toMatchObject({ documents, unchanged: 2 });
    expect(mergeDocuments(documents, [b])).toMatchObject({ documents, unchanged: 1 });
    const changed = mergeDocuments(documents, [a, aSpooled({ id, words: 'B, corrected' })]);
    expect(changed).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    expect(changed.documents.map((entry) => entry.id)).toEqual(documents.map((entry) => entry.id));
  });

  test('leaves the one that was there first its id', () => {
    const merged = mergeDocuments([b], [a, b]);
    expect(merged).toMatchObject({ added: 1, changed: 0, unchanged: 1 });
    expect(merged.documents[0]).toEqual(b);
  });

  describe('of one title and day', () => {
    const known = aSpooled({ id, words: 'A', address: 'Ames' });
    const merged = (read: Partial<Fields>, before = known) => {
      const { added, changed, documents } = mergeDocuments([before], [aSpooled({ id, ...read })]);
      return { added, changed, total: documents.length };
    };
    const another = { added: 1, changed: 0, total: 2 };
    const corrected = { added: 0, changed: 1, total: 1 };

    test.each([
      ['other words from the same hand', { words: 'B', address: 'Ames', file: 'b' }, corrected],
      ['the same words from another, in its own file', { words: 'A', address: 'Bell' }, corrected],
      ['the same words from another', { words: 'A', address: 'Bell', file: 'b' }, another],
      ['other words from another', { words: 'B', address: 'Bell', file: 'b' }, another],
      [
        'what its archive names',
        { words: 'B', address: 'Bell', file: 'b', isNamed: true },
        corrected,
      ],
    ] as const)('%s', (_, read, expected) => {
      expect(merged(read)).toEqual(expected);
    });

    test('what has no origin can be corrected', () => {
      const fromNowhere = aSpooled({ id, words: 'A', address: 'Ames', file: null });
      expect(merged({ words: 'B', address: 'Bell' }, fromNowhere)).toEqual(corrected);
    });

    test('many are told apart in a moment', () => {
      const many = Array.from({ length: 20_000 }, (_, at) => aSpooled({ id, words: `${at}` }));
      const { documents } = mergeDocuments([], many);
      const again = many.map(({ words, address }) => aSpooled({ id, words: `${words}!`, address }));
      expect(mergeDocuments(documents, again)).toMatchObject({ added: 0, changed: 20_000 });
    });
  });

  test('twice is the same as once, and counts every document', () => {
    const anyRead = fc.array(
      fc
        .record({
          id: fc.constantFrom('one-abcdef', 'two-abcdef', 'three-abcdef'),
          words: fc.constantFrom('', 'A', 'B', 'C'),
          address: fc.constantFrom('', 'Ames', 'Bell'),
          file: fc.constantFrom('a', 'b', null),
          isNamed: fc.boolean(),
        })
        .map(aSpooled),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anyRead, anyRead, (existing, read) => {
        const before = mergeDocuments([], existing).documents;
        const once = mergeDocuments(before, read);
        expect(once.added + once.changed + once.unchanged).toBe(read.length);
        expect(once.documents).toHaveLength(before.length + once.added);
        const twice = mergeDocuments(once.documents, read);
        expect(twice).toEqual({ ...once, added: 0, changed: 0, unchanged: read.length });
      }),
    );
  });
});
