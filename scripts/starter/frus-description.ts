import { letterInTitle } from '../../src/data/import/letter-in-title.ts';
import { receivedIn, writtenAt } from '../../src/data/import/xml/dateline.ts';
import type { FrusRecord } from './frus-record.ts';
import { readSource } from './frus-source.ts';
import { topicOf } from './frus-topic.ts';

/** Office and place, as printed before the date; null if the dateline has none. */
export const officeOf = ({ dateline = '', date_text: date = '' }: FrusRecord): string | null =>
  writtenAt(dateline, date);

/** What is known of a document in one line: who to whom, from where, on what, and when it arrived. */
export function describe(record: FrusRecord, title: string): string {
  const letter = letterInTitle(title);
  const topic = topicOf(record);
  const line = [
    letter && title.replace(/[.,]+$/, ''),
    from(officeOf(record)),
    topic && `on ${topic}`,
    copyOf(record),
  ]
    .filter(Boolean)
    .join(', ');
  const received = receivedIn(record.dateline ?? '');
  const whole = [line, received && `received ${received}`].filter(Boolean).join('; ');
  return whole && `${whole.charAt(0).toUpperCase()}${whole.slice(1)}`.replace(/[.…]?$/, ending);
}

/** One stop at the end, be it that of an abbreviation. */
const ending = (last: string): string => last || '.';

const OFFICE =
  /^(?:Legation|Embassy|Department|Consulate|Foreign Office|Office|Ministry|Port of|War Department|Navy)\b/;

function from(office: string | null): string | null {
  if (!office) return null;
  if (/^On board\b/i.test(office)) return `from on${office.slice(2)}`;
  return `from ${OFFICE.test(office) ? 'the ' : ''}${office}`;
}

/** What the edition prints instead of the whole. */
function copyOf(record: FrusRecord): string | null {
  const { copies } = readSource(record.source);
  return copies.length > 0 ? `printed as ${copies.map(withArticle).join(' and ')}` : null;
}

const withArticle = (kind: string): string => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
