import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../../../src/data/dates/parse.ts';
import { documentId, twinId } from '../../../src/data/import/document-id.ts';

const idOf = (date: string, title: string, collection = 'A collection') =>
  documentId(collection, parseDate(date).date, title);

describe('the id of an imported document', () => {
  test.each([
    [
      'November 2, 1962',
      'Telegram from Vyshinsky',
      /^1962-11-02-telegram-from-vyshinsky-[\da-f]{6}$/,
    ],
    ['January 1952', 'Notes', /^1952-01-notes-/],
    ['circa 1962', 'Notes', /^1962-notes-/],
    ['', 'Notes', /^undated-notes-/],
    ['February 30, 1962', 'Notes', /^undated-notes-/],
    ['1962', 'Wałęsa, Séoul & Съезд', /^1962-walesa-seoul-and-syezd-/],
    ['1962', '毛泽东', /^1962-[\da-f]{6}$/],
  ])('says the date and the title: %s, %s', (date, title, id) => {
    expect(idOf(date, title)).toMatch(id);
  });

  test('differs where collection, date or title differ', () => {
    const ids = [
      idOf('1962', 'Notes'),
      idOf('1962', 'Notes', 'Another'),
      idOf('1962.', 'Notes'),
      idOf('1962', 'Notes.'),
    ];
    expect(new Set(ids).size).toBe(4);
  });

  test('is a slug of at most 80 characters, that of a twin too', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
        (date, title) => {
          const id = idOf(date, title);
          expect(id).toMatch(/^[a-z0-9-]{1,73}$/);
          expect(twinId(id, 'other')).toMatch(/^[a-z0-9-]{1,80}$/);
        },
      ),
    );
    expect(idOf('1962-10-16/1962-10-28', 'word '.repeat(40)).length).toBeLessThanOrEqual(73);
  });
});
