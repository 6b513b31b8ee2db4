import { readImprint } from '../../bibliography/imprint.ts';
import type { SourceRecord } from '../../source-record.ts';
import { withoutPunctuation } from '../catalogue-text.ts';
import type { LeftOut } from '../left-out.ts';
import { readMarcDate } from './marc-date.ts';
import { bare, type Field, type Fields, lineOf, subfields } from './marc-fields.ts';
import { imprintOf } from './marc-imprint.ts';
import { namesIn } from './marc-names.ts';
import { subjectsIn } from './marc-subjects.ts';

/** Fields that have a place here. Those of the catalogue's own work (0XX, 9XX) aren't counted. */
const TAKEN =
  '100 110 111 130 240 245 246 250 260 264 500 502 505 506 520 524 535 540 545 546 561 580 600 610 611 630 647 648 650 651 653 655 690 700 710 711 720 751 752 773 830 490 852 856 880'.split(
    ' ',
  );

/** Notes by their tags, in the order in which they are told; those of what it is about come first. */
const NOTES: readonly [tag: string, label: string | null][] = [
  ['520', null],
  ['500', null],
  ['502', 'Thesis'],
  ['505', 'Contents'],
  ['545', 'Biography or history'],
  ['546', 'Language'],
  ['561', 'Provenance'],
  ['580', null],
  ['524', 'Preferred citation'],
];

/**
 * A record by its MARC.
 * @param name the record's own in its repository: unlike its other identifiers, it is its alone
 * @see https://www.loc.gov/marc/bibliographic/
 */
export function toRecord(
  fields: Fields,
  name: string,
  leftOut: LeftOut,
): Omit<SourceRecord, 'line'> {
  for (const { tag } of fields.all()) {
    if (!TAKEN.includes(tag) && /^[1-8]/.test(tag)) leftOut.add(tag);
  }
  const [heading] = fields.all('245');
  const { others: dates, ...dated } = readMarcDate(fields);
  const { kind, imprint } = imprintOf(fields);
  const { subjects, people, places, periods } = subjectsIn(fields);
  const names = namesIn(fields, leftOut);
  const host = kind ? '' : wholeOf(fields);
  const url = linkIn(fields);
  return {
    title: titleIn(heading),
    ...dated,
    description: descriptionOf(fields, [
      ['Statement of responsibility', subfields(heading ?? NONE, 'c')],
      ['Other titles', titlesIn(fields)],
      ['Other dates', dates],
      ['Period', periods],
      ['Series', kind ? seriesOf(fields) : seriesOf(fields).filter((one) => one !== host)],
    ]),
    ...(host && { collection: host }),
    ...(url && { url }),
    creators: names.creators,
    recipients: names.recipients,
    people: [...names.people, ...people],
    subjects,
    languages: languagesIn(fields),
    type: typeOf(fields),
    ...readImprint(
      kind,
      { ...imprint, container: kind ? imprint.container : '' },
      { places, source: shelfOf(fields) },
    ),
    identifier: [name, ...numbersIn(fields).filter((one) => one !== url)].filter(Boolean),
    rights: fields.all('506', '540').map((field) => lineOf(field, 'abcdf')),
  };
}

const NONE: Field = { tag: '', first: '', second: '', subfields: [] };

/** `Letters: a selection`; a parallel title keeps its sign. */
const titleIn = (heading: Field | undefined): string =>
  bare(heading, 'abknps').replaceAll(/\s+([:;,.])(?=\s)/g, '$1');

function descriptionOf(
  fields: Fields,
  named: readonly (readonly [label: string, values: readonly string[]])[],
): string {
  const notes = NOTES.flatMap(([tag, label]) =>
    fields
      .all(tag)
      .filter((field) => !(tag === '580' && IS_PART.test(lineOf(field, 'a'))))
      .map((field) => lineOf(field, 'abcdgrtu'))
      .filter(Boolean)
      .map((text) => (label ? `${label}: ${text}` : text)),
  );
  return [
    ...notes,
    ...named
      .map(([label, values]) => [label, [...new Set(values.filter(Boolean))]] as const)
      .filter(([, values]) => values.length > 0)
      .map(([label, values]) => `${label}: ${values.join('; ')}`),
  ].join('\n\n');
}

