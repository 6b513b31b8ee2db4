import { isoYear, twoDigits } from '../../date/calendar.ts';
import type { SourceRecord } from '../source-record.ts';

type Name = { family?: string; given?: string; literal?: string };
type CslDate = {
  'date-parts'?: readonly (readonly (number | string)[])[];
  literal?: string;
  raw?: string;
  season?: number | string;
  circa?: boolean | number | string;
};

/** An item as CSL's data schema has it, as far as it is read here. */
export type CslItem = Readonly<Record<string, unknown>> & { title?: string; type?: string };

/** People of an item by their part in it; the author's alone is not named. */
const ROLES: readonly [key: string, role: string | null][] = [
  ['author', null],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['interviewer', 'interviewer'],
  ['contributor', 'contributor'],
];

/**
 * A CSL item as a record.
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
export function fromCsl(item: CslItem, line: number | null): SourceRecord {
  const text = (key: string) => (typeof item[key] === 'string' ? (item[key] as string).trim() : '');
  const texts = (...keys: string[]) => keys.map(text).filter(Boolean);
  const { date, edtf } = readDate(item.issued as CslDate | undefined);
  const url = text('URL');
  return {
    line,
    title: text('title'),
    date,
    ...(edtf ? { edtf } : {}),
    description: texts('abstract', 'note').join('\n\n'),
    ...(url ? { url } : {}),
    creators: ROLES.flatMap(([key, role]) =>
      names(item[key]).map((name) => (role ? `${name} (${role})` : name)),
    ),
    people: names(item.recipient),
    places: texts('event-place', 'publisher-place'),
    subjects: text('keyword')
      .split(/\s*[;,]\s*/)
      .filter(Boolean),
    languages: texts('language'),
    type: [...texts('genre'), ...(item.type ? [item.type] : [])],
    source: texts(
      'archive-place',
      'archive',
      'source',
      'publisher',
      'archive_collection',
      'archive_location',
    ),
    identifier: [
      ...texts('call-number', 'number', 'DOI'),
      ...(typeof item.id === 'string' || typeof item.id === 'number' ? [String(item.id)] : []),
    ],
    rights: texts('license'),
  };
}

const names = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? (value as Name[])
        .map(({ family, given, literal }) => literal ?? [family, given].filter(Boolean).join(', '))
        .filter(Boolean)
    : [];

/** The date as the item has it in words, and what its parts say in EDTF. */
function readDate(issued: CslDate | undefined): { date: string; edtf?: string } {
  if (!issued) return { date: '' };
  const isAbout = Boolean(issued.circa) && !/^(?:false|0)$/.test(String(issued.circa));
  const ends = (issued['date-parts'] ?? []).map(inEdtf);
  const dates = ends.length === 1 ? [withSeason(ends[0] ?? '', issued.season)] : ends;
  const edtf = dates.map((date) => (date && isAbout ? `${date}~` : date)).join('/');
  const printed = issued.literal ?? issued.raw ?? '';
  return { date: printed || edtf, ...(edtf ? { edtf } : {}) };
}

/** Parts that are 0 or blank are left out; year -43 is 44 BCE, as in EDTF. */
function inEdtf(parts: readonly (number | string)[]): string {
  const [year, ...rest] = parts.map((part) => Number(part));
  if (year === undefined || Number.isNaN(year) || parts[0] === '') return '';
  const end = rest.findIndex((part) => !(part > 0));
  const known = end < 0 ? rest : rest.slice(0, end);
  return [isoYear(year), ...known.map(twoDigits)].join('-');
}

/** The seasons of CSL are numbered 1 to 4 from spring; older programs write 13 to 16. */
const SEASONS: Readonly<Record<string, number>> = {
  ...{ 1: 21, 2: 22, 3: 23, 4: 24 },
  ...{ 13: 21, 14: 22, 15: 23, 16: 24 },
  ...{ 21: 21, 22: 22, 23: 23, 24: 24 },
};

function withSeason(date: string, printed: number | string | undefined): string {
  const season = SEASONS[String(printed ?? '').trim()];
  return season && /^-?\d{4}$/.test(date) ? `${date}-${season}` : date;
}
