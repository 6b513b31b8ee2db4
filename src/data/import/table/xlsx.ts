import readWorkbook from 'read-excel-file/node';
import { type Format, type Found, type Sample, SourceFault } from '../format.ts';
import { describeMatch, isHead, matchColumns, rowToRecord } from './columns.ts';
import { unpackedSize } from './unpacked-size.ts';
import { workbookDay } from './workbook-day.ts';

/** Rows above the head that are looked through for it. */
const BEFORE_HEAD = 20;
/** Larger workbooks are refused before they are unpacked, in bytes. */
const LARGEST = 200 * 1024 * 1024;
const LARGEST_UNPACKED = 1024 * 1024 * 1024;

type Cell = string | number | boolean | Date | null;

/** Workbooks of Excel and its kin: every sheet that has a head. */
export const xlsx: Format = {
  name: 'xlsx',
  recognises: ({ bytes }) => isWorkbook(bytes),
  async *read(source, { map }): AsyncGenerator<Found> {
    const sheets = await readSheets(await whole(source.bytes()));
    let isAny = false;
    for (const { sheet, data } of sheets) {
      const rows = data.map((row) => row.map(asText));
      const at = rows
        .slice(0, BEFORE_HEAD)
        .findIndex((row) => row.filter(Boolean).length > 1 && isHead(matchColumns(row, new Map())));
      const names = rows[at] ?? (map.size > 0 ? rows[0] : undefined);
      if (!names) continue;
      isAny = true;
      const match = matchColumns(names, map);
      yield { kind: 'note', text: `sheet ${sheet}: ${describeMatch(match)}` };
      for (const [index, row] of rows.entries()) {
        if (index <= Math.max(at, 0) || row.every((cell) => !cell)) continue;
        const cell = (name: string) => row[names.indexOf(name)] ?? '';
        const place = `sheet ${sheet}, row ${index + 1}`;
        yield { kind: 'record', record: rowToRecord(cell, match, null, place) };
      }
    }
    if (isAny) return;
    throw new SourceFault(
      'has no sheet with columns that are known here; name them by --map title=COLUMN',
    );
  },
};

const asText = (cell: Cell): string =>
  cell instanceof Date ? workbookDay(cell) : String(cell ?? '').trim();

async function readSheets(bytes: Buffer): Promise<{ sheet: string; data: Cell[][] }[]> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === undefined) throw new SourceFault('is a workbook that is cut off or damaged');
  if (unpacked > LARGEST_UNPACKED) {
    throw new SourceFault(`unpacks to ${unpacked} bytes, more than any spreadsheet has`);
  }
  try {
    return (await readWorkbook(bytes)) as { sheet: string; data: Cell[][] }[];
  } catch (error) {
    throw new SourceFault(`can't be read as a spreadsheet: ${(error as Error).message}`);
  }
}

async function whole(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const held: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size > LARGEST) throw new SourceFault(`is a workbook of more than ${LARGEST} bytes`);
  }
  return Buffer.concat(held);
}

/** Told by the archive's signature and the names of its parts. */
function isWorkbook(bytes: Sample['bytes']): boolean {
  const beginning = Buffer.from(bytes).toString('latin1');
  return beginning.startsWith('PK\x03\x04') && /xl\/|\[Content_Types\]\.xml/.test(beginning);
}
