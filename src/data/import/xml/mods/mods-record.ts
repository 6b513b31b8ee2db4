import { readImprint } from '../../bibliography/imprint.ts';
import type { SourceRecord } from '../../source-record.ts';
import { withoutPunctuation } from '../catalogue-text.ts';
import type { Element } from '../elements.ts';
import { children, paragraphsOf, textOf, textsOf, within } from '../inside.ts';
import type { LeftOut } from '../left-out.ts';
import { readOrigins } from './mods-date.ts';
import { imprintOf } from './mods-imprint.ts';
import { namesIn } from './mods-names.ts';
import { subjectsIn } from './mods-subjects.ts';
import { titlesIn, writtenTitle } from './mods-title.ts';

/** What of a record is of use here; `recordInfo` is about the record itself. */
const TAKEN =
  'titleInfo name typeOfResource genre originInfo language abstract tableOfContents note subject identifier location accessCondition part relatedItem recordInfo'.split(
    ' ',
  );
/** Dates of copies and records rather than of the document. */
const OF_COPIES = ['dateCaptured', 'dateModified', 'dateValid'];
/** Related items that are told of: what it is a part of, and what it is a copy of. */
const RELATED = ['host', 'series', 'original'];

/**
 * A record by its MODS.
 * @param name the record's own in its repository: unlike its other identifiers, it is its alone
 * @see https://www.loc.gov/standards/mods/userguide/
 */
export function toRecord(
  mods: Element,
  name: string,
  leftOut: LeftOut,
): Omit<SourceRecord, 'line'> & { doubt?: string } {
  countUntaken(mods, leftOut);
  const related = (type: string) =>
    children(mods, 'relatedItem').filter(({ attributes }) => attributes.type === type);
  const hosts = related('host');
  const [host] = hosts;
  const originals = [mods, ...related('original')];
  const { title, others: titles } = titlesIn(mods);
  const { kind, imprint } = imprintOf(mods, host);
  const { others: dates, doubt, ...dated } = datesOf([...originals, ...(kind ? hosts : [])]);
  const { subjects, people, places, periods } = subjectsIn(mods);
  const names = namesIn(mods);
  const collection = host && !imprint.container ? titleOf(host) : '';
  const url = linkIn(mods);
  const genres = textsOf(children(mods, 'genre'));
  const identifiers = textsOf(
    children(mods, 'identifier').filter(({ attributes }) => attributes.invalid !== 'yes'),
  );
  const numbers = textsOf(
    children(mods, 'recordInfo').flatMap((info) => children(info, 'recordIdentifier')),
  );
  return {
    title,
    ...dated,
    description: descriptionOf(mods, [
      ['Other titles', titles],
      ['Other dates', dates],
      ['Period', periods],
      ['Part of', hosts.slice(1).map(titleOf)],
      ['Series', related('series').map(titleOf)],
    ]),
    ...(collection && { collection }),
    ...(url && { url }),
    creators: names.creators,
    recipients: names.recipients,
    people: [...names.people, ...people],
    subjects,
    languages: children(mods, 'language').map(languageOf),
    type: genres.length > 0 ? genres : textsOf(children(mods, 'typeOfResource')),
    ...readImprint(kind, imprint, {
      places,
      source: originals.flatMap((one) => shelfOf(one, kind ? [] : numbersOf(host))),
    }),
    identifier: [name, ...numbers, ...identifiers.filter((one) => one !== url)].filter(Boolean),
    rights: textsOf(children(mods, 'accessCondition')),
    ...(doubt && { doubt }),
  };
}

function countUntaken(mods: Element, leftOut: LeftOut): void {
  for (const { name, attributes } of children(mods)) {
    const { type = 'related' } = attributes;
    if (!TAKEN.includes(name)) leftOut.add(`mods:${name}`);
    else if (name === 'relatedItem' && !RELATED.includes(type)) leftOut.add(`mods:${name} ${type}`);
  }
  const origins = children(mods, 'originInfo');
  for (const { name } of origins.flatMap((origin) => children(origin, ...OF_COPIES))) {
    leftOut.add(`mods:${name}`);
  }
}

/**
 * The first that says a date: the record itself, the original that it is a copy of, the issue that it
 * was published in.
 */
function datesOf(items: readonly Element[]) {
  const read = items.map((item) => readOrigins(children(item, 'originInfo', 'part')));
  return read.find(({ date, edtf }) => date || edtf) ?? { date: '', others: [] };
}

const titleOf = (item: Element): string => writtenTitle(children(item, 'titleInfo')[0]);

function descriptionOf(
  mods: Element,
  named: readonly (readonly [label: string, values: readonly string[]])[],
): string {
  const notes = children(mods, 'note').map((note) => {
    const label = note.attributes.displayLabel ?? note.attributes.type;
    return label ? `${capital(label)}: ${textOf(note)}` : textOf(note);
  });
  const contents = textsOf(children(mods, 'tableOfContents'));
  return [
    ...children(mods, 'abstract').flatMap((one) => paragraphsOf(one)),
    ...contents.map((text) => `Contents: ${text}`),
    ...notes.filter((note) => !/^(?:[^:]*: )?$/.test(note)),
    ...named
      .map(([label, values]) => [label, values.filter(Boolean)] as const)
      .filter(([, values]) => values.length > 0)
      .map(([label, values]) => `${label}: ${values.join('; ')}`),
  ].join('\n\n');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A language by its name, or where there is none, its code. */
function languageOf(language: Element): string {
  const terms = children(language, 'languageTerm');
  const term = terms.find(({ attributes }) => attributes.type === 'text') ?? terms[0];
  return textOf(term ?? language);
}

const numbersOf = (host: Element | undefined): readonly string[] =>
  host ? textsOf(children(host, 'identifier')).filter((text) => !isWeb(text)) : [];

/**
 * The archive and the shelf, from the outside in.
 * @param collection numbers of what it is a part of
 */
const shelfOf = (mods: Element, collection: readonly string[]): readonly string[] => {
  const locations = children(mods, 'location');
  return [
    ...textsOf(locations.flatMap((one) => children(one, 'physicalLocation'))),
    ...textsOf(locations.flatMap((one) => [...within(one, 'subLocation')])),
    ...collection,
    ...textsOf(locations.flatMap((one) => [...within(one, 'shelfLocator')])),
  ].map(withoutPunctuation);
};

const isWeb = (text: string): boolean => /^https?:\/\//.test(text);

/** The address where it is shown, rather than that of a preview or of the bare file. */
function linkIn(mods: Element): string | undefined {
  const urls = children(mods, 'location')
    .flatMap((location) => children(location, 'url'))
    .filter((url) => isWeb(textOf(url)));
  const best =
    urls.find(({ attributes }) => /^primary/.test(attributes.usage ?? '')) ??
    urls.find(({ attributes }) => attributes.access === 'object in context') ??
    urls.find(({ attributes }) => !/^(?:preview|raw object)$/.test(attributes.access ?? '')) ??
    urls[0];
  return best ? textOf(best) : textsOf(children(mods, 'identifier')).find(isWeb);
}
