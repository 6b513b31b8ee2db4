import type { Found } from '../format.ts';
import type { Element } from './elements.ts';
import { countLeftOut, type LeftOut } from './left-out.ts';
import { toRecord } from './mods/mods-record.ts';
import { MODS } from './namespaces.ts';
import { serializeElement } from './serialize-element.ts';
import { xmlFormat } from './xml-format.ts';

/** What holds records: a collection, one alone, or the answer of a catalogue. */
const ROOTS = ['modsCollection', 'mods', 'searchRetrieveResponse'];

/**
 * Records in the Metadata Object Description Schema.
 * @see https://www.loc.gov/standards/mods/
 */
export const mods = xmlFormat({
  name: 'mods',
  isIn: ({ name, namespace }, { text }) =>
    ROOTS.includes(name) && (namespace === MODS || text.includes(MODS)),
  choose: ({ name }) => (name === 'mods' ? 'whole' : undefined),
  async *read(parts): AsyncGenerator<Found> {
    const leftOut = countLeftOut();
    for await (const { element } of parts) yield* readMods(element, '', leftOut);
    const words = leftOut.describe();
    if (words) yield { kind: 'note', text: words };
  },
});

/**
 * What a record in MODS gives.
 * @param name the record's own in its repository, if it has one there
 */
export function* readMods(element: Element, name: string, leftOut: LeftOut): Generator<Found> {
  const { doubt, ...record } = toRecord(element, name, leftOut);
  const { line } = element;
  const place = name ? { place: name } : {};
  if (!record.title && !record.date && !record.edtf && !record.identifier?.length) {
    const reason = 'has no title, date or number';
    yield { kind: 'refused', line, ...place, reason, raw: serializeElement(element) };
    return;
  }
  yield { kind: 'record', record: { line, ...record } };
  if (doubt) yield { kind: 'doubt', line, ...place, reason: doubt };
}
