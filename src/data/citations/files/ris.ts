import type { Document } from '../../corpus/document.ts';
import type { Publication } from '../../corpus/publication.ts';
import { citedDate, partsOf } from '../cited-date.ts';
import { citedName, citedNames, formatSortName } from '../cited-name.ts';
import { type AccessDay, joined, noteOf } from '../csl-item.ts';
import { CSL_STYLES } from '../styles.ts';
import { annotatedBy, type Exported, type Exporter, withoutControls } from './exported.ts';

/** Kinds of publications as RIS names them. */
const CODES: Readonly<Record<Publication['kind'], string>> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  chapter: 'CHAP',
  'paper-conference': 'CPAPER',
  report: 'RPRT',
  thesis: 'THES',
  webpage: 'ELEC',
};

/**
 * RIS, an item as MANSCPT, a letter whose recipient is known as PCOMM, or what was published as it was. Tags are those that Zotero reads into a manuscript's fields; what it has no
 * field for stands in a note.
 * @see https://github.com/zotero/translators/blob/master/RIS.js
 */
export const toRis: Exporter = (exported, { accessed }) =>
  exported.map((one) => entryOf(one, accessed)).join('\r\n');

function entryOf(exported: Exported, accessed: AccessDay): string {
  const { document, annotation } = exported;
  const { id, title, creators, recipients, description, url, subjects, languages } = document;
  const { publication } = document;
  const names = citedNames(creators ?? []);
  const written = (role: string) => (names[role] ?? []).map((name) => formatSortName(name));
  const tags: [tag: string, values: readonly (string | null | undefined)[]][] = [
    ['TY', [publication ? CODES[publication.kind] : recipients ? 'PCOMM' : 'MANSCPT']],
    ['ID', [id]],
    ['TI', [title]],
    ['AU', written('author')],
    ['A2', (recipients ?? []).map((name) => formatSortName(citedName(name)))],
    ['ED', written('editor')],
    ['A4', written('translator')],
    ['DA', [dateOf(document)]],
    ['M3', [joined(document.type)]],
    ['DB', [document.collection]],
    ['AN', [joined(document.source)]],
    ['CN', [joined(document.identifier)]],
    ['CY', [publication ? publication.place : joined(document.places)]],
    ['T2', [publication?.container]],
    ['PB', [publication?.publisher]],
    ['ET', [publication?.edition]],
    ['VL', [publication?.volume]],
    ['IS', [publication?.issue]],
    ['SP', [publication?.pages]],
    ['AB', [description]],
    ['LA', [joined(languages)]],
    ['KW', subjects ?? []],
    ['CR', [joined(document.rights)]],
    ['UR', [url]],
    ['Y2', [url && slashed(accessed)]],
    ['N1', [noteOf(document).join('\n'), annotation, annotatedBy(exported)]],
  ];
  const lines = tags.flatMap(([tag, values]) =>
    values.flatMap((value) => (value ? [`${tag}  - ${oneField(value)}`] : [])),
  );
  return [...lines, 'ER  - ', ''].join('\r\n');
}

/**
 * `1962/10/16/` for what is certainly so; otherwise in words. Words with strokes would be taken for
 * figures: they stand in the note alone.
 */
function dateOf({ date }: Document): string | undefined {
  const cited = citedDate(date, CSL_STYLES['chicago-note'].dates);
  const parts = partsOf(date);
  if (cited && 'literal' in cited) return cited.literal.includes('/') ? undefined : cited.literal;
  return cited && (parts ? slashed(parts) : date.text.replaceAll('/', '–'));
}

const slashed = (parts: readonly number[]): string =>
  [0, 1, 2]
    .map((index) => String(parts[index] ?? '').padStart(parts[index] ? 2 : 0, '0'))
    .join('/');

/** A line that began like a tag would end the field. */
const oneField = (value: string): string =>
  withoutControls(value)
    .trim()
    .replace(/\s*\n\s*/g, '\r\n')
    .replace(/^(?=[A-Z][A-Z0-9] {1,2}-)/gm, ' ')
    .trimStart();