/** Variant and uniform titles, and the title in its own script. */
function titlesIn(fields: Fields): readonly string[] {
  const own = fields.all('880').filter((field) => /^245\b/.test(lineOf(field, '6')));
  return [
    ...fields.all('130', '240').map((field) => bare(field, 'adfgklmnoprs')),
    ...fields.all('246').map((field) => bare(field, 'abnp')),
    ...own.map((field) => bare(field, 'abnp')),
  ];
}

/** How cataloguers say what a document is a part of. */
const IS_PART = /^(?:Forms? part of|Part of|In):?\s+(.+)$/i;

/** The collection that the document is a part of. */
function wholeOf(fields: Fields): string {
  const [host] = fields.all('773');
  const said = lineOf(fields.all('580')[0], 'a');
  const [, part = ''] = IS_PART.exec(said) ?? [];
  const isOfPapers = fields.leader.charAt(8) === 'a' || /[dfkprt]/.test(fields.leader.charAt(6));
  const series = isOfPapers ? seriesOf(fields)[0] : undefined;
  return bare(host, 't') || withoutPunctuation(part) || (series ?? '');
}

const seriesOf = (fields: Fields): readonly string[] => {
  const traced = fields.all('830').map((field) => bare(field, 'anptv'));
  return traced.length > 0 ? traced : fields.all('490').map((field) => bare(field, 'av'));
};

/** Codes of languages; of several, each once. */
function languagesIn(fields: Fields): readonly string[] {
  const own = fields.all('041').flatMap((field) => subfields(field, 'a'));
  // Older records run their codes together: `engfre`.
  const codes = own.flatMap((text) =>
    /^(?:[a-z]{3})+$/.test(text) ? (text.match(/.{3}/g) ?? []) : [text],
  );
  const fixed = fields.control('008').slice(35, 38);
  const all = codes.length > 0 ? codes : [fixed];
  return all.filter((code) => /^[a-z]{2,}$/i.test(code) && !/^(?:und|zxx|mul)$/.test(code));
}

/**
 * What a record's leader calls its kind.
 * @see https://www.loc.gov/marc/bibliographic/bdleader.html
 */
const KINDS: Readonly<Record<string, string>> = {
  c: 'Music',
  d: 'Manuscript music',
  e: 'Map',
  f: 'Manuscript map',
  g: 'Film or video',
  i: 'Sound recording',
  j: 'Sound recording',
  k: 'Picture',
  p: 'Mixed materials',
  r: 'Object',
  t: 'Manuscript',
};

function typeOf(fields: Fields): readonly string[] {
  const genres = fields.all('655').map((field) => bare(field, 'a'));
  const named = bare(fields.all('245')[0], 'h').replaceAll(/[[\]]/g, '');
  const kind = named || KINDS[fields.leader.charAt(6)];
  return genres.length > 0 ? genres : kind ? [kind] : [];
}

/** The archive and the shelf, from the outside in; where originals are, if that is said alone. */
function shelfOf(fields: Fields): readonly string[] {
  const shelves = fields
    .all('852')
    .map((field) => [...subfields(field, 'abc'), lineOf(field, 'khijm')].filter(Boolean));
  // Several copies stand each in one line.
  const copies = shelves.length > 1 ? shelves.map((shelf) => shelf.join(', ')) : shelves.flat();
  const within = fields.all('773').map((field) => lineOf(field, 'g'));
  const originals = fields.all('535').map((field) => lineOf(field, 'ab'));
  const numbers = fields.all('099').map((field) => lineOf(field, 'a'));
  return [...(copies.length > 0 ? copies : originals), ...within, ...numbers].map(
    withoutPunctuation,
  );
}

/** The record's number, with the catalogue that gave it, comes first. */
function numbersIn(fields: Fields): readonly string[] {
  const [number, catalogue] = ['001', '003'].map((tag) => fields.control(tag).trim());
  const own = number && catalogue ? `(${catalogue})${number}` : number;
  return [
    ...(own ? [own] : []),
    ...fields.all('010', '020', '022', '024', '035').flatMap((field) => subfields(field, 'a')),
  ];
}

/** The document's address, not that of a related one such as its finding aid. */
function linkIn(fields: Fields): string | undefined {
  return fields
    .all('856')
    .filter(({ second }) => second !== '2')
    .toSorted((one, other) => Number(other.second === '0') - Number(one.second === '0'))
    .flatMap((field) => subfields(field, 'u'))
    .find((text) => /^https?:\/\//.test(text));
}
