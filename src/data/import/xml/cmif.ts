import type { Format, Found } from '../format.ts';
import type { SourceRecord } from '../source-record.ts';
import { type Element, elementsOf } from './elements.ts';
import { encodedDate } from './encoded-date.ts';
import { first, textOf, textsOf, within } from './inside.ts';

/**
 * Lists of letters in the Correspondence Metadata Interchange Format. Letters have no titles there:
 * one says who wrote to whom.
 * @see https://encoding-correspondence.bbaw.de/v1/CMIF.html
 */
export const cmif: Format = {
  name: 'cmif',
  recognises: ({ text }) =>
    /<(?:\w+:)?TEI[\s>]/.test(text ?? '') && /<(?:\w+:)?correspDesc[\s>]/.test(text ?? ''),
  async *read(source): AsyncGenerator<Found> {
    let heading = '';
    const wanted = elementsOf(
      source.text(),
      (name) => name === 'correspDesc' || name === 'titleStmt',
    );
    for await (const element of wanted) {
      if (element.name === 'titleStmt') heading ||= textOf(first(element, 'title'));
      else yield { kind: 'record', record: toRecord(element) };
    }
    if (heading) yield { kind: 'page', heading, stretch: null };
  },
};

function toRecord(letter: Element): SourceRecord {
  const action = (type: string) =>
    within(letter, 'correspAction').find(({ attributes }) => attributes.type === type);
  const people = (part: Element | undefined) =>
    part ? ['persName', 'orgName', 'name'].flatMap((name) => textsOf(part, name)) : [];
  const sent = action('sent');
  const received = action('received');
  const [senders, receivers] = [people(sent), people(received)];
  const date = sent && first(sent, 'date');
  const edtf = date && encodedDate(date.attributes);
  const { ref, key } = letter.attributes;
  return {
    line: letter.line,
    title: [senders.join(' and '), receivers.join(' and ')].filter(Boolean).join(' to '),
    date: textOf(date),
    ...(edtf ? { edtf } : {}),
    description: textsOf(letter, 'note').join('\n\n'),
    ...(ref ? { url: ref } : {}),
    creators: senders,
    people: receivers,
    places: sent ? textsOf(sent, 'placeName') : [],
    type: ['letter'],
    ...(key ? { identifier: [key] } : ref ? { identifier: [ref] } : {}),
  };
}
