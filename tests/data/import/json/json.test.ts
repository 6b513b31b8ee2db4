import { describe, expect, test } from 'vitest';
import { aDocument } from '../../../support/documents.ts';
import { foundIn } from '../../../support/found.ts';

describe('JSON', () => {
  test('Lines of our own documents come back as they are', async () => {
    const documents = [aDocument({ id: 'one' }), aDocument({ id: 'two', people: ['Mao'] })];
    const { format, records } = await foundIn(
      documents.map((document) => JSON.stringify(document)).join('\n'),
    );
    expect(format).toBe('jsonl');
    expect(records.map(({ document }) => document)).toEqual(documents);
  });

  test('of any objects is matched by its keys, inner ones too', async () => {
    const { format, records, others } = await foundIn(
      JSON.stringify({ items: [{ meta: { name: 'Notes' }, date: '1962', tags: ['a', 'b'] }] }),
      { title: 'meta.name' },
    );
    expect(format).toBe('json');
    expect(records).toMatchObject([{ title: 'Notes', date: '1962', subjects: ['a', 'b'] }]);
    expect(others[0]).toMatchObject({ kind: 'note', text: expect.stringContaining('meta.name') });
  });

  test('has a broken line refused with its text, and the rest read', async () => {
    const { records, others } = await foundIn(
      '{"title":"One","date":"1962"}\n{"title":\n{"title":"Two","date":"1963"}\n',
    );
    expect(records.map(({ title, line }) => [title, line])).toEqual([
      ['One', 1],
      ['Two', 3],
    ]);
    expect(others.at(-1)).toMatchObject({ kind: 'refused', line: 2, raw: '{"title":' });
  });

  test('of Omeka S is read by its terms', async () => {
    const { format, records } = await foundIn(
      JSON.stringify([
        {
          '@id': 'https://example.org/api/items/1',
          'o:id': 1,
          'o:title': 'Notes',
          'dcterms:title': [{ '@value': 'Notes' }],
          'dcterms:date': [{ '@value': '21 March 1957' }],
          'dcterms:creator': [{ '@id': 'https://example.org/2', display_title: 'Mikoyan' }],
          'dcterms:identifier': [{ '@id': 'https://example.org/n', 'o:label': '' }],
        },
      ]),
    );
    expect(format).toBe('omeka-s');
    expect(records).toMatchObject([
      {
        title: 'Notes',
        date: '21 March 1957',
        url: 'https://example.org/n',
        creators: ['Mikoyan'],
        identifier: ['item 1'],
      },
    ]);
  });
});
