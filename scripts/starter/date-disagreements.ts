import { parseDate } from '../../src/data/dates/parse.ts';
import type { FrusRecord } from './frus-record.ts';

const COLUMNS = ['id', 'printed', 'encoded', 'read here as', 'remark'];

/** A table of the dates that are printed otherwise than the edition encodes them. */
export const disagreementTable = (records: readonly FrusRecord[]): string =>
  [COLUMNS, ...records.flatMap(disagreement)].map((row) => `${row.join('\t')}\n`).join('');

function disagreement(record: FrusRecord): string[][] {
  const printed = record.date_text ?? '';
  const encoded = record.date ?? '';
  const { date, problem } = parseDate(printed);
  const alike = record.date ? parseDate(encoded.slice(0, 10)).date : parseDate('').date;
  if (!problem && date.start === alike.start && date.end === alike.end) return [];
  const within =
    date.start && alike.start && date.end && date.start <= alike.start && alike.start <= date.end;
  const remark = problem ?? (within ? 'the encoded date is narrower' : 'the dates differ');
  return [[record.id, printed, encoded, date.edtf ?? '', remark]];
}
