import { Document } from '../../corpus/document.ts';
import { fromW3cdtf } from '../../dates/encoded.ts';
import { type Found, type ReadingOptions, SourceError } from '../format.ts';
import type { SourceRecord } from '../source-record.ts';
import { describeMatch, isHead, matchColumns, rowToRecord } from '../table/columns.ts';
import { DEEPEST, isShallow } from './is-shallow.ts';

/** An object's text in a source, and its first line. */
type JsonObject = { text: string; line: number };

/** What of a record that can't be taken is kept, in characters. */
const KEPT = 10_000;

export const clipRaw = (text: string): string => text.slice(0, KEPT);

/** Objects as records: our own documents as they are, any others by their keys. */
export async function* recordsOf(
  objects: AsyncIterable<JsonObject>,
  { map }: ReadingOptions,
): AsyncGenerator<Found> {
  let isDescribed = false;
  for await (const { text, line } of objects) {
    const read = readObject(text);
    if (typeof read === 'string') {
      yield { kind: 'refused', line, reason: read, raw: clipRaw(text) };
      continue;
    }
    const own = map.size === 0 ? Document.safeParse(read) : undefined;
    if (own?.success) {
      yield { kind: 'record', record: fromDocument(own.data, line) };
      continue;
    }
    const keys = flat(read);
    if (!keys) {
      const reason = `has objects more than ${DEEPEST} deep`;
      yield { kind: 'refused', line, reason, raw: clipRaw(text) };
      continue;
    }
    const cells = new Map(keys);
    const match = matchColumns([...cells.keys()], isDescribed ? mapped(map, cells) : map);
    if (!isDescribed) {
      if (!isHead(match)) {
        throw new SourceError(
          `has no keys that are recognised; name them with --map title=KEY (there are ${[...cells.keys()].join(', ')})`,
          line,
        );
      }
      yield { kind: 'note', text: describeMatch(match).replace('columns', 'keys') };
      isDescribed = true;
    }
    const record = rowToRecord((key) => cells.get(key) ?? '', match, line);
    const edtf = record.edtf ?? fromW3cdtf(record.date);
    yield { kind: 'record', record: edtf ? { ...record, edtf } : record };
  }
}

/** A key that one object lacks is blank there. */
const mapped = (map: ReadingOptions['map'], cells: ReadonlyMap<string, string>) =>
  new Map([...map].filter(([, key]) => cells.has(key)));

function readObject(text: string): object | string {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? read : 'is no object';
  } catch (error) {
    return `is not JSON (${(error as Error).message})`;
  }
}

/**
 * Keys and texts; those of an object inside come as `meta.title`, a list as a JSON array.
 * @returns undefined where objects or lists lie deeper in each other than any record's
 */
function flat(value: object, path: readonly string[] = []): [string, string][] | undefined {
  if (path.length > DEEPEST) return undefined;
  const cells: [string, string][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const way = [...path, key];
    if (inner === null || inner === undefined) cells.push([way.join('.'), '']);
    else if (Array.isArray(inner)) {
      if (!isShallow(inner, DEEPEST - path.length)) return undefined;
      cells.push([way.join('.'), JSON.stringify(inner)]);
    } else if (typeof inner === 'object') {
      const within = flat(inner, way);
      if (!within) return undefined;
      cells.push(...within);
    } else cells.push([way.join('.'), String(inner)]);
  }
  return cells;
}

const fromDocument = (document: Document, line: number): SourceRecord => ({
  document,
  line,
  title: document.title,
  date: document.date.text,
  description: document.description,
});
