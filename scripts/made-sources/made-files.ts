import { Readable } from 'node:stream';
import { FULL_TEXTS } from './full-texts.ts';
import { madeRecord } from './made-record.ts';
import { madeWorkbook } from './made-workbook.ts';
import { type Shape, TEXT_SHAPES } from './text-shapes.ts';
import { XML_SHAPES } from './xml-shapes.ts';

const RECORDS = { ...TEXT_SHAPES, ...XML_SHAPES };
const SHAPES: Readonly<Record<string, Shape>> = { ...RECORDS, ...FULL_TEXTS };

/** The formats that many records can be made up in, by their names. */
export const MADE_FORMATS: readonly string[] = ['xlsx', ...Object.keys(RECORDS)];
/** The same with full texts. */
export const MADE_WITH_TEXTS: readonly string[] = Object.keys(FULL_TEXTS);

/** Made-up records 1 to `count` in a format, as one file or as many. */
export function* madeFiles(format: string, count: number): Generator<Readable> {
  const shape = SHAPES[format];
  if (!shape) {
    yield madeWorkbook(count);
    return;
  }
  const { perFile = count } = shape;
  for (let first = 1; first <= count; first += perFile) {
    yield Readable.from(written(shape, first, Math.min(count, first + perFile - 1)));
  }
}

function* written(shape: Shape, first: number, last: number): Generator<string> {
  const { before, record, between, after } = shape;
  yield before;
  for (let number = first; number <= last; number += 1) {
    yield `${record(madeRecord(number), number)}${number < last ? between : after}`;
  }
}
