import type { SourceRecord } from '../source-record.ts';
import { readUnitDate } from './ead-date.ts';
import type { Element, Tag } from './elements.ts';
import { children, paragraphsOf, textOf, textsOf, within } from './inside.ts';

/** What is known of a unit of description: its tag, and the parts directly in it that are of use. */
export type Unit = { tag: Tag; parts: Element[]; hasUnits: boolean };

/** What of a component is of use besides `did`. */
export const PARTS = [
  'did',
  'scopecontent',
  'controlaccess',
  'accessrestrict',
  'userestrict',
  'dao',
  'daoset',
  'daogrp',
];

/** What of `did` is of use. */
const IN_DID =
  'unittitle unitdate unitdatestructured unitid repository origination container abstract langmaterial dao daoset daogrp head'.split(
    ' ',
  );

/** What of a part has no field here, by name. */
export const untakenIn = (part: Element): readonly string[] => {
  if (part.name !== 'did') return PARTS.includes(part.name) ? [] : [part.name];
  return children(part)
    .map(({ name }) => name)
    .filter((name) => !IN_DID.includes(name));
};

const NAMES = ['persname', 'famname', 'corpname', 'name'];

/** Levels whose units are documents even where they have others in them. */
const DOCUMENTS = ['file', 'item'];

export const isDocument = ({ tag, hasUnits }: Unit): boolean =>
  !hasUnits || DOCUMENTS.includes(levelOf(tag) ?? '');

function levelOf({ attributes }: Tag): string | undefined {
  return attributes.level === 'otherlevel'
    ? (attributes.otherlevel ?? attributes.level)
    : attributes.level;
}

/** A unit's title; a date within it goes without the comma before it. */
export function titleOf({ parts }: Unit): string {
  const did = parts.find(({ name }) => name === 'did');
  const title = did && children(did, 'unittitle')[0];
  return textOf(title, ['unitdate']).replace(/[\s,]+$/, '') || textOf(title);
}

/**
 * A unit as a record.
 * @param above the units around it, the outermost first
 */
export function toRecord(unit: Unit, above: readonly Unit[]): SourceRecord {
  const didOf = ({ parts }: Unit) => parts.filter(({ name }) => name === 'did');
  const inDid = (name: string) => didOf(unit).flatMap((did) => children(did, name));
  const parts = (...names: readonly string[]) =>
    unit.parts.filter(({ name }) => names.includes(name));
  const named = (...names: readonly string[]) =>
    textsOf(
      parts('controlaccess').flatMap((list) => names.flatMap((name) => [...within(list, name)])),
    );
  const [did] = didOf(unit);
  const around = [...above, unit].flatMap(didOf);
  const repository = around.flatMap((one) => children(one, 'repository')).slice(0, 1);
  const boxes = inDid('container').map((box) => {
    const { label, type, localtype } = box.attributes;
    return `${type ?? localtype ?? label ?? ''} ${textOf(box)}`.trim();
  });
  const scope = parts('scopecontent').flatMap((one) => paragraphsOf(one, ['head']));
  const summary = scope.length > 0 ? scope : textsOf(inDid('abstract'));
  const url = linkIn([...parts('dao', 'daoset', 'daogrp'), ...(did ? [did] : [])]);
  const identifier = textsOf(inDid('unitid'));
  const { id } = unit.tag.attributes;
  const kind = levelOf(unit.tag);
  return {
    line: unit.tag.line,
    title: titleOf(unit),
    ...(did ? readUnitDate(did) : { date: '' }),
    description: summary.join('\n\n'),
    ...(url ? { url } : {}),
    creators: textsOf(inDid('origination').flatMap(namesIn)),
    people: named('persname', 'famname'),
    places: named('geogname'),
    subjects: named('subject', 'corpname', 'function', 'occupation', 'title'),
    languages: inDid('langmaterial').flatMap(languagesIn),
    type: [...(kind ? [kind] : []), ...named('genreform')],
    source: [...textsOf(repository), ...above.map(titleOf).filter(Boolean), ...boxes],
    identifier: identifier.length === 0 && id ? [id] : identifier,
    rights: textsOf(parts('accessrestrict', 'userestrict'), ['head']),
  };
}

/** The names alone where they are marked, else all the text. */
function namesIn(origination: Element): readonly Element[] {
  const names = NAMES.flatMap((name) => [...within(origination, name)]);
  return names.length > 0 ? names : [origination];
}

function languagesIn(material: Element): readonly string[] {
  const languages = textsOf(within(material, 'language'));
  return languages.length > 0 ? languages : textsOf([material]);
}

/** The first link to a digital object. */
function linkIn(elements: readonly Element[]): string | undefined {
  const objects = elements.flatMap((element) => [
    element,
    ...['dao', 'daoloc'].flatMap((name) => [...within(element, name)]),
  ]);
  return objects
    .map(({ attributes }) => attributes.href ?? attributes['xlink:href'])
    .find((href) => href && /^https?:/.test(href));
}
