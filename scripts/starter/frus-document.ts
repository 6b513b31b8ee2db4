import { Document } from '../../src/data/corpus/document.ts';
import { parseDate } from '../../src/data/dates/parse.ts';
import { letterInTitle } from '../../src/data/import/letter-in-title.ts';
import { placeIn } from '../../src/data/import/xml/dateline.ts';
import { dated } from '../../src/data/import/xml/inferred-date.ts';
import { dateIn } from '../../src/data/import/xml/tei-document.ts';
import { UserError } from '../../src/errors.ts';
import { describe, officeOf } from './frus-description.ts';
import type { FrusRecord } from './frus-record.ts';
import { readSource } from './frus-source.ts';
import { cleanTitle } from './frus-title.ts';
import { headingsOf } from './frus-topic.ts';
import { frusVolumes } from './frus-volumes.ts';

/**
 * A document of the series as facts: nothing of its text is taken.
 * @throws UserError for a volume without a name here
 */
export function toDocument(record: FrusRecord): Document {
  const collection = frusVolumes[record.volume];
  if (!collection) throw new UserError(`${record.volume} has no name in frus-volumes.ts.`);
  const untitled = `[Untitled] Document ${record.number}, ${collection}`;
  const title = cleanTitle(record.title ?? '') || untitled;
  const letter = letterInTitle(title);
  const place = placeIn(officeOf(record) ?? '');
  const source = readSource(record.source);
  const printed = record.date_text || dateIn(record.dateline ? [record.dateline] : []);
  return Document.parse({
    id: record.id.replace('/', '-').toLowerCase(),
    title,
    date: parseDate(dated(printed, undefined, title).date).date,
    description: describe(record, title),
    collection,
    url: record.url,
    creators: letter?.from ?? null,
    ...(letter && { recipients: letter.to }),
    people: letter && [...letter.from, ...letter.to],
    places: place && [place],
    subjects: headingsOf(record),
    languages: null,
    type: source.isTelegram ? ['Telegram'] : null,
    source: source.reference && [source.reference],
    identifier: [record.id],
    rights: ['Public domain (US Government work)'],
  });
}
