import type { Document } from '../../src/data/corpus/document.ts';
import { aDate, aDay, aDocument, aPeriod } from '../support/documents.ts';

const document = (id: string, title: string, overrides: Partial<Document>) =>
  aDocument({ id, title, collection: 'Sino-Soviet Relations', ...overrides });

/** A small archive with one of each kind of date. */
export const archive: readonly Document[] = [
  document('mikoyan', 'Notes by Anastas Mikoyan ahead of Meetings with Mao Zedong', {
    date: aDay('1949-01-31'),
    description: 'On nationalization and the Western powers.',
    url: 'https://example.org/mikoyan',
  }),
  document('alekseev', 'Ciphered Telegram from Ambassador Alekseev', {
    date: aDay('1962-11-02'),
    description: 'How Castro wrote his letter to Khrushchev.',
  }),
  document('antonov', 'From the Journal of Ambassador Antonov', {
    date: aDay('1959-10-14'),
    description: 'A conversation with Mao Zedong about the border with India.',
    people: ['S. F. Antonov', 'Mao Zedong'],
  }),
  document('october', 'Letter on the blockade', { date: aPeriod('1962-10'), collection: 'Cuba' }),
  document('leap', 'Protocol of the leap day', { date: aDay('1960-02-29') }),
  document('inferred', 'Memorandum supplied with a date', {
    date: { ...aDay('1950-10-14'), text: '[October 14, 1950]', inferred: true },
  }),
  document('undated', 'Note without any date', { date: aDate() }),
  ...Array.from({ length: 12 }, (_, index) =>
    document(`dispatch-${index + 1}`, `Dispatch number ${index + 1} from Peking`, {
      date: aDay(`1954-04-${String(index + 1).padStart(2, '0')}`),
      description: 'A dispatch about the conference.',
      collection: 'Dispatches',
    }),
  ),
];
