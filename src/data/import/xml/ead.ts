import type { Format, Found } from '../format.ts';
import type { SourceRecord } from '../source-record.ts';
import { type Element, elementsOf } from './elements.ts';
import { first, textOf, textsOf, within } from './inside.ts';

/** Components, with or without the number of their depth. */
const COMPONENT = /^c(?:0[1-9]|1[0-2])?$/;
/** Levels that hold others and are no documents themselves. */
const HOLDERS = ['collection', 'fonds', 'recordgrp', 'subfonds', 'subgrp', 'class'];

/**
 * Finding aids in EAD 2002 or EAD3: the components without others inside, each with the titles of
 * those around it.
 * @see https://www.loc.gov/ead/EAD3taglib/EAD3-TL-eng.html
 */
export const ead: Format = {
  name: 'ead',
  recognises: ({ text }) => /<(?:\w+:)?ead[\s>]/.test(text ?? ''),
  async *read(source): AsyncGenerator<Found> {
    let top = '';
    const wanted = elementsOf(source.text(), (name) => name === 'did' || COMPONENT.test(name));
    let count = 0;
    for await (const element of wanted) {
      if (element.name === 'did') top ||= titleOf(element);
      else {
        for (const [component, above] of leaves(element, [])) {
          count += 1;
          yield { kind: 'record', record: toRecord(component, [top, ...above].filter(Boolean)) };
        }
      }
    }
    if (count > 0) {
      yield { kind: 'note', text: 'read are the components that have no others inside' };
    }
    if (top) yield { kind: 'page', heading: top, stretch: null };
  },
};

const componentsIn = ({ content }: Element): readonly Element[] =>
  content.filter((part): part is Element => typeof part !== 'string' && COMPONENT.test(part.name));

/** The innermost components, each with the titles of those around it. */
function leaves(
  component: Element,
  above: readonly string[],
): readonly [Element, readonly string[]][] {
  const inside = componentsIn(component);
  const isHolder = HOLDERS.includes(component.attributes.level ?? '');
  if (inside.length === 0) return isHolder ? [] : [[component, above]];
  const did = first(component, 'did');
  const path = did ? [...above, titleOf(did)] : above;
  return inside.flatMap((one) => leaves(one, path));
}

const titleOf = (did: Element): string => textOf(first(did, 'unittitle'), ['unitdate']);

function toRecord(component: Element, above: readonly string[]): SourceRecord {
  const did = first(component, 'did') ?? component;
  const dates = within(did, 'unitdate');
  const normal = dates.length === 1 ? dates[0]?.attributes.normal : undefined;
  const places = textsOf(did, 'repository');
  const boxes = within(did, 'container').map((box) =>
    [box.attributes.type ?? box.attributes.localtype, textOf(box)].filter(Boolean).join(' '),
  );
  const url = within(component, 'dao').map(({ attributes }) => attributes.href)[0];
  const { level, otherlevel } = component.attributes;
  const kind = level === 'otherlevel' ? otherlevel : level;
  return {
    line: component.line,
    title: titleOf(did),
    date: dates.map((date) => textOf(date)).join(', '),
    ...(normal ? { edtf: normal } : {}),
    description: [
      ...textsOf(component, 'scopecontent', ['head']),
      ...textsOf(did, 'abstract'),
    ].join('\n\n'),
    ...(url ? { url } : {}),
    creators: textsOf(did, 'origination'),
    people: within(component, 'controlaccess').flatMap((one) => textsOf(one, 'persname')),
    places: within(component, 'controlaccess').flatMap((one) => textsOf(one, 'geogname')),
    subjects: within(component, 'controlaccess').flatMap((one) => textsOf(one, 'subject')),
    languages: textsOf(did, 'langmaterial'),
    type: kind ? [kind] : [],
    source: [...places, ...above, ...boxes],
    identifier: textsOf(did, 'unitid'),
  };
}
