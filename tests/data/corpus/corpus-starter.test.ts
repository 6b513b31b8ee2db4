import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { countCollections } from '../../../src/data/corpus/collections.ts';
import { type Corpus, loadCorpus } from '../../../src/data/corpus/corpus.ts';
import type { Document } from '../../../src/data/corpus/document.ts';
import { starterCorpus } from '../../../src/data/starter.ts';

let corpus: Corpus;
beforeAll(async () => {
  corpus = await loadCorpus(starterCorpus());
});

describe('the starter corpus', () => {
  test('is 6,504 documents of 18 collections', () => {
    expect(corpus.documents).toHaveLength(6504);
    const collections = countCollections(corpus.documents);
    expect(collections).toHaveLength(18);
    for (const { name } of collections) expect(name.length).toBeLessThanOrEqual(100);
  });

  test('has the listing page with its dates and titles', () => {
    const page = corpus.documents.filter(
      ({ collection }) => collection === 'Sino-Soviet Relations',
    );
    expect(page.map(({ date, title }) => [date.text, date.start, date.end, title])).toEqual([
      [
        'May 16, 1989',
        '1989-05-16',
        '1989-05-16',
        'Meeting between Mikhail Gorbachev and Deng Xiaoping (Excerpts)',
      ],
      [
        'January 31, 1949',
        '1949-01-31',
        '1949-01-31',
        'Notes by Anastas Mikoyan ahead of Meetings with Mao Zedong',
      ],
      [
        'December 7, 1988',
        '1988-12-07',
        '1988-12-07',
        'Address by Mikhail Gorbachev at the UN General Assembly Session (Excerpts)',
      ],
      [
        'November 2, 1962',
        '1962-11-02',
        '1962-11-02',
        'Ciphered Telegram from Ambassador to Cuba Alekseev to the Central Committee for the Communist Party of the Soviet Union',
      ],
      [
        'April 15, 1954',
        '1954-04-15',
        '1954-04-15',
        'The Question of a Conference of the Five Great Powers with the Participation of the PRC',
      ],
      ['October 1, 1950', '1950-10-01', '1950-10-01', 'Telegram from Vyshinsky'],
      [
        'October 14, 1959',
        '1959-10-14',
        '1959-10-14',
        'From the Journal of Ambassador S.F. Antonov, Summary of a Conversation with the Chairman of the CC CPC Mao Zedong',
      ],
      [
        'August 9, 1966',
        '1966-08-09',
        '1966-08-09',
        'On the Korean War, 1950-1952, and the Armistice Negotiations',
      ],
      [
        'December 15, 1947',
        '1947-12-15',
        '1947-12-15',
        'Explanation of the Dissolution of the Indochinese Communist Party in 1945',
      ],
      [
        'October 27, 1978',
        '1978-10-27',
        '1978-10-27',
        'Conspect of Conversations with V. I. Potapov, Chief of Romanian Sector of CPSU CC Section',
      ],
    ]);
    for (const { description } of page) expect(description).not.toBe('');
  });

  test('knows what the listing holds beyond its page', () => {
    expect(corpus.coverage).toEqual([
      {
        collection: 'Sino-Soviet Relations',
        listed: 71,
        held: 10,
        missing: [
          [1, 30],
          [41, 71],
        ],
      },
    ]);
  });

  test('takes only facts of the published volumes, each with its record and its link', () => {
    const frus = corpus.documents.filter(({ collection }) => collection.startsWith('FRUS '));
    expect(frus).toHaveLength(6494);
    for (const { url, identifier, description, collection } of frus) {
      expect(url).toBe(`https://history.state.gov/historicaldocuments/${identifier?.[0]}`);
      expect(description).not.toContain(collection);
      expect(description.length).toBeLessThanOrEqual(400);
    }
  });

  test('says of a document who wrote it to whom, from where and on what', () => {
    const told = corpus.documents.find(({ id }) => id === 'frus1930v01-d278');
    expect(told).toMatchObject({ creators: ['Gade'], recipients: ['Acting Secretary of State'] });
    expect(told?.description).toBe(
      'The Chargé in Uruguay (Gade) to the Acting Secretary of State, from Montevideo, on the Chaco dispute between Bolivia and Paraguay: acceptance by Bolivia and Paraguay of the Uruguayan formula for carrying out the terms of the Conciliation Agreement of September 12, 1929; received 4:08 p.m.',
    );
    const letters = corpus.documents.filter(({ recipients }) => recipients);
    expect(letters.length).toBeGreaterThan(5900);
  });

  test('has no two documents that title, day and description don’t tell apart', () => {
    const shown = ({ title, date, description }: Document) =>
      JSON.stringify([title, date.start, date.end, description]);
    expect(new Set(corpus.documents.map(shown)).size).toBe(corpus.documents.length);
  });

  test('takes the day of what bears none from its title, in brackets', () => {
    const minutes = corpus.documents.filter(({ title }) => /^Minutes of the Daily/.test(title));
    expect(minutes.length).toBeGreaterThan(100);
    const dated = minutes.filter(({ date }) => date.inferred && date.precision === 'day');
    // One names two days, one no year.
    expect(minutes.length - dated.length).toBe(2);
  });

  test('lists each date that could not be read', async () => {
    const table = await readFile(
      new URL('../../../src/data/starter/date-disagreements.tsv', import.meta.url),
      'utf8',
    );
    const listed = new Set(table.split('\n').map((row) => row.split('\t')[0]));
    const unread = corpus.documents.filter(
      ({ date }) => date.precision === 'unknown' && /\d/.test(date.text),
    );
    expect(unread.length).toBeGreaterThan(0);
    for (const { identifier } of unread) expect(listed).toContain(identifier?.[0]);
  });
});
