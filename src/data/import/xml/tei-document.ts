import { parseDate } from '../../dates/parse.ts';
import type { Found } from '../format.ts';
import { letterInTitle } from '../letter-in-title.ts';
import { openingOf } from '../opening.ts';
import type { SourcePage } from '../texts/spooled-text.ts';
import { placeIn, writtenAt } from './dateline.ts';
import type { Element, Tag } from './elements.ts';
import { encodedDate, spanOfDocument } from './encoded-date.ts';
import { dated } from './inferred-date.ts';
import { children, paragraphsOf, textOf, textsOf, within } from './inside.ts';
import { referenceIn } from './source-note.ts';

/** The volume around a document. */
export type Volume = {
  /** Its own id, `frus1894Nicaragua`; undefined if it has none. */
  id: string | undefined;
  title: string;
  /** The names in its list of persons, by their ids. */
  persons: ReadonlyMap<string, string>;
};

/** What stands in a document without being of it: notes, and papers with dates of their own. */
const APART = ['note', 'attachment', 'quote', 'floatingText', 'figure'];

/** Whether an element is a document of a volume. */
export const isDocument = ({ name, attributes: { type, subtype } }: Tag): boolean =>
  name === 'div' &&
  (type === 'document' || subtype === 'historical-document' || subtype === 'editorial-note');

/**
 * Reads a document of a volume.
 * @param headings of the parts of the volume around it, the outermost first
 * @param pages its text
 * @see https://github.com/HistoryAtState/frus
 */
export function* readDocument(
  div: Element,
  volume: Volume,
  headings: readonly string[],
  pages: readonly SourcePage[],
): Generator<Found> {
  const { line, attributes } = div;
  const head = children(div, 'head')[0];
  const datelines = [...within(div, 'dateline', APART)];
  const [date, ...others] = datesOf(div, datelines);
  const when = date && encodedDate(date.attributes);
  const edtf = spanOfDocument(attributes, when) ?? when;
  const id = attributes['xml:id'] ?? attributes.n;
  const body = children(div, 'p', 'list', 'table').flatMap((one) => paragraphsOf(one, ['note']));
  const title = withoutNumber(textOf(head, APART), attributes.n);
  const letter = letterInTitle(title);
  const namesOf = (side: 'from' | 'to') => {
    const names = named(correspondents(head, side), volume.persons);
    return names.length > 0 ? names : (letter?.[side] ?? []);
  };
  const printed = date ? textOf(date, APART) : dateIn(textsOf(datelines, APART));
  const notes = textsOf(sourceNotes(children(div, 'note')));
  const inHead = head ? textsOf(sourceNotes([...within(head, 'note')])) : [];
  yield {
    kind: 'record',
    record: {
      line,
      title,
      ...dated(printed, edtf, title),
      description: openingOf(body),
      ...(volume.title ? { collection: volume.title } : {}),
      creators: namesOf('from'),
      recipients: namesOf('to'),
      people: named([...within(div, 'persName', ['note'])], volume.persons),
      places: placesIn(datelines, date ? printed : ''),
      subjects: headings,
      type: [...kindsOf(attributes.subtype), ...notes.filter(isKind).map(withoutBrackets)],
      source: [
        ...notes.filter((note) => !isKind(note)).map((note) => note.replace(/^Source: /, '')),
        ...inHead.map(referenceIn),
      ],
      ...(id ? { identifier: [volume.id ? `${volume.id}/${id}` : id] } : {}),
      ...(pages.length > 0 ? { pages } : {}),
    },
  };
  const contrary = others.filter((other) => encodedDate(other.attributes) !== when);
  if (contrary.length > 0) {
    const printed = contrary.map((other) => `"${textOf(other)}"`).join(', ');
    yield { kind: 'doubt', line, reason: `has another date, ${printed}; the first is taken` };
  }
}

/** The dates that the document itself bears, at its head or its foot. */
function datesOf(div: Element, datelines: readonly Element[]): readonly Element[] {
  const around = ['opener', 'closer'].flatMap((name) => [...within(div, name, APART)]);
  const dates = [...datelines, ...around].flatMap((one) => [...within(one, 'date', APART)]);
  return [...new Set(dates)];
}

/** The date in a dateline that encodes none: itself, where it can be read, or that it is undated. */
export function dateIn(datelines: readonly string[]): string {
  const read = datelines.find((text) => parseDate(text).date.precision !== 'unknown');
  return read ?? /\[?\bundated\b\]?/i.exec(datelines.join(' '))?.[0] ?? '';
}

/** Where it was written, without the office: as encoded, or what stands before the date. */
function placesIn(datelines: readonly Element[], date: string): readonly string[] {
  const encoded = textsOf(datelines.flatMap((one) => [...within(one, 'placeName', APART)]));
  if (encoded.length > 0) return encoded.map((place) => placeIn(place) ?? place);
  return datelines.flatMap((one) => placeIn(writtenAt(textOf(one, APART), date) ?? '') ?? []);
}

/** Persons or offices that a head names as its sender or its addressee. */
const correspondents = (head: Element | undefined, type: 'from' | 'to'): readonly Element[] =>
  ['persName', 'orgName', 'gloss']
    .flatMap((name) => (head ? [...within(head, name, APART)] : []))
    .filter(({ attributes }) => attributes.type === type);

const sourceNotes = (notes: readonly Element[]): readonly Element[] =>
  notes.filter(({ attributes }) => attributes.type === 'source');

/** Names as the volume's list of persons has them, where they refer to it; else as printed. */
const named = (elements: readonly Element[], persons: Volume['persons']): readonly string[] => [
  ...new Set(
    elements
      .map((element) => {
        const { corresp = '', ref = '', sameAs = '' } = element.attributes;
        const key = [corresp, ref, sameAs].find((one) => one.startsWith('#'))?.slice(1) ?? '';
        return persons.get(key) ?? textOf(element);
      })
      .filter(Boolean),
  ),
];

/** `[Telegram.]` above a document says what it is; anything else, where it is. */
const isKind = (note: string): boolean => /^\[[^[\]]*\]$/.test(note);
const withoutBrackets = (note: string): string => note.replaceAll(/^\[|\.?\]$/g, '');

/** That a document is one goes without saying. */
const kindsOf = (subtype = 'historical-document'): readonly string[] =>
  subtype === 'historical-document' ? [] : [subtype.replaceAll(/[-_]/g, ' ')];

/** A head without what counts the documents: `No. 12.`, or the number that the volume gives it. */
function withoutNumber(head: string, number = ''): string {
  const [mark = '', printed] = /^(?:No\.?\s*)?(\d+[a-z]?)\.?[\s—–-]*/i.exec(head) ?? [];
  const isCount = /^no/i.test(mark) || printed === number;
  return (isCount && head.slice(mark.length)) || head;
}
