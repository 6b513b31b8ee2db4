import type { Element } from './elements.ts';
import { encodedDate } from './encoded-date.ts';
import { children, first, paragraphsOf, textOf, textsOf, within } from './inside.ts';

/** What a `correspDesc` says of a letter. */
export type Correspondence = {
  senders: readonly string[];
  /** Those it was written to, and those it was passed on to or by. */
  others: readonly string[];
  /** Those it was received by. */
  addressees: readonly string[];
  places: readonly string[];
  /** When it was sent; null if that isn't said. */
  date: { printed: string; edtf: string | undefined } | null;
  description: string;
  subjects: readonly string[];
  languages: readonly string[];
  /** What should be looked at; null if there is nothing. */
  doubt: string | null;
};

/**
 * Reads the description of a letter, whose mentions are kept in notes.
 * @see https://encoding-correspondence.bbaw.de/v1/CMIF.html
 * @see https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-correspDesc.html
 */
export function readCorrespondence(letter: Element): Correspondence {
  const actions = children(letter, 'correspAction');
  const ofType = (...types: readonly string[]) =>
    actions.filter(({ attributes }) => types.includes(attributes.type ?? ''));
  const sent = ofType('sent');
  const received = ofType('received');
  const passing = actions.filter((action) => !sent.includes(action) && !received.includes(action));
  const mentioned = (kind: string) =>
    textsOf(
      [...within(letter, 'ref')].filter(({ attributes }) => attributes.type === `cmif:${kind}`),
    );
  const notes = children(letter, 'note').filter((note) => !first(note, 'ref'));
  const dates = [...sent, ...passing, ...received].flatMap((action) => children(action, 'date'));
  const [date, ...later] = sent.flatMap((action) => children(action, 'date'));
  return {
    senders: sent.flatMap(namesIn),
    addressees: received.flatMap(namesIn),
    others: [...passing.flatMap(namesIn), ...mentioned('mentionsPerson')],
    places: [
      ...textsOf(
        [...sent, ...received, ...passing].flatMap((one) => [...within(one, 'placeName')]),
      ),
      ...mentioned('mentionsPlace'),
    ],
    date: date ? join([date, ...later]) : null,
    description: notes.flatMap((note) => paragraphsOf(note)).join('\n\n'),
    subjects: mentioned('mentionsSubject'),
    languages: [...within(letter, 'ref')]
      .filter(({ attributes }) => attributes.type === 'cmif:hasLanguage')
      .map((ref) => textOf(ref) || (ref.attributes.target ?? '')),
    doubt:
      date || dates.length === 0
        ? null
        : `says no date of sending, only ${dates.map(shown).join(', ')}, which is not taken for it`,
  };
}

const namesIn = (action: Element): readonly string[] =>
  textsOf(children(action, 'persName', 'orgName', 'name', 'rs'));

/** Several dates of one action are all of them, unless they say the same. */
function join(dates: readonly Element[]): { printed: string; edtf: string | undefined } {
  const printed = [...new Set(dates.map((date) => textOf(date)).filter(Boolean))].join('; ');
  const encoded = [...new Set(dates.map((date) => encodedDate(date.attributes)))];
  const [edtf] = encoded;
  if (encoded.length === 1 || encoded.includes(undefined)) {
    return { printed, edtf: encoded.length === 1 ? edtf : undefined };
  }
  const isList = encoded.every((one) => one && /^-?\d{4}(?:-\d\d){0,2}$/.test(one));
  return { printed, edtf: isList ? `{${encoded.join(',')}}` : edtf };
}

const shown = (date: Element): string => `"${textOf(date) || encodedDate(date.attributes)}"`;
