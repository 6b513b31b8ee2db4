import { citedName, formatName } from '../citations/cited-name.ts';
import { Document } from '../corpus/document.ts';
import type { Convention } from '../dates/convention.ts';
import { contradict, isInOldStyle, readEncoded, withMarks } from '../dates/encoded.ts';
import type { HistoricalDate } from '../dates/historical-date.ts';
import { parseDate } from '../dates/parse.ts';
import { documentId, identifiedId } from './document-id.ts';
import type { SourceRecord } from './source-record.ts';

/** A record as a document, and what should be looked at. */
export type ConvertedRecord = { document: Document; doubts: readonly string[] };

/**
 * Makes a document of a record.
 * @param collection if the record itself names none
 * @param convention how the source's other dates are written
 */
export function toDocument(
  record: SourceRecord,
  collection: string,
  convention: Convention,
): ConvertedRecord {
  if (record.document) return { document: record.document, doubts: [] };
  const doubts: string[] = [];
  const home = record.collection?.trim() || collection;
  const date = readDate(record, convention, doubts);
  const url = readUrl(record.url, doubts);
  const title = record.title.trim() || titleOfLetter(record) || untitled(record, doubts);
  const identifier = clean(record.identifier);
  const recipients = clean(record.recipients);
  // Parsed, so that a document is written the same whether it was just read or was there already.
  const document = Document.parse({
    id: identifier?.[0] ? identifiedId(home, identifier[0]) : documentId(home, date, title),
    title,
    date,
    description: record.description,
    collection: home,
    url,
    creators: clean(record.creators),
    ...(recipients && { recipients }),
    people: clean([...(recipients ?? []), ...(record.people ?? [])]),
    places: clean(record.places),
    subjects: clean(record.subjects),
    languages: clean(record.languages),
    type: clean(record.type),
    source: clean(record.source),
    identifier,
    rights: clean(record.rights),
    ...(record.publication && { publication: record.publication }),
  });
  return { document, doubts };
}

/** A list without blanks and repeats; null if nothing remains. */
function clean(values: readonly string[] | undefined): string[] | null {
  const cleaned = [...new Set(values?.map((value) => value.trim()).filter(Boolean))];
  return cleaned.length > 0 ? cleaned : null;
}

/**
 * What the source encodes goes before the printed form, whose text and marks are kept. Where the two
 * have no day in common, the date is in doubt.
 */
function readDate(
  { date: printed, edtf }: SourceRecord,
  convention: Convention,
  doubts: string[],
): HistoricalDate {
  const encoded = edtf ? readEncoded(edtf) : null;
  if (encoded && [encoded.text, edtf, ''].includes(printed.trim())) return encoded;
  const read = parseDate(printed.trim() || (edtf ?? ''), convention);
  if (encoded && !isInOldStyle(encoded, read.date)) {
    const marks = (read.date.uncertain && decided(encoded, printed)) || read.date;
    const isContrary = contradict(encoded, read.date);
    if (isContrary) {
      doubts.push(`prints "${printed}" but encodes ${encoded.text}: the encoded date is taken`);
    }
    const uncertain = marks.uncertain || isContrary;
    return { ...withMarks(encoded, { ...marks, uncertain }), text: printed.trim() };
  }
  if (read.problem !== null) doubts.push(`date kept as text: "${printed}": ${read.problem}`);
  return read.date;
}

/** What is printed, where its figures leave open what the encoded date decides; null for all else. */
function decided(encoded: HistoricalDate, printed: string): HistoricalDate | null {
  for (const convention of WAYS) {
    const { date } = parseDate(printed, convention);
    if (date.start === encoded.start && date.end === encoded.end) return date;
  }
  return null;
}

const WAYS: readonly Convention[] = (['day', 'month'] as const).flatMap((first) =>
  (['month', 'year'] as const).map((tail) => ({ first, tail, years: null })),
);

function readUrl(url: string | undefined, doubts: string[]): string | null {
  if (!url?.trim()) return null;
  const read = Document.shape.url.safeParse(url.trim());
  if (read.success) return read.data;
  doubts.push(`"${url}" isn’t an http or https address and was left out`);
  return null;
}

/** What is sent is named by who wrote it to whom, `Ames to Bell`; undefined if either is unknown. */
function titleOfLetter({ creators, recipients }: SourceRecord): string | undefined {
  const [from, to] = [clean(creators), clean(recipients)];
  return from && to ? `${namesOf(from)} to ${namesOf(to)}` : undefined;
}

const namesOf = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(names.map((name) => formatName(citedName(name))));

/** The archive's convention for what has no title, with what identifies the record. */
function untitled({ identifier, url, date, place, line }: SourceRecord, doubts: string[]): string {
  const mark = identifier?.[0] ?? url ?? (date || (place ?? (line === null ? '' : `line ${line}`)));
  doubts.push('has no title');
  return `[Untitled] ${mark}`.trim();
}
