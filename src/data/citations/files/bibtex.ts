import type { Publication } from '../../corpus/publication.ts';
import { citedDate, partsOf } from '../cited-date.ts';
import { type CslName, citedNames, formatSortName } from '../cited-name.ts';
import { type AccessDay, joined, noteOf } from '../csl-item.ts';
import { CSL_STYLES } from '../styles.ts';
import { annotatedBy, type Exported, type Exporter, withoutControls } from './exported.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Kinds of publications as BibTeX names them. */
const KINDS: Readonly<Record<Publication['kind'], string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
  webpage: 'online',
};

/**
 * BibTeX and BibLaTeX, an item as @unpublished unless it was published. Written here, for citation-js drops letters that LaTeX
 * has no command for, Cyrillic among them, and the archive. Where BibTeX has no field of its own, those
 * of BibLaTeX and of Zotero's exports are used.
 * @see https://mirrors.ctan.org/macros/latex/contrib/biblatex/doc/biblatex.pdf
 */
export const toBibtex: Exporter = (exported, { accessed }) =>
  exported.map((one) => entryOf(one, accessed)).join('\n');

function entryOf(exported: Exported, accessed: AccessDay): string {
  const { document, annotation } = exported;
  const { id, title, date, url, collection, description } = document;
  const { publication } = document;
  const names = citedNames(document.creators ?? []);
  const cited = citedDate(date, CSL_STYLES['chicago-note'].dates);
  const [year, month] = partsOf(date) ?? [];
  const isPlain = cited !== undefined && 'date-parts' in cited;
  const reference = [joined(document.source), collection].filter(Boolean).join(', ');
  const fields: [name: string, value: string | number | undefined | null][] = [
    ['title', `{${escaped(title)}}`],
    ['author', namesOf(names.author)],
    ['editor', namesOf(names.editor)],
    ['translator', namesOf(names.translator)],
    ['date', date.edtf],
    ['year', isPlain ? year : cited?.literal],
    ['month', isPlain && month ? MONTHS[month - 1] : undefined],
    ['type', joined(document.type)],
    ['howpublished', publication ? undefined : reference],
    ['archive', collection],
    ['archivelocation', joined(document.source)],
    ['shelfmark', joined(document.identifier)],
    ['location', publication ? publication.place : joined(document.places)],
    [publication?.kind.startsWith('article') ? 'journal' : 'booktitle', publication?.container],
    ['publisher', publication?.publisher],
    ['edition', publication?.edition],
    ['volume', publication?.volume],
    ['number', publication?.issue],
    ['pages', publication?.pages?.replace(/\s*[-–—]+\s*/g, '--')],
    ['language', joined(document.languages)],
    ['keywords', document.subjects?.map(whole).join(', ')],
    ['abstract', description],
    ['annotation', annotation],
    ['copyright', joined(document.rights)],
    ['url', url],
    ['urldate', url && isoDay(accessed)],
    ['note', [...noteOf(document), annotatedBy(exported) ?? []].flat().join('; ')],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value ? [`  ${name} = ${formatField(name, value)},`] : [],
  );
  return [
    `@${publication ? KINDS[publication.kind] : 'unpublished'}{${id},`,
    ...lines,
    '}',
    '',
  ].join('\n');
}

/** Fields that are not LaTeX, or have been made so already. */
const READY: ReadonlySet<string> = new Set([
  'keywords',
  'title',
  'author',
  'editor',
  'translator',
  'date',
  'url',
]);

/** A month is one of BibTeX's own abbreviations, and stands without braces. */
function formatField(name: string, value: string | number): string {
  if (name === 'month') return String(value);
  return `{${READY.has(name) ? value : escaped(String(value))}}`;
}

/** Names as BibTeX divides them; what must not be divided stands in braces. */
const namesOf = (names: readonly CslName[] | undefined): string | undefined =>
  names
    ?.map((name) =>
      'given' in name
        ? escaped(formatSortName(name, 'second'))
        : `{${escaped(formatSortName(name))}}`,
    )
    .join(' and ');

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** A text as LaTeX that shows it. */
const escaped = (text: string): string =>
  withoutControls(text).replace(/[\\^~&%$#_{}]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);

/** A keyword with a comma would be two. */
const whole = (keyword: string): string =>
  keyword.includes(',') ? `{${escaped(keyword)}}` : escaped(keyword);

const isoDay = (parts: readonly number[]): string =>
  parts.map((part) => String(part).padStart(2, '0')).join('-');
