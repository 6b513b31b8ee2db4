import type { Found } from '../format.ts';
import type { Element } from './elements.ts';
import { countLeftOut, type LeftOut } from './left-out.ts';
import { fieldsOf } from './marc/marc-fields.ts';
import { toRecord } from './marc/marc-record.ts';
import { MARC } from './namespaces.ts';
import { serializeElement } from './serialize-element.ts';
import { xmlFormat } from './xml-format.ts';

/** What holds records: a collection, one alone, or the answer of a catalogue. */
const ROOTS = ['collection', 'record', 'searchRetrieveResponse'];

/**
 * Bibliographic records in MARC 21, as XML.
 * @see https://www.loc.gov/standards/marcxml/
 */
export const marcxml = xmlFormat({
  name: 'marcxml',
  isIn: ({ name, namespace }, { text }) =>
    ROOTS.includes(name) &&
    (namespace === MARC || text.includes(MARC) || (!namespace && isMarc(text))),
  choose: ({ name, namespace }) =>
    name === 'record' && (namespace === MARC || !namespace) ? 'whole' : undefined,
  async *read(parts): AsyncGenerator<Found> {
    const leftOut = countLeftOut();
    for await (const { element } of parts) yield* readMarc(element, '', leftOut);
    const words = leftOut.describe();
    if (words) yield { kind: 'note', text: words };
  },
});

/** Records that don't name their namespace are known by their fields. */
const isMarc = (text: string): boolean => /<(?:controlfield|datafield)\s[^>]*\btag=/.test(text);

/**
 * What a record in MARC gives.
 * @param name the record's own in its repository, if it has one there
 */
export function* readMarc(element: Element, name: string, leftOut: LeftOut): Generator<Found> {
  const record = toRecord(fieldsOf(element), name, leftOut);
  const { line } = element;
  if (record.title || record.date || record.edtf) {
    yield { kind: 'record', record: { line, ...record } };
    return;
  }
  const place = name ? { place: name } : {};
  const reason = 'has no title and no date';
  yield { kind: 'refused', line, ...place, reason, raw: serializeElement(element) };
}
