import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countChanges } from '../../../src/data/import/count-changes.ts';
import { mergeDocuments } from '../../../src/data/import/merge-documents.ts';
import type { SpooledDocument } from '../../../src/data/import/spooled-document.ts';

const id = '1962-notes-abcdef';
type Fields = {
  id: string;
  words?: string;
  address?: string;
  file?: string | null;
  line?: number | null;
  isNamed?: boolean;
};
const aSpooled = ({
  id,
  words = '',
  address = words,
  file = 'a',
  line = null,
  isNamed = false,
}: Fields): SpooledDocument => ({
  id,
  words,
  address,
  isNamed,
  content: `content of ${words} at ${address}`,
  at: 0,
  length: 0,
  origin: file === null ? null : { file, line, place: null },
  text: null,
});
const a = aSpooled({ id, words: 'A' });
const b = aSpooled({ id, words: 'B' });
const other = aSpooled({ id: 'other' });

const idsByWords = (documents: readonly SpooledDocument[]) =>
  Object.fromEntries(documents.map(({ words, id: own }) => [words, own]));

function merge(existing: readonly SpooledDocument[], read: readonly SpooledDocument[]) {
  const documents = mergeDocuments(existing, read);
  return { documents, ...countChanges(existing, documents, read.length) };
}

describe('merging what is read into a corpus', () => {
  test('keeps what is there in its place and adds what is new', () => {
    const merged = merge([other], [a]);
    expect(merged).toEqual({ documents: [other, a], added: 1, changed: 0, unchanged: 0 });
  });

  test('replaces what has changed in place', () => {
    const merged = merge([a, other], [b]);
    expect(merged).toEqual({ documents: [b, other], added: 0, changed: 1, unchanged: 0 });
  });

  test('adds a repeat once', () => {
    expect(merge([], [a, a, other])).toEqual({
      documents: [a, other],
      added: 2,
      changed: 0,
      unchanged: 1,
    });
  });

  test('keeps two of one date and title apart, whatever their order', () => {
    const one = merge([], [a, b]);
    const two = merge([], [b, a]);
    expect(one).toMatchObject({ added: 2, changed: 0 });
    expect(idsByWords(one.documents)).toEqual(idsByWords(two.documents));
    expect(new Set(one.documents.map((entry) => entry.id)).size).toBe(2);
    expect(one.documents.map((entry) => entry.id)).toContain(id);
  });

  test('knows them again, one of them changed, or read alone', () => {
    const { documents } = merge([], [a, b]);
    expect(merge(documents, [b, a])).toMatchObject({ documents, unchanged: 2 });
    expect(merge(documents, [b])).toMatchObject({ documents, unchanged: 1 });
    const changed = merge(documents, [a, aSpooled({ id, words: 'B, corrected' })]);
    expect(changed).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    expect(changed.documents.map((entry) => entry.id)).toEqual(documents.map((entry) => entry.id));
  });

  test('leaves the one that was there first its id', () => {
    const merged = merge([b], [a, b]);
    expect(merged).toMatchObject({ added: 1, changed: 0, unchanged: 1 });
    expect(merged.documents[0]).toEqual(b);
  });

  describe('of one title and day', () => {
    const known = aSpooled({ id, words: 'A', address: 'Ames' });
    const merged = (read: Partial<Fields>, before = known) => {
      const { added, changed, documents } = merge([before], [aSpooled({ id, ...read })]);
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
      const { documents } = merge([], many);
      const again = many.map(({ words, address }) => aSpooled({ id, words: `${words}!`, address }));
      expect(merge(documents, again)).toMatchObject({ added: 0, changed: 20_000 });
    });
  });

  describe('twins', () => {
    /** Telegrams of one day and title, from the same hand, in the order of their lines. */
    const Twins = fc
      .uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { minLength: 2 })
      .map((all) =>
        all.map((words, at) => aSpooled({ id, words, address: 'Ames', line: 2 + 3 * at })),
      );
    const Shuffled = Twins.chain((twins) =>
      fc.tuple(
        fc.constant(twins),
        fc.shuffledSubarray(twins, { minLength: twins.length }),
        fc.shuffledSubarray(twins, { minLength: twins.length }),
      ),
    );

    test('have the same ids, whatever the order in which they are read', () => {
      fc.assert(
        fc.property(Shuffled, ([twins, one, other]) => {
          const ids = idsByWords(mergeDocuments([], one));
          expect(new Set(Object.values(ids)).size).toBe(twins.length);
          expect(idsByWords(mergeDocuments([], other))).toEqual(ids);
          const again = mergeDocuments(mergeDocuments([], one), other);
          expect(idsByWords(again)).toEqual(ids);
          expect(again).toHaveLength(twins.length);
        }),
      );
    });

    test('that are all corrected keep their ids in the order of their lines, which may move', () => {
      fc.assert(
        fc.property(Shuffled, fc.nat(4), ([twins, one, other], moved) => {
          const before = mergeDocuments([], one);
          const ids = idsByWords(before);
          const corrected = other.map((twin) => ({
            ...twin,
            ...aSpooled({
              id,
              words: `${twin.words}, corrected`,
              address: 'Ames',
              line: (twin.origin?.line ?? 0) + moved,
            }),
          }));
          const after = idsByWords(mergeDocuments(before, corrected));
          for (const { words } of twins) expect(after[`${words}, corrected`]).toBe(ids[words]);
        }),
      );
    });

    test('of two files are looked for in their own first', () => {
      const [inA, inB] = ['a', 'b'].map((file) =>
        aSpooled({ id, words: file, address: 'Ames', file }),
      ) as [SpooledDocument, SpooledDocument];
      const before = mergeDocuments([], [inA, inB]);
      for (const file of ['a', 'b']) {
        const read = aSpooled({ id, words: 'corrected', address: 'Ames', file });
        const after = idsByWords(mergeDocuments(before, [read]));
        expect(after.corrected).toBe(idsByWords(before)[file]);
      }
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
        const before = merge([], existing).documents;
        const once = merge(before, read);
        expect(once.added + once.changed + once.unchanged).toBe(read.length);
        expect(once.documents).toHaveLength(before.length + once.added);
        const twice = merge(once.documents, read);
        expect(twice).toEqual({ ...once, added: 0, changed: 0, unchanged: read.length });
      }),
    );
  });
});
