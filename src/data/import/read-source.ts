import { mayBeIllFormed, parseWellFormed } from '../corpus/well-formed.ts';
import type { Convention } from '../dates/convention.ts';
import { learnConvention } from '../dates/learn-convention.ts';
import { collectionName } from './collection-name.ts';
import { decodingDoubts } from './encoding/decoding-doubts.ts';
import { type Format, type ReadingOptions, SourceError, type SourceFile } from './format.ts';
import type { ReadPage } from './merge-coverage.ts';
import type { RejectLog } from './reject-log.ts';
import type { SourceRecord } from './source-record.ts';
import type { Spool, SpoolRange } from './spool.ts';
import { type SpooledDocument, spoolDocument } from './spooled-document.ts';
import { type SpooledText, spoolText } from './texts/spooled-text.ts';
import { toDocument } from './to-document.ts';

/** What a source gave. */
export type SourceContents = {
  documents: readonly SpooledDocument[];
  pages: readonly ReadPage[];
  /** What to know of the source as a whole. */
  notes: readonly string[];
  /** Records that the source says are gone. */
  deleted: number;
};

/** What reading a source needs besides the source. */
export type SourceContext = {
  spool: Spool;
  /** Where texts are put aside; null if they aren't taken. */
  texts: Spool | null;
  rejectLog: RejectLog;
  map: ReadingOptions['map'];
  /** Null if the pages or their files name it. */
  collection: string | null;
  /** The years that those of two figures are of; null where each source's whole years tell it. */
  years: Convention['years'];
  /** How many records it may have, refused ones included. */
  most: number | undefined;
  /** Told after each record. */
  progressed(): void;
};

/** A source has more records than were to be read; nothing was written. */
export class TooManyRecords extends Error {
  override name = 'TooManyRecords';
}

const ILL_FORMED = 'holds half a character or a control character, which was replaced or left out';

/** Records that stood together: on a page of a listing, or in the whole file. */
type Group = { heading: string | null; range: ReadPage['range'] | null; records: SpooledRecord[] };

/** A record put aside, and its text. */
type SpooledRecord = SpoolRange & { text: SpooledText | null };

/**
 * Reads a source to its end, or as far as it can be read. Its records are spooled first: only the
 * last of them may tell how the dates of all are written.
 */
export async function readSource(
  source: SourceFile,
  format: Format,
  { spool, texts, rejectLog, map, collection, years, most = Infinity, progressed }: SourceContext,
): Promise<SourceContents> {
  const file = source.name;
  const groups: Group[] = [];
  let records: SpooledRecord[] = [];
  const notes: string[] = decodingDoubts(source);
  const learning = learnConvention(years);
  let deleted = 0;
  let seen = 0;
  const log = (taken: boolean, line: number | null, reason: string, raw = '') =>
    rejectLog.add({ file, line, reason, taken, raw });

  try {
    for await (const found of format.read(source, { map, spool })) {
      if (found.kind === 'record' || found.kind === 'refused') seen += 1;
      if (seen > most) throw new TooManyRecords();
      switch (found.kind) {
        case 'record': {
          const { pages, ...record } = found.record;
          learning.see(record.date);
          const text = texts && pages ? await spoolText(pages, texts) : null;
          records.push({ ...(await spool.add(JSON.stringify(record))), text });
          progressed();
          break;
        }
        case 'refused':
          await log(false, found.line, withPlace(found.place, found.reason), found.raw);
          break;
        case 'doubt':
          await log(true, found.line, withPlace(found.place, found.reason));
          break;
        case 'page':
          groups.push({ heading: found.heading, range: found.range, records });
          records = [];
          break;
        case 'note':
          notes.push(found.text);
          break;
        case 'deleted':
          deleted += 1;
      }
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    await log(false, error.line, error.message);
  }
  if (records.length > 0) groups.push({ heading: null, range: null, records });

  const heading = groups.find((group) => group.heading !== null)?.heading;
  const { convention, notes: readings } = learning.learned();
  const documents: SpooledDocument[] = [];
  const pages: ReadPage[] = [];
  for (const group of groups) {
    const home = collection ?? group.heading ?? heading ?? collectionName(file);
    if (group.range) {
      pages.push({ collection: home, range: group.range, found: group.records.length });
    }
    for (const { text, ...range } of group.records) {
      const line = await spool.read(range);
      const record = parseWellFormed(line) as SourceRecord;
      const { document, doubts } = toDocument(record, home, convention);
      const isMended = mayBeIllFormed(line) && JSON.stringify(record) !== line;
      const origin = { file, line: record.line, place: record.place ?? null };
      documents.push(await spoolDocument(document, spool, origin, text));
      for (const doubt of isMended ? [...doubts, ILL_FORMED] : doubts)
        await log(true, record.line, withPlace(record.place, doubt));
    }
  }
  return { documents, pages, notes: [...notes, ...readings], deleted };
}

const withPlace = (place: string | undefined, reason: string): string =>
  place ? `${place}: ${reason}` : reason;
