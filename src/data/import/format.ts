import type { Readable } from 'node:stream';
import type { Encoding } from './encoding/encoding.ts';
import type { SourceRecord } from './source-record.ts';
import type { Spool } from './spool.ts';

/** A range of an archive's own listing: its places `from` to `to`, counted from 1, of `listed`. */
export type ListingRange = { from: number; to: number; listed: number };

/** What a format finds in a source, in order. */
export type Found =
  | { kind: 'record'; record: SourceRecord }
  /** A record that can't be taken; `raw` is the record as it stands in the source. */
  | {
      kind: 'refused';
      line: number | null;
      place?: string;
      reason: string;
      raw: string;
      /** The source's own key of the record, where it has one. */
      key?: string;
    }
  /** Something that was taken, but should be looked at. */
  | { kind: 'doubt'; line: number | null; place?: string; key?: string; reason: string }
  /** A record that the source itself says is gone. */
  | { kind: 'deleted'; line: number | null; place?: string; key?: string }
  /** What a person should know of the source as a whole: the columns matched, pages not saved. */
  | { kind: 'note'; text: string }
  /** The records since the last one of these stood on a page of a listing. */
  | { kind: 'page'; heading: string | null; range: ListingRange | null };

/** The beginning of a source, by which its format is told. */
export type Sample = {
  /** At most 64 KiB. */
  bytes: Uint8Array;
  /** The same as text, the last line perhaps cut; null if it isn't text. */
  text: string | null;
  /** Whether this is all there is. */
  isWhole: boolean;
};

/** A source that can be read, once or several times. */
export type SourceFile = {
  /** As it was named: a path, or `-`. */
  name: string;
  sample: Sample;
  /** How its text is written down. */
  encoding: Encoding;
  /** Its bytes, from the beginning. */
  bytes(): Readable;
  /** Its text in pieces, decoded, a byte order mark left out. */
  text(): AsyncIterable<string>;
};

/** How a person wants a source read. */
export type ReadingOptions = {
  /** Fields by the columns or keys that a person has named: `--map title=Subject`. */
  map: ReadonlyMap<MappedField, string>;
  /** For what must be looked up again, and is more than memory holds. */
  spool: Spool;
};

/** The fields that columns are matched with. */
export type MappedField =
  | Exclude<keyof SourceRecord, 'line' | 'place' | 'key' | 'document' | 'publication' | 'pages'>
  | 'text';

/** One format that teams hold documents in. */
export type Format = {
  /** For `--format`, and to tell a person: `csv`, `bibtex`. */
  name: string;
  /** Whether a source is in this format, told by what it holds and not by its name. */
  recognises(sample: Sample): boolean;
  /**
   * Reads a source as a stream.
   * @throws SourceError for a source that can't be read any further
   */
  read(source: SourceFile, options: ReadingOptions): AsyncIterable<Found>;
};

/** Why a source can't be read any further, as the end of a sentence: `is cut off in line 12`. */
export class SourceError extends Error {
  override name = 'SourceFault';
  readonly line: number | null;

  constructor(reason: string, line: number | null = null) {
    super(reason);
    this.line = line;
  }
}
