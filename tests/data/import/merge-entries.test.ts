import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/data/import/entry.ts';
import { mergeEntries } from '../../../src/data/import/merge-entries.ts';

const id = '1962-notes-abcdef';
type Told = {
  id: string;
  words?: string;
  address?: string;
  file?: string | null;
  isNamed?: boolean;
};
const anEntry = ({
  id,
  words = '',
  address = words,
  file = 'a',
  isNamed = false,
}: Told): Entry => ({
  id,
  words,
  address,
  isNamed,
  content: `content of ${words} at ${address}`,
  at: 0,
  length: 0,
  origin: file === null ? null : { file, line: null, place: null },
});
const a = anEntry({ id, words: 'A' });
const b = anEntry({ id, words: 'B' });
const other = anEntry({ id: 'other' });

const idsByWords = (entries: readonly Entry[]) =>
  Object.fromEntries(entries.map(({ words, id: own }) => [words, own]));

describe('merging what is read into a corpus', () => {
  test('keeps what is held in its place and adds what is new', () => {
    const merged = mergeEntries([other], [a]);
    expect(merged).toEqual({ entries: [other, a], added: 1, changed: 0, unchanged: 0 });
  });

  test('replaces what has changed in place', () => {
    const merged = mergeEntries([a, other], [b]);
    expect(merged).toEqual({ entries: [b, other], added: 0, changed: 1, unchanged: 0 });
  });

  test('adds a repeat once', () => {
    expect(mergeEntries([], [a, a, other])).toEqual({
      entries: [a, other],
      added: 2,
      changed: 0,
      unchanged: 1,
    });
  });

  test('keeps two of one date and title apart, whatever their order', () => {
    const one = mergeEntries([], [a, b]);
    const two = mergeEntries([], [b, a]);
    expect(one).toMatchObject({ added: 2, changed: 0 });
    expect(idsByWords(one.entries)).toEqual(idsByWords(two.entries));
    expect(new Set(one.entries.map((entry) => entry.id)).size).toBe(2);
    expect(one.entries.map((entry) => entry.id)).toContain(id);
  });

  test('knows them again, one of them changed, or read alone', () => {
    const { entries } = mergeEntries([], [a, b]);
    expect(mergeEntries(entries, [b, a])).toMatchObject({ entries, unchanged: 2 });
    expect(mergeEntries(entries, [b])).toMatchObject({ entries, unchanged: 1 });
    const changed = mergeEntries(entries, [a, anEntry({ id, words: 'B, corrected' })]);
    expect(changed).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    expect(changed.entries.map((entry) => entry.id)).toEqual(entries.map((entry) => entry.id));
  });

  test('leaves the one that was held first its id', () => {
    const merged = mergeEntries([b], [a, b]);
    expect(merged).toMatchObject({ added: 1, changed: 0, unchanged: 1 });
    expect(merged.entries[0]).toEqual(b);
  });

  describe('of one title and day', () => {
    const held = anEntry({ id, words: 'A', address: 'Ames' });
    const merged = (read: Partial<Told>, before = held) => {
      const { added, changed, entries } = mergeEntries([before], [anEntry({ id, ...read })]);
      return { added, changed, held: entries.length };
    };
    const another = { added: 1, changed: 0, held: 2 };
    const corrected = { added: 0, changed: 1, held: 1 };

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

    test('what was held from nowhere can be corrected', () => {
      const fromNowhere = anEntry({ id, words: 'A', address: 'Ames', file: null });
      expect(merged({ words: 'B', address: 'Bell' }, fromNowhere)).toEqual(corrected);
    });

    test('many are told apart in a moment', () => {
      const many = Array.from({ length: 20_000 }, (_, at) => anEntry({ id, words: `${at}` }));
      const { entries } = mergeEntries([], many);
      const again = many.map(({ words, address }) => anEntry({ id, words: `${words}!`, address }));
      expect(mergeEntries(entries, again)).toMatchObject({ added: 0, changed: 20_000 });
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
        .map(anEntry),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anyRead, anyRead, (held, read) => {
        const before = mergeEntries([], held).entries;
        const once = mergeEntries(before, read);
        expect(once.added + once.changed + once.unchanged).toBe(read.length);
        expect(once.entries).toHaveLength(before.length + once.added);
        const twice = mergeEntries(once.entries, read);
        expect(twice).toEqual({ ...once, added: 0, changed: 0, unchanged: read.length });
      }),
    );
  });
});
