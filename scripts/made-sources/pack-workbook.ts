import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A workbook's parts, as pieces of XML without their outermost elements. */
export type WorkbookParts = {
  /** Rows of cells, by the sheets' names. */
  sheets: Readonly<Record<string, Iterable<string>>>;
  /** Texts that cells refer to, each in an `si`. */
  strings?: Iterable<string>;
  /** Number formats of the cells by their styles, counted from 1; those built in by their numbers. */
  formats?: readonly (string | number)[];
  isFrom1904?: boolean;
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Formats of our own begin here. */
const FIRST_FORMAT = 164;

/**
 * Packs a workbook as Excel does, without holding it in memory.
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/ Part 1, 12
 */
export function packWorkbook({
  sheets,
  strings = [],
  formats = [],
  isFrom1904 = false,
}: WorkbookParts): Readable {
  const zip = new ZipFile();
  const add = (name: string, pieces: Iterable<string>) =>
    zip.addReadStreamLazy(name, (use) => use(null, Readable.from(pieces)));
  const names = Object.keys(sheets);

  add('[Content_Types].xml', [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
  ]);
  add('_rels/.rels', [relationships([['officeDocument', 'xl/workbook.xml']])]);
  add('xl/workbook.xml', [
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${isFrom1904 ? ' date1904="1"' : ''}/><sheets>`,
    ...names.map(
      (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 3}"/>`,
    ),
    '</sheets></workbook>',
  ]);
  add('xl/_rels/workbook.xml.rels', [
    relationships([
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
      ...names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
    ]),
  ]);
  add('xl/styles.xml', [
    `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>`,
    ...formats.map(
      (code, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${code}"/>`,
    ),
    '</numFmts><cellXfs><xf numFmtId="0"/>',
    ...formats.map((format, index) => {
      const id = typeof format === 'number' ? format : FIRST_FORMAT + index;
      return `<xf numFmtId="${id}"/>`;
    }),
    '</cellXfs></styleSheet>',
  ]);
  add('xl/sharedStrings.xml', within('sst', '', strings));
  for (const [index, rows] of Object.values(sheets).entries()) {
    add(`xl/worksheets/sheet${index + 1}.xml`, within('worksheet', 'sheetData', rows));
  }
  zip.end();
  return zip.outputStream as Readable;
}

const relationships = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(
      ([kind, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

function* within(outer: string, inner: string, pieces: Iterable<string>): Generator<string> {
  yield `${HEAD}<${outer} xmlns="${MAIN}">${inner && `<${inner}>`}`;
  yield* pieces;
  yield `${inner && `</${inner}>`}</${outer}>`;
}
