import { formatKind } from '../../corpus/document-kinds.ts';
import type { SourceRecord } from '../source-record.ts';
import { type CslDate, readCslDate } from './csl-date.ts';
import { readImprint } from './imprint.ts';
import { paragraphs, withoutMarks } from './prose.ts';

/** A name as CSL's data schema has it. */
export type Name = {
  family?: string;
  given?: string;
  literal?: string;
  suffix?: string;
  'dropping-particle'?: string;
  'non-dropping-particle'?: string;
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
  const text = (key: string) => {
    const value = item[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const texts = (...keys: string[]) => keys.map(text).filter(Boolean);
  const { date, edtf } = readCslDate(item.issued as CslDate | undefined);
  const url = text('URL');
  const kind = formatKind(item.type ?? '');
  return {
    line,
    title: withoutMarks(text('title')),
    date,
    ...(edtf ? { edtf } : {}),
    description: paragraphs(texts('abstract', 'note')),
    ...(url ? { url } : {}),
    creators: ROLES.flatMap(([key, role]) =>
      names(item[key]).map((name) => (role ? `${name} (${role})` : name)),
    ),
    recipients: names(item.recipient),
    subjects: text('keyword')
      .split(/\s*[;,]\s*/)
      .filter(Boolean),
    languages: texts('language'),
    type: text('genre') ? [text('genre')] : kind ? [kind] : [],
    ...readImprint(
      item.type,
      {
        container: withoutMarks(text('container-title') || text('collection-title')),
        publisher: text('publisher'),
        place: text('publisher-place'),
        edition: text('edition'),
        volume: text('volume'),
        issue: text('issue'),
        pages: text('page'),
      },
      {
        places: texts('event-place'),
        source: texts(
          'archive-place',
          'archive',
          'source',
          'archive_collection',
          'archive_location',
        ),
      },
    ),
    identifier: [...texts('call-number', 'number', 'DOI'), ...texts('id')],
    rights: texts('license'),
  };
}

const names = (value: unknown): readonly string[] =>
  Array.isArray(value) ? (value as Name[]).map(writtenName).filter(Boolean) : [];

/** `Ribbentrop, Joachim von`, `van Beethoven, Ludwig`, `King, Martin Luther, Jr.`: nothing is lost. */
function writtenName({ family, given, literal, suffix, ...particles }: Name): string {
  if (literal) return literal.trim();
  const [before, after] = [particles['non-dropping-particle'], particles['dropping-particle']];
  const parts = [[before, family], [given, after], [suffix]];
  return parts
    .map((words) => words.filter(Boolean).join(' ').trim())
    .filter(Boolean)
    .join(', ');
}
