import { parseDate } from '../../src/data/date/parse.ts';
import { Document } from '../../src/data/document.ts';
import { UserError } from '../../src/errors.ts';
import { placeOf, writtenAt } from './frus-dateline.ts';
import type { FrusRecord } from './frus-record.ts';
import { readSource } from './frus-source.ts';
import { cleanTitle, correspondents, withoutPageMarks } from './frus-title.ts';
import { frusVolumes } from './frus-volumes.ts';

/** A heading that is longer is cut at its first dash, or else between words. */
const LONGEST_HEADING = 200;

/**
 * A document of the series as facts: nothing of its text is taken.
 * @throws UserError for a volume without a name here
 */
export function toDocument(record: FrusRecord): Document {
  const collection = frusVolumes[record.volume];
  if (!collection) throw new UserError(`${record.volume} has no name in frus-volumes.ts.`);
  const untitled = `[Untitled] Document ${record.number}, ${collection}`;
  const title = cleanTitle(record.title ?? '') || untitled;
  const letter = correspondents(title);
  const place = placeOf(record);
  const source = readSource(record.source);
  return Document.parse({
    id: record.id.replace('/', '-').toLowerCase(),
    title,
    date: parseDate(record.date_text ?? '').date,
    description: describe(record, collection),
    collection,
    url: record.url,
    creators: letter && [letter.from],
    people: letter && [letter.from, letter.to],
    places: place && [place],
    subjects: headings(record),
    languages: null,
    type: source.isTelegram ? ['Telegram'] : null,
    source: source.reference && [source.reference],
    identifier: [record.id],
    rights: ['Public domain (US Government work)'],
  });
}

/** The facts that have no field of their own, in sentences. */
function describe(record: FrusRecord, collection: string): string {
  const { reference, isTelegram, copies } = readSource(record.source);
  const place = writtenAt(record);
  const kind = [...(isTelegram ? ['telegram'] : []), ...copies].join(', ');
  return [
    `Document ${record.number} of ${collection}, under ${headings(record).join(', ')}.`,
    place && `Written at ${place.replace(/\.$/, '')}.`,
    kind && `Printed as: ${kind}.`,
    reference && `Reference: ${reference}.`,
  ]
    .filter(Boolean)
    .join(' ')
    .replaceAll('….', '…');
}

const headings = ({ collection }: FrusRecord): string[] =>
  collection
    .split(' > ')
    .map((heading) => clip(withoutPageMarks(heading).replace(/[.:]$/, '')))
    .filter(Boolean);

function clip(heading: string): string {
  if (heading.length <= LONGEST_HEADING) return heading;
  const dash = heading.slice(0, LONGEST_HEADING).indexOf('—');
  const end = dash > 0 ? dash : heading.lastIndexOf(' ', LONGEST_HEADING - 1);
  return `${heading.slice(0, end)}…`;
}
