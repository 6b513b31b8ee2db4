import type { Format, Found, Sample, SourceError } from '../format.ts';
import { wholeBytes } from '../whole-bytes.ts';
import { describeMatch, rowToRecord } from './columns.ts';
import { type Head, seekHead } from './head.ts';
import { numberFormats } from './workbook/number-formats.ts';
import { openWorkbook } from './workbook/open-workbook.ts';
import { openParts } from './workbook/parts.ts';
import { rowsOf } from './workbook/rows.ts';
import { sharedStrings } from './workbook/strings.ts';

/** Larger workbooks don't fit into memory while they are unpacked, in bytes. */
const LARGEST = 128 * 1024 * 1024;

/** Workbooks of Excel and its kin: every sheet that has a head. */
export const xlsx: Format = {
  name: 'xlsx',
  recognises: ({ bytes }) => isWorkbook(bytes),
  async *read(source, { map, spool }): AsyncGenerator<Found> {
    const parts = await openParts(await wholeBytes(source, LARGEST));
    const { sheets, strings, styles, isFrom1904 } = await openWorkbook(parts);
    const shared = {
      strings: await sharedStrings(parts, strings, spool),
      formats: await numberFormats(parts, styles),
      isFrom1904,
    };
    let isAny = false;
    let error: SourceError | undefined;
    for (const sheet of sheets) {
      const seeking = seekHead(map);
      let head: Head | undefined;
      let unnamed = 0;
      for await (const { number, cells } of rowsOf(parts, sheet.part, shared)) {
        if (!head) {
          head = seeking.see(cells);
          if (head)
            yield { kind: 'note', text: `sheet ${sheet.name}: ${describeMatch(head.match)}` };
          else if (seeking.isOver) break;
          continue;
        }
        const { names, match } = head;
        if (cells.some((cell, index) => cell && !names[index])) unnamed += 1;
        const cell = (name: string) => cells[names.indexOf(name)] ?? '';
        const place = `sheet ${sheet.name}, row ${number}`;
        yield { kind: 'record', record: rowToRecord(cell, match, null, place) };
      }
      if (unnamed > 0) {
        const text = `sheet ${sheet.name}: rows with something in columns without a name, which is not taken: ${unnamed}`;
        yield { kind: 'note', text };
      }
      isAny ||= head !== undefined;
      error ??= seeking.error();
    }
    if (!isAny && error) throw error;
  },
};

/** Told by the archive's signature and the names of its parts. */
function isWorkbook(bytes: Sample['bytes']): boolean {
  const beginning = Buffer.from(bytes).toString('latin1');
  return beginning.startsWith('PK\x03\x04') && /xl\/|\[Content_Types\]\.xml/.test(beginning);
}
