import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/data/import/entry.ts';
import { mergeEntries } from '../../../src/data/import/merge-entries.ts';

const id = '1962-notes-abcdef';
const anEntry = ({ id, words = '' }: { id: string; words?: string }): Entry => ({
  id,
  words,
  content: `content of ${words}`,
  at: 0,
  length: 0,
  origin: null,
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

  test('twice is the same as once, and counts every document', () => {
    const anyRead = fc.array(
      fc
        .record({
          id: fc.constantFrom('one-abcdef', 'two-abcdef', 'three-abcdef'),
          words: fc.constantFrom('', 'A', 'B', 'C'),
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
