import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardButtons, documentCard } from '../../src/cards/document-card.ts';
import { anyDocument, anyText } from '../support/arbitrary-document.ts';
import { aDay, aDocument } from '../support/documents.ts';
import { expectWithinLimits } from '../support/embed-limits.ts';

const telegram = aDocument({
  id: '1962-11-02-telegram',
  title: 'Ciphered Telegram from Alekseev',
  date: { ...aDay('1962-11-02'), text: 'November 2, 1962' },
  description: 'On a letter.',
  collection: 'Cuba',
  url: 'https://example.org/1',
  people: ['Alekseev', 'Castro'],
  source: ['AVPRF, f. 104'],
});

const fieldsOf = (document: typeof telegram) =>
  Object.fromEntries((documentCard(document).fields ?? []).map(({ name, value }) => [name, value]));

describe('document card', () => {
  test('shows what the record holds and leaves out what it lacks', () => {
    const card = documentCard(telegram);
    expect(card).toMatchObject({
      title: 'Ciphered Telegram from Alekseev',
      url: 'https://example.org/1',
      description: 'On a letter.',
      footer: { text: '1962-11-02-telegram' },
    });
    expect(fieldsOf(telegram)).toEqual({
      Date: 'November 2, 1962',
      Collection: 'Cuba',
      People: 'Alekseev; Castro',
      Source: 'AVPRF, f. 104',
    });
  });

  test('says no number twice: not the one that the id is made of', () => {
    const recordOf = (id: string, ...identifier: string[]) =>
      documentCard(aDocument({ id, identifier })).fields?.find(({ name }) => name === 'Record')
        ?.value;
    expect(recordOf('frus1894-d12', 'frus1894/d12')).toBeUndefined();
    expect(recordOf('frus1894-d12-3fa91c', 'FRUS1894 d12', 'RG 59')).toBe('RG 59');
    expect(recordOf('1949-notes-3fa91c', '110001')).toBe('110001');
  });

  test('says in words that a date is no certain day', () => {
    const month = {
      ...telegram,
      date: {
        ...aDay('1962-10-01'),
        text: 'October 1962',
        end: '1962-10-31',
        precision: 'month' as const,
        edtf: '1962-10',
      },
    };
    expect(fieldsOf(month).Date).toMatch(/^October 1962 .*month/);
  });

  test('keeps within every limit of Discord, whatever the document', () => {
    fc.assert(
      fc.property(anyDocument, fc.option(anyText, { nil: undefined }), (document, heading) => {
        expectWithinLimits([documentCard(document, { heading })]);
      }),
    );
  });

  test('leaves out a heading, a description and a value that nobody could see', () => {
    const blank = { ...telegram, description: '\0', collection: '\0 \0' };
    expect(documentCard(blank, { heading: '\0' })).not.toHaveProperty('author');
    expect(documentCard(blank)).not.toHaveProperty('description');
    expect(fieldsOf(blank)).not.toHaveProperty('Collection');
    expect(documentCard({ ...blank, title: '\0' }).title).toBe('[Untitled]');
  });

  test('offers Share only where the card is private, and Source only where there is a link', () => {
    const labels = (isPrivate: boolean, url: string | null) =>
      cardButtons({ ...telegram, url }, isPrivate)
        .flatMap(({ components }) => components)
        .map((button) => ('label' in button ? button.label : ''));
    expect(labels(true, telegram.url)).toEqual([
      'Share',
      'Share with a note',
      'Cite',
      'Save',
      'Related',
      'Source',
    ]);
    expect(labels(false, telegram.url)).toEqual([
      'Discuss',
      'Cite',
      'Save',
      'Related',
      'Source',
      'Remove',
    ]);
    expect(labels(false, null)).toEqual(['Discuss', 'Cite', 'Save', 'Related', 'Remove']);
  });

  test('keeps custom ids within 100 characters for the longest id', () => {
    const rows = cardButtons({ ...telegram, id: 'x'.repeat(80) }, true);
    for (const button of rows.flatMap(({ components }) => components)) {
      if ('custom_id' in button) expect(button.custom_id.length).toBeLessThanOrEqual(100);
    }
  });
});
