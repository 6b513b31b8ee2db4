import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { type Format, type Found, type Sample, SourceError } from '../format.ts';
import { type ColumnMatch, describeMatch, rowToRecord } from './columns.ts';
import { type Head, seekHead, surelyHead } from './head.ts';
import { separatorOf } from './separator.ts';
import { closeQuotes } from './unclosed-quotes.ts';

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
    const unclosed: number[] = [];
    const text = closeQuotes(source.text(), delimiter, (line) => unclosed.push(line));
    const rows = Readable.from(text).on('error', (error) => parser.destroy(error));
    rows.pipe(parser);
    const seeking = seekHead(map);
    let head: Head | undefined;
    let end = 0;
    try {
      for await (const { record, info, raw } of parser as AsyncIterable<Row>) {
        const line = end + 1;
        end = info.lines;
        if (unclosed.length > 0) yield* unclosed.splice(0).map(doubtOf);
        if (!head) {
          head = seeking.see(record);
          if (head) yield { kind: 'note', text: describeMatch(head.match) };
          else if (seeking.isOver) break;
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
      if (error instanceof SourceError) throw error;
      const { code, message } = error as { code?: string; message: string };
      if (!code?.startsWith('CSV_')) throw error;
      throw new SourceError(`can't be read as a table any further: ${message}`, end + 1);
    }
    if (!head) throw seeking.error();
  },
};

const doubtOf = (line: number): Found => ({
  kind: 'doubt',
  line,
  reason: 'has a quote that is not closed; the line was read as a row by itself',
});

/** The head of a table of documents in a source's beginning. */
function headIn({ text }: Sample): ColumnMatch | undefined {
  const delimiter = text === null ? undefined : separatorOf(text);
  if (!text || !delimiter) return undefined;
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.split(delimiter).map((cell) => cell.replace(/^"|"$/g, '').trim()));
  return surelyHead(rows);
}
