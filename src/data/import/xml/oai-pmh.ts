import { compareDays } from '../../date/compare.ts';
import { parseDate } from '../../date/parse.ts';
import type { Format, Found } from '../format.ts';
import type { SourceRecord } from '../source-record.ts';
import { type Element, elementsOf } from './elements.ts';
import { first, textOf, textsOf } from './inside.ts';

/**
 * Saved responses of an OAI-PMH server with Dublin Core records.
 * @see https://www.openarchives.org/OAI/openarchivesprotocol.html
 */
export const oaiPmh: Format = {
  name: 'oai-pmh',
  recognises: ({ text }) => /<(?:\w+:)?OAI-PMH[\s>]/.test(text ?? ''),
  async *read(source): AsyncGenerator<Found> {
    const wanted = elementsOf(
      source.text(),
      (name) => name === 'record' || name === 'resumptionToken',
    );
    let count = 0;
    for await (const element of wanted) {
      if (element.name === 'resumptionToken') yield* restOf(element, count);
      else if (first(element, 'header')?.attributes.status === 'deleted') {
        count += 1;
        yield { kind: 'deleted', line: element.line };
      } else {
        count += 1;
        yield* readRecord(element);
      }
    }
  },
};

/** What the token says of the pages that are not in this file. */
function* restOf(token: Element, count: number): Generator<Found> {
  const { completeListSize, cursor } = token.attributes;
  const listed = Number(completeListSize);
  const from = Number(cursor ?? 0) + 1;
  if (Number.isInteger(listed) && listed > 0 && count > 0) {
    yield {
      kind: 'page',
      heading: null,
      stretch: { from, to: Math.min(from + count - 1, listed), listed },
    };
  }
  if (textOf(token)) {
    yield {
      kind: 'note',
      text: `the server had more pages after this one${listed ? `, ${listed} records in all` : ''}; resumption token ${textOf(token)}`,
    };
  }
}

function* readRecord(record: Element): Generator<Found> {
  const { line } = record;
  const metadata = first(record, 'metadata');
  if (!metadata) {
    const raw = textOf(record);
    yield { kind: 'refused', line, reason: 'has no metadata', raw };
    return;
  }
  const texts = (name: string) => textsOf(metadata, name);
  const [title = '', ...titles] = texts('title');
  const identifiers = texts('identifier');
  const url = identifiers.find((one) => /^https?:\/\//.test(one));
  const { doubt, ...dates } = readDates(texts('date'));
  const made: SourceRecord = {
    line,
    title,
    ...dates,
    description: [...texts('description'), ...titles].join('\n\n'),
    ...(url ? { url } : {}),
    creators: texts('creator'),
    people: texts('contributor'),
    places: texts('coverage'),
    subjects: texts('subject'),
    languages: texts('language'),
    type: texts('type'),
    source: [...texts('publisher'), ...texts('source')],
    identifier: [textOf(first(record, 'identifier')), ...identifiers.filter((one) => one !== url)],
    rights: texts('rights'),
  };
  if (doubt) yield { kind: 'doubt', line, reason: doubt };
  yield { kind: 'record', record: made };
}

/**
 * Several dates are often one, encoded and printed: then the printed one is the date. Where they are
 * not, the first is taken.
 */
function readDates(dates: readonly string[]): { date: string; edtf?: string; doubt?: string } {
  const [one = '', other, ...more] = dates;
  if (other === undefined) return { date: one };
  const isEncoded = /^[\d-]+$/.test(one) && !/^[\d-]+$/.test(other);
  const relation = isEncoded && more.length === 0 ? relate(one, other) : 'apart';
  if (relation === 'same') return { date: other, edtf: one };
  if (relation === 'within') return { date: other };
  return { date: one, doubt: `has several dates, ${dates.join('; ')}; the first is taken` };
}

/** Whether a date is another's, or lies within it. */
function relate(one: string, other: string): 'same' | 'within' | 'apart' {
  const [a, b] = [parseDate(one).date, parseDate(other).date];
  if (!a.start || !b.start || !a.end || !b.end) return 'apart';
  const starts = compareDays(a.start, b.start);
  const ends = compareDays(a.end, b.end);
  if (starts === 0 && ends === 0) return 'same';
  return starts >= 0 && ends <= 0 ? 'within' : 'apart';
}
