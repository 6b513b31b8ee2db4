import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { type Format, type Found, type Sample, SourceFault } from '../format.ts';
import { type ColumnMatch, describeMatch, isHead, matchColumns, rowToRecord } from './columns.ts';
import { separatorOf } from './separator.ts';

/** Lines above the head that are looked through for it. */
const BEFORE_HEAD = 20;
/** A longer record is none, in characters. */
const LARGEST_RECORD = 1_000_000;

/** A row, the line where it begins, and the row as it stands. */
type Row = { record: string[]; info: { lines: number }; raw: string };

/** Tables as text: divided by commas, semicolons, tabs or bars. */
export const csv: Format = {
  name: 'csv',
  recognises: (sample) => headIn(sample) !== undefined,
  async *read(source, { map }): AsyncGenerator<Found> {
    const delimiter = separatorOf(source.sample.text ?? '') ?? ',';
    const parser = parse({
      delimiter,
      bom: true,
      info: true,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LARGEST_RECORD,
    });
    const rows = Readable.from(source.text()).on('error', (error) => parser.destroy(error));
    rows.pipe(parser);
    let head: { names: string[]; match: ColumnMatch } | undefined;
    const above: string[][] = [];
    let end = 0;
    try {
      for await (const { record, info, raw } of parser as AsyncIterable<Row>) {
        const line = end + 1;
        end = info.lines;
        if (!head) {
          above.push(record);
          const match = isLikelyHead(record) ? matchColumns(record, map) : undefined;
          if (match && (isHead(match) || map.size > 0)) {
            head = { names: record, match };
            yield { kind: 'note', text: describeMatch(match) };
          } else if (above.length >= BEFORE_HEAD) break;
          continue;
        }
        const { names, match } = head;
        if (record.every((cell) => !cell.trim())) continue;
        if (record.length > names.length) {
          const reason = `has ${record.length} cells for ${names.length} columns`;
          yield { kind: 'refused', line, reason, raw: raw.trimEnd() };
          continue;
        }
        yield {
          kind: 'record',
          record: rowToRecord((name) => record[names.indexOf(name)] ?? '', match, line),
        };
      }
    } catch (error) {
      if (error instanceof SourceFault) throw error;
      const { code, message } = error as { code?: string; message: string };
      if (!code?.startsWith('CSV_')) throw error;
      throw new SourceFault(`can't be read as a table any further: ${message}`, end + 1);
    }
    if (!head) throw new SourceFault(noHead(above[0] ?? []));
  },
};

const isLikelyHead = (cells: readonly string[]): boolean =>
  cells.filter((cell) => cell.trim()).length > 1;

const noHead = (names: readonly string[]): string =>
  `has no columns that are known here; name them by --map title=COLUMN (there are ${names.join(', ')})`;

/** The head of a table of documents in a source's beginning. */
function headIn({ text }: Sample): ColumnMatch | undefined {
  const delimiter = text === null ? undefined : separatorOf(text);
  if (!text || !delimiter) return undefined;
  return text
    .split(/\r?\n/)
    .slice(0, BEFORE_HEAD)
    .map((line) => line.split(delimiter).map((cell) => cell.replace(/^"|"$/g, '').trim()))
    .filter(isLikelyHead)
    .map((names) => matchColumns(names, new Map()))
    .find(({ fields }) => (fields.has('title') ? fields.size > 1 : fields.size > 2));
}
