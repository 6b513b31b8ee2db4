import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { monthName } from '../../dates/format.ts';
import type { Format, Found } from '../format.ts';
import { clipRaw } from '../json/objects.ts';
import type { SourceRecord } from '../source-record.ts';
import { bibtexEntries } from './bibtex-entries.ts';
import { withBodies } from './bibtex-names.ts';
import { type CslItem, fromCsl } from './csl-item.ts';
import { paragraphs } from './prose.ts';

/** An entry's own fields, before citation-js makes CSL of them. */
type Fields = Readonly<Record<string, string | undefined>>;

/** An entry, or a part of a file that is none. */
const BEGINNING =
  /(?:^|\n)\s*@\s*(?:\w+\s*[{(]\s*[^\s,{}()]*\s*[,=]|(?:preamble|comment|string)\s*[{(])/i;
/** Lines of comment, which may name an address with its @. */
const APART = /^\s*%.*$/gm;

/**
 * BibTeX and BibLaTeX. citation-js reads an entry; fields that CSL has no place for, such as those of
 * archives, are taken from the entry itself.
 */
export const bibtex: Format = {
  name: 'bibtex',
  recognises: ({ text }) => BEGINNING.test((text ?? '').replace(APART, '')),
  async *read(source): AsyncGenerator<Found> {
    // Abbreviations hold for all entries after them.
    let strings = '';
    for await (const { kind, text, line } of bibtexEntries(source.text())) {
      if (kind === 'string') strings += text;
      if (['string', 'comment', 'preamble'].includes(kind)) continue;
      try {
        yield { kind: 'record', record: readEntry(strings, text, line) };
      } catch (error) {
        const reason = `isn’t valid BibTeX (${(error as Error).message.split('\n')[0]})`;
        yield { kind: 'refused', line, reason, raw: clipRaw(text) };
      }
    }
  },
};

function readEntry(strings: string, text: string, line: number): SourceRecord {
  const [entry] = plugins.input.chain(`${strings}${text}`, {
    generateGraph: false,
    target: '@biblatex/entries+list',
  });
  const { type, properties } = entry as { type: string; properties: Fields };
  // citation-js refuses entries for dates that EDTF allows; they are read here.
  const { date: _, ...undated } = properties;
  const [item] = plugins.input.chain([{ ...(entry as object), properties: undated }], {
    generateGraph: false,
  });
  const fields = (...names: string[]) =>
    names.map((name) => plain(properties[name])).filter((value) => value !== '');
  const record = fromCsl(withBodies(item as CslItem, properties), line);
  const { places, publication } = record;
  const holder = publication ? [] : ['publisher', 'institution', 'howpublished'];
  return {
    ...record,
    ...dateOf(properties, record),
    description: paragraphs([record.description, ...fields('annotation', 'annote')]),
    places: publication ? (places ?? []) : fields('location', 'address'),
    subjects: fields('keywords').flatMap((words) => words.split(/\s*[,;]\s*/)),
    source: fields(...holder, 'archive', 'library', 'archivelocation', 'shelfmark'),
    type: fields('type').length > 0 ? fields('type') : kindOf(type, record),
  };
}

/** Kinds of other packages' own, such as `@letter`, are told by their names. */
const kindOf = (type: string, { type: known = [] }: SourceRecord): readonly string[] =>
  STANDARD.has(type) ? known : [`${type.slice(0, 1).toUpperCase()}${type.slice(1)}`];

/** Kinds that citation-js knows, or that say nothing. */
const STANDARD = new Set(
  `article artwork audio book bookinbook booklet collection conference dataset electronic image
  inbook incollection inproceedings inreference jurisdiction legal legislation manual mastersthesis
  misc movie music mvbook mvcollection mvproceedings mvreference online patent performance
  periodical phdthesis proceedings reference report review software standard suppbook
  suppcollection suppperiodical techreport thesis unpublished video www`.split(/\s+/),
);

/** The date as the entry has it: BibLaTeX's in EDTF, in which ~ isn't a blank; else year and month. */
function dateOf(
  { date, year, month, day }: Fields,
  { date: read }: SourceRecord,
): { date: string; edtf?: string } | undefined {
  const edtf = String(date ?? '').trim();
  if (edtf) return { date: edtf, edtf };
  const printed = plain(year);
  if (read && /^\d{4}$/.test(printed)) return undefined;
  const words = [plain(day), MONTHS[Number(month) - 1] ?? plain(month), printed].filter(Boolean);
  return printed ? { date: words.join(' ') } : undefined;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => monthName(index + 1));

/** A field's text without LaTeX; citation-js does that for titles. */
function plain(text: string | undefined): string {
  const bare = String(text ?? '').trim();
  if (!/[\\{}~]|--/.test(bare)) return bare;
  const [item] = plugins.input.chain(`@misc{x, title = {${bare}}}`, { generateGraph: false });
  return String((item as CslItem).title ?? bare).replace(/<[^>]+>/g, '');
}
