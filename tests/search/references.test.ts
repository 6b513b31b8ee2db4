import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createColumnsWriter } from '../../src/search/index/columns.ts';
import { referringTo, wholeReference } from '../../src/search/minisearch/reference-index.ts';
import { readTyped } from '../../src/search/query/read-typed.ts';
import { readReference } from '../../src/search/references/sought-reference.ts';
import { refersTo } from '../contracts/brute-force-search.ts';
import { aDate, aDocument } from '../support/documents.ts';

const indexOf = (...documents: ReturnType<typeof aDocument>[]) => {
  const writer = createColumnsWriter(documents.length, () => aDate());
  for (const document of documents) writer.add(document);
  return writer.written().values.references;
};
const referred = (source: string, sought: string, collection = 'Papers') =>
  referringTo(indexOf(aDocument({ source: [source], collection })), readReference(sought))(0);

/** A part of a reference as archives write it: a label and a number. */
const label = fc.constantFrom('Box', 'Folder', 'RG', 'Series', 'fond', 'Lot', 'Item', 'Entry');
const number = fc.integer({ min: 1, max: 9999 });
const parts = fc.uniqueArray(fc.tuple(label, number), {
  selector: ([name]) => name,
  minLength: 1,
  maxLength: 4,
});
const between = fc.constantFrom(', ', ' ', '; ', '/', ' – ', ' · ');
const inside = fc.constantFrom(' ', '. ', '-', ' #', '');

const write = (some: readonly (readonly [string, number])[], gap: string, inner: string) =>
  some.map(([name, at]) => `${name}${inner}${at}`).join(gap);

describe('a reference', () => {
  test('is found whatever its signs, blanks and case', () => {
    fc.assert(
      fc.property(parts, between, inside, between, inside, fc.boolean(), (some, a, b, c, d, up) => {
        const source = write(some, a, b);
        const sought = write(some, c, d);
        expect(referred(source, up ? sought.toUpperCase() : sought.toLowerCase())).toBe(true);
        expect(wholeReference(indexOf(aDocument({ source: [source] })), sought)).toEqual([0]);
      }),
    );
  });

  test('is found by some of its parts in their order', () => {
    fc.assert(
      fc.property(parts, fc.nat(), (some, drop) => {
        const kept = some.filter((_, i) => some.length === 1 || i !== drop % some.length);
        expect(referred(write(some, ', ', ' '), write(kept, ' ', ' '))).toBe(true);
      }),
    );
  });

  test('is never found by another number', () => {
    fc.assert(
      fc.property(parts, fc.nat(), number, between, inside, (some, at, other, gap, inner) => {
        const changed = at % some.length;
        fc.pre(some[changed]?.[1] !== other);
        const sought = some.map(([name, own], i) => [name, i === changed ? other : own] as const);
        expect(referred(write(some, ', ', ' '), write(sought, gap, inner))).toBe(false);
      }),
    );
  });

  test('is never found by the beginning or the end of a number', () => {
    fc.assert(
      fc.property(label, fc.integer({ min: 10, max: 99_999 }), fc.nat(), (name, own, cut) => {
        const digits = String(own);
        const at = 1 + (cut % (digits.length - 1));
        for (const part of [digits.slice(0, at), digits.slice(at), `0${digits}`]) {
          expect(referred(`${name} ${own}`, `${name} ${part}`)).toBe(false);
        }
      }),
    );
  });

  test('is found alike by an index and by looking at each document', () => {
    const piece = fc.constantFrom(
      'Box',
      'RG',
      'd',
      'vol.',
      'V',
      'A',
      '1',
      '11',
      '12',
      '1A',
      '/',
      ',',
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 7 }).map((it) => it.join(' '));
    const glued = fc.array(piece, { minLength: 1, maxLength: 7 }).map((it) => it.join(''));
    const reference = fc.oneof(text, glued);
    fc.assert(
      fc.property(
        fc.array(fc.array(reference, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
        reference,
        (sources, sought) => {
          fc.pre(readReference(sought).length > 0);
          const documents = sources.map((source, i) =>
            aDocument({ id: `d${i}`, source, collection: 'RG 1' }),
          );
          const isReferred = referringTo(indexOf(...documents), readReference(sought));
          expect(documents.map((_, ordinal) => isReferred(ordinal))).toEqual(
            documents.map((document) => refersTo(document, sought)),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['RG 59, Box 1, Folder 29', 'Record Group 59 folder 29', true],
    ['RG 59, Box 1, Folder 29', 'folder 29 box 1', false],
    ['RG 59, Box 2, Item 1', 'Box 1', false],
    ['Box 1A', 'Box 1', false],
    ['Box 1A', 'box 1-a', true],
    ['Box 1', 'Box 1A', false],
    ['Box 01', 'Box 1', false],
    ['Volume VI', 'vol. V', false],
    ['Volume V', 'vol. V', true],
    ['F. 89, op. 28, d. 2', 'f. 89 opis 28 delo 2', true],
    ['№ 12', 'no. 12', true],
    ['Опись 28', 'опись 28', true],
    ['档号105-00128', '档号 105-00128', true],
    ['Lot 64D199', 'Lot 64 D 199', true],
    ['611.61/1–2062', '1-2062', true],
    ['611.61/1–2062', '61/1-2062', true],
    ['611.61/1–2062', '11.61/1-2062', false],
  ])('%s: %s', (source, sought, expected) => {
    expect(referred(source, sought)).toBe(expected);
  });

  test('of nothing but signs is read as words', () => {
    expect(readTyped('ref:—').required).toEqual([]);
    expect(readTyped('ref:—').words).toBe('ref:—');
    expect(readReference('')).toEqual([]);
    expect(referred('Box 1', '…')).toBe(false);
  });

  test('takes its publication and collection, and no other document’s', () => {
    const journal = aDocument({
      collection: 'Press',
      publication: { kind: 'article-journal', container: 'Pravda', issue: '12', pages: '3–4' },
    });
    const index = indexOf(journal, aDocument({ id: 'other', source: ['Box 12'] }));
    const found = (sought: string) => [0, 1].filter(referringTo(index, readReference(sought)));
    expect(found('Pravda no. 12')).toEqual([0]);
    expect(found('Press, Pravda, p. 3')).toEqual([0]);
    expect(found('no 12 box 12')).toEqual([]);
    expect(found('box 12')).toEqual([1]);
  });

  test('however long, is read in little time', () => {
    const typed = '1a 2b '.repeat(40);
    expect(
      readReference(typed)
        .flat()
        .filter((fitting) => fitting.length > 1),
    ).toHaveLength(6);
    expect(referred('Box 1', typed)).toBe(false);
  });
});
