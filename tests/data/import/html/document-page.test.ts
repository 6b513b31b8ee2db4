import { describe, expect, test } from 'vitest';
import { documentPage } from '../../../../src/data/import/html/document-page.ts';
import { sourceOf } from '../../../../src/data/import/source-file.ts';
import { foundIn } from '../../../support/found.ts';

const PAGE = `Skip to content

May 1, 1950

A Note
on Berlin

This document was made possible with support from X

Comrade Y,

the matter stands
as before.

Y reports on Berlin.

Author(s)

Mikoyan, A.
Zhou Enlai

Source

State Archive, F. 3,
d. 7. Obtained by Z.

Rights

Free.
Type

Letter

Language: Russian

Record ID

110

Contact us
`;

const read = (text: string) => foundIn(text, {}, documentPage);
const recognises = async (text: string) =>
  documentPage.recognises((await sourceOf('x', text)).sample);

describe('a document page saved as text', () => {
  test('gives every field', async () => {
    const { records, others } = await read(PAGE);
    expect(records).toEqual([
      {
        line: 3,
        title: 'A Note on Berlin',
        date: 'May 1, 1950',
        description: 'Y reports on Berlin.',
        creators: ['Mikoyan, A.', 'Zhou Enlai'],
        source: ['State Archive, F. 3, d. 7. Obtained by Z.'],
        rights: ['Free.', 'This document was made possible with support from X'],
        type: ['Letter'],
        languages: ['Russian'],
        identifier: ['110'],
        pages: [
          {
            label: null,
            text: 'Comrade Y,\n\nthe matter stands as before.',
            kind: 'transcript',
            url: null,
          },
        ],
      },
    ]);
    expect(others).toEqual([]);
  });

  test('says who translated it, if it was', async () => {
    const { records } = await read(PAGE.replace('Obtained by Z', 'Translated by Z'));
    expect(records[0]?.pages).toMatchObject([{ kind: 'translation' }]);
  });

  test('may have no date, no credit and no text', async () => {
    const { records } = await read('A Note\n\nSource\n\nF. 3\n\nRecord ID\n\n7\n');
    expect(records).toEqual([
      { line: 1, title: 'A Note', date: '', description: '', source: ['F. 3'], identifier: ['7'] },
    ]);
  });

  test('may be followed by others in the same file', async () => {
    const { records } = await read(PAGE + PAGE.replace('A Note', 'Another').replace('110', '111'));
    expect(records.map(({ title, identifier }) => [title, identifier])).toEqual([
      ['A Note on Berlin', ['110']],
      ['Another on Berlin', ['111']],
    ]);
  });

  test('without a title is refused whole', async () => {
    const { others } = await read('Source\n\nF. 3\n\nRecord ID\n\n7\n');
    expect(others).toMatchObject([
      { kind: 'refused', line: 1, raw: 'Source\n\nF. 3\n\nRecord ID\n\n7' },
    ]);
  });

  test('is told from listings, tables and prose', async () => {
    expect(await recognises(PAGE)).toBe(true);
    expect(await recognises('1 - 2 of 2\n\nMay 1, 1950\n\nSource\n\nOn sources.\n')).toBe(false);
    expect(await recognises('Record ID,Source,Type\n1,2,3\n')).toBe(false);
    expect(await recognises('Record ID: 7\n\nThe source: a well.\n')).toBe(false);
  });
});
