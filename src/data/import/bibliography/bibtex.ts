import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { Format, Found } from '../format.ts';
import { keptRaw } from '../json/objects.ts';
import type { SourceRecord } from '../source-record.ts';
import { bibtexEntries } from './bibtex-entries.ts';
import { type CslItem, fromCsl } from './csl-item.ts';

/** An entry's own fields, before citation-js makes CSL of them. */
type Fields = Readonly<Record<string, string | undefined>>;

/**
 * BibTeX and BibLaTeX. citation-js reads an entry; fields that CSL has no place for, such as those of
 * archives, are taken from the entry itself.
 */
export const bibtex: Format = {
  name: 'bibtex',
  recognises: ({ text }) => /^(?:\s*%[^\n]*\n|\s)*@\s*\w+\s*\{\s*[^\s,{}]*\s*[,=]/.test(text ?? ''),
  async *read(source): AsyncGenerator<Found> {
    // Abbreviations hold for all entries after them.
    let strings = '';
    for await (const { kind, text, line } of bibtexEntries(source.text())) {
      if (kind === 'string') strings += text;
      if (['string', 'comment', 'preamble'].includes(kind)) continue;
      try {
        yield { kind: 'record', record: readEntry(strings, text, line) };
      } catch (error) {
        const reason = `is no BibTeX (${(error as Error).message.split('\n')[0]})`;
        yield { kind: 'refused', line, reason, raw: keptRaw(text) };
      }
    }
  },
};

function readEntry(strings: string, text: string, line: number): SourceRecord {
  const input = `${strings}${text}`;
  const [item] = plugins.input.chain(input, { generateGraph: false });
  const [entry] = plugins.input.chain(input, {
    generateGraph: false,
    target: '@biblatex/entries+list',
  });
  const { type, properties } = entry as { type: string; properties: Fields };
  const record = fromCsl(item as CslItem, line);
  const fields = (...names: string[]) =>
    names.map((name) => plain(properties[name])).filter((value) => value !== '');
  // EDTF, in which ~ is no blank of LaTeX.
  const date = (properties.date ?? '').trim();
  const notes = fields('annotation', 'annote', 'note').filter(
    (note) => !record.description.includes(note),
  );
  return {
    ...record,
    ...(date ? { date, edtf: date } : {}),
    description: [record.description, ...notes].filter(Boolean).join('\n\n'),
    places: fields('location', 'address'),
    subjects: fields('keywords').flatMap((words) => words.split(/\s*[,;]\s*/)),
    source: fields(
      'institution',
      'archive',
      'library',
      'howpublished',
      'archivelocation',
      'shelfmark',
    ),
    type: [...fields('type'), type],
  };
}

/** A field's text without LaTeX; citation-js does that for titles. */
function plain(text: string | undefined): string {
  const bare = String(text ?? '').trim();
  if (!/[\\{}~]|--/.test(bare)) return bare;
  const [item] = plugins.input.chain(`@misc{x, title = {${bare}}}`, { generateGraph: false });
  return String((item as CslItem).title ?? bare).replace(/<[^>]+>/g, '');
}
