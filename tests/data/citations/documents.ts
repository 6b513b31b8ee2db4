import type { Document } from '../../../src/data/corpus/document.ts';
import { parseDate } from '../../../src/data/dates/parse.ts';
import { aDocument } from '../../support/documents.ts';

const cited = (id: string, date: string, more: Partial<Document>): Document =>
  aDocument({ id, date: parseDate(date).date, collection: 'Sino-Soviet Relations', ...more });

/** One of each kind that archives hold; dates are read as the import reads them. */
export const documents: readonly Document[] = [
  cited('full', 'January 31, 1949', {
    title: 'Notes by Anastas Mikoyan ahead of Meetings with Mao Zedong',
    creators: ['Mikoyan, Anastas I.'],
    type: ['Telegram'],
    source: ['APRF, f. 39, op. 1, d. 39'],
    url: 'https://example.org/mikoyan_1949',
  }),
  cited('month', 'October 1962', { title: 'Letter on the Blockade', creators: ['Castro, Fidel'] }),
  cited('year', '1962', { title: 'Report on Trade', creators: ['Zorin, V. A.'] }),
  cited('undated', 'undated', { title: 'Note without Any Date', creators: ['Zorin, V. A.'] }),
  cited('undated-linked', '', { title: 'Note on the Border', url: 'https://example.org/note' }),
  cited('circa', 'circa October 1962', { title: 'Draft of a Letter', creators: ['Castro, Fidel'] }),
  cited('circa-year', 'c. 1962', { title: 'Draft of a Speech' }),
  cited('inferred', '[October 14, 1950]', { title: 'Memorandum on Korea' }),
  cited('uncertain', '1962?', { title: 'Map of the Border' }),
  cited('decade', '1960s', { title: 'File on the Embassy' }),
  cited('years', '1949-1951', { title: 'Correspondence on Loans' }),
  cited('season', 'Spring 1962', { title: 'Overview of the Harvest' }),
  cited('days', 'October 16-28, 1962', { title: 'Log of the Crisis' }),
  cited('unread', 'Tuesday', { title: 'Slip of Paper' }),
  cited('nobody', 'May 16, 1989', { title: 'Meeting between Mikhail Gorbachev and Deng Xiaoping' }),
  cited('body', 'March 3, 1950', {
    title: 'Resolution on Aid',
    creators: ['Central Committee of the Communist Party'],
  }),
  cited('body-comma', 'March 3, 1950', {
    title: 'Circular on Visas',
    creators: ['Ministry of Foreign Affairs, Moscow'],
  }),
  cited('two', 'March 3, 1950', {
    title: 'Joint Communiqué',
    creators: ['Gromyko, Andrei', 'Zhou Enlai'],
    source: ['AVPRF, f. 0100', 'op. 43, d. 10'],
  }),
  cited('editor', '1974', { title: 'Papers', creators: ['Ivanov, Pyotr (editor)'] }),
  cited('long', 'April 5, 1955', {
    title: `Record of ${'the very long conversation '.repeat(8)}in Moscow`,
  }),
  cited('cyrillic', '5 апреля 1955', {
    title: 'Телеграмма посла о беседе',
    creators: ['Юдин, Павел'],
    collection: 'Архив внешней политики',
    source: ['ф. 0100, оп. 48, д. 127'],
  }),
  cited('french', '5 avril 1955', { title: 'Note sur la situation de la France en Asie' }),
  cited('quoted', 'April 5, 1955', { title: 'The “Great Leap” and after' }),
  cited('marked', 'April 5, 1955', { title: 'Reply <draft> to *all* & sundry' }),
];
