import type { Readable } from 'node:stream';
import { dateToSerial } from 'numfmt';
import { madeRecord } from './made-record.ts';
import { packWorkbook } from './pack-workbook.ts';

const COLUMNS = ['Title', 'Date', 'Description', 'URL'];

/** Made-up records as a workbook: days as numbers, texts shared, as Excel writes them. */
export const madeWorkbook = (count: number): Readable =>
  packWorkbook({
    sheets: { Documents: rows(count) },
    strings: strings(count),
    formats: ['yyyy\\-mm\\-dd'],
  });

function* rows(count: number): Generator<string> {
  yield `<row r="1">${COLUMNS.map((_, index) => `<c t="s"><v>${index}</v></c>`).join('')}</row>`;
  for (let number = 1; number <= count; number += 1) {
    const [title, description, url] = [1, 2, 3].map((index) => number * 3 + index);
    const day = dateToSerial(new Date(madeRecord(number).date), { ignoreTimezone: true });
    yield `<row r="${number + 1}"><c t="s"><v>${title}</v></c><c s="1"><v>${day}</v></c><c t="s"><v>${description}</v></c><c t="s"><v>${url}</v></c></row>`;
  }
}

function* strings(count: number): Generator<string> {
  for (const name of COLUMNS) yield `<si><t>${name}</t></si>`;
  for (let number = 1; number <= count; number += 1) {
    const { title, description, url } = madeRecord(number);
    yield `<si><t>${title}</t></si><si><t>${description}</t></si><si><t>${url}</t></si>`;
  }
}
