import { madeWords } from './made-record.ts';
import type { Shape } from './text-shapes.ts';

/** A text of 2,000 words on three pages, as letters and reports are long. */
const WORDS = [800, 800, 400];

const pagesOf = (number: number): readonly string[] =>
  WORDS.map((count, page) => madeWords(count, number, number + page));

/** Formats of records with full texts, by their names; they are only made if they are named. */
export const FULL_TEXTS: Readonly<Record<string, Shape>> = {
  'csv-texts': {
    before: 'Title,Date,URL,Text\n',
    record: ({ title, date, url }, number) =>
      [title, date, url, `"${pagesOf(number).join('\f')}"`].join(','),
    between: '\n',
    after: '\n',
  },
  'tei-texts': {
    before:
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A volume</title></titleStmt></fileDesc></teiHeader><text><body>\n',
    record: ({ title, date }, number) =>
      `<div type="document" xml:id="d${number}" n="${number}"><head>${title}</head><dateline><date when="${date}">${date}</date></dateline>${pagesOf(
        number,
      )
        .map(
          (page, index) =>
            `<pb n="${3 * number + index}"/><p>${page}<note n="1">A note.</note></p>`,
        )
        .join('\n')}</div>`,
    between: '\n',
    after: '\n</body></text></TEI>\n',
  },
};
