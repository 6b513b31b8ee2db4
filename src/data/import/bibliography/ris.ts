import { cslKind, formatKind } from '../../corpus/document-kinds.ts';
import type { Format, Found } from '../format.ts';
import { clipRaw } from '../json/objects.ts';
import { linesIn } from '../lines.ts';
import type { SourceRecord } from '../source-record.ts';
import { readImprint } from './imprint.ts';
import { paragraphs, withoutMarks } from './prose.ts';

/** A tag of RIS and its text: `TI  - Notes`. */
const TAG = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/s;
/** What begins an entry; in joined files it stands behind a mark of byte order or blanks. */
const BEGINNING = /^([\s\uFEFF]*)(?=TY {1,2}-)/;

/** An entry's texts by their tags, in order, and what stands before its tags. */
type RisRecord = { tags: Map<string, string[]>; line: number; raw: string[]; indent: string };

/**
 * RIS. It is read by its tags and not by citation-js, which drops the archive's own reference (AN,
 * AV) and all keywords but one.
 * @see https://github.com/zotero/translators/blob/master/RIS.js
 */
export const ris: Format = {
  name: 'ris',
  recognises: ({ text }) => /^[\s\uFEFF]*(?:[^\n]*\n){0,3}?[\s\uFEFF]*TY {1,2}- /.test(text ?? ''),
  async *read(source): AsyncGenerator<Found> {
    let entry: RisRecord | undefined;
    let last: string[] | undefined;
    for await (const { number, text: whole } of linesIn(source.text())) {
      const indent = BEGINNING.exec(whole)?.[1];
      const begins = indent !== undefined && (!entry || !indent || indent.includes('\uFEFF'));
      if (begins) {
        if (entry) yield unended(entry);
        entry = { tags: new Map(), line: number, raw: [], indent: indent.replace(/.*\uFEFF/s, '') };
        last = undefined;
      }
      if (!entry) continue;
      const text = withoutIndent(begins ? whole.replace(/^[\s\uFEFF]+/, '') : whole, entry);
      const [, tag, value = ''] = TAG.exec(text) ?? [];
      entry.raw.push(text);
      if (tag === 'ER') {
        yield { kind: 'record', record: toRecord(entry) };
        entry = undefined;
        last = undefined;
      } else if (tag) {
        last = entry.tags.get(tag) ?? [];
        last.push(oneLine(value));
        entry.tags.set(tag, last);
      } else if (last) last.push(`${last.pop() ?? ''} ${oneLine(text)}`);
    }
    if (entry) yield unended(entry);
  },
};

const withoutIndent = (text: string, { indent }: RisRecord): string =>
  text.startsWith(indent) ? text.slice(indent.length) : text;

/** Some programs end lines within a field by signs that are not lines of a file. */
const oneLine = (text: string): string => text.replace(/[\u2028\u2029\u0085\v\f]+/g, ' ').trim();

const unended = ({ line, raw }: RisRecord): Found => ({
  kind: 'refused',
  line,
  reason: 'has no end (ER)',
  raw: clipRaw(raw.join('\n')),
});

/** Second authors of letters are those to whom they were written; of other works, editors. */
const TO_SOMEBODY = new Set(['PCOMM', 'ICOMM']);

function toRecord({ tags, line }: RisRecord): SourceRecord {
  const all = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? []).filter(Boolean);
  const first = (...names: string[]) => all(...names)[0] ?? '';
  const code = first('TY');
  const kind = cslKind(code);
  const isLetter = TO_SOMEBODY.has(code);
  const url = first('UR', 'L2');
  const roles = (role: string, ...names: string[]) =>
    all(...names).map((name) => `${name} (${role})`);
  const words = formatKind(kind ?? '') ?? '';
  const isBook = kind === 'book';
  return {
    line,
    title: withoutMarks(first('TI', 'T1', 'CT', 'BT')),
    ...readDate(first('DA'), first('PY', 'Y1')),
    description: paragraphs(all('AB', 'N2', 'N1')),
    ...(url ? { url } : {}),
    creators: [
      ...all('AU', 'A1'),
      ...roles('editor', 'ED', ...(isLetter ? [] : ['A2']), 'A3'),
      ...roles('translator', 'A4'),
    ],
    recipients: isLetter ? all('A2') : [],
    subjects: all('KW'),
    languages: all('LA'),
    type: all('M3').length > 0 ? all('M3') : [words].filter(Boolean),
    ...readImprint(
      kind,
      {
        container: withoutMarks(
          first('JF', 'JO', 'T2', ...(isBook ? [] : ['BT']), 'JA', 'J2', 'T3'),
        ),
        publisher: first('PB'),
        place: first('CY', 'PP'),
        edition: first('ET'),
        volume: first('VL'),
        issue: first('IS'),
        pages: [first('SP'), first('EP')].filter(Boolean).join('–'),
      },
      { places: [], source: all('DP', 'DB', 'AV', 'AN', 'CN') },
    ),
    identifier: all('ID', 'DO', 'M1'),
  };
}

/**
 * `1962/10/16/`, where parts can be missing and words can follow; `1962/10/16/morning`.
 * @param year where the date itself has none: `Oct 16`
 */
function readDate(date: string, year: string): { date: string; edtf?: string } {
  const lacksYear = date !== '' && !/\d{4}/.test(date) && /^\d{4}/.test(year);
  const text = lacksYear ? `${date}, ${year.slice(0, 4)}` : date || year;
  const [, years, month, day, words = ''] =
    /^(\d{4})\/(\d{0,2})\/(\d{0,2})\/?(.*)$/.exec(text) ?? [];
  if (!years) return { date: text };
  const edtf = [years, month, month && day]
    .filter(Boolean)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return { date: words ? `${edtf} ${words}` : edtf, edtf };
}
