import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/data/document.ts';
import { mergeDocuments } from '../../../src/data/import/merge-documents.ts';
import { aDocument } from '../../support/documents.ts';

const id = '1962-notes-abcdef';
const a = aDocument({ id, description: 'A' });
const b = aDocument({ id, description: 'B' });
const other = aDocument({ id: 'other' });

const idsByDescription = (documents: readonly Document[]) =>
  Object.fromEntries(documents.map(({ description, id: own }) => [description, own]));

describe('merging documents into a corpus', () => {
  test('keeps what is held in its place and adds what is new', () => {
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
    expect(idsByDescription(one.documents)).toEqual(idsByDescription(two.documents));
    expect(new Set(one.documents.map((document) => document.id)).size).toBe(2);
    expect(one.documents.map((document) => document.id)).toContain(id);
  });

  test('knows them again, one of them changed, or read alone', () => {
    const { documents } = mergeDocuments([], [a, b]);
    expect(mergeDocuments(documents, [b, a])).toMatchObject({ documents, unchanged: 2 });
    expect(mergeDocuments(documents, [b])).toMatchObject({ documents, unchanged: 1 });
    const changed = mergeDocuments(documents, [a, { ...b, description: 'B, corrected' }]);
    expect(changed).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    expect(changed.documents.map((document) => document.id)).toEqual(
      documents.map((document) => document.id),
    );
  });

  test('leaves the one that was held first its id', () => {
    const merged = mergeDocuments([b], [a, b]);
    expect(merged).toMatchObject({ added: 1, changed: 0, unchanged: 1 });
    expect(merged.documents[0]).toEqual(b);
  });

  test('twice is the same as once, and counts every document', () => {
    const anyRead = fc.array(
      fc
        .record({
          id: fc.constantFrom('one-abcdef', 'two-abcdef', 'three-abcdef'),
          description: fc.constantFrom('', 'A', 'B', 'C'),
        })
        .map(aDocument),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anyRead, anyRead, (held, read) => {
        const before = mergeDocuments([], held).documents;
        const once = mergeDocuments(before, read);
        expect(once.added + once.changed + once.unchanged).toBe(read.length);
        expect(once.documents).toHaveLength(before.length + once.added);
        const twice = mergeDocuments(once.documents, read);
        expect(twice).toEqual({ ...once, added: 0, changed: 0, unchanged: read.length });
      }),
    );
  });
});
