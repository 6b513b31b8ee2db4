import { mayBeIllFormed, parseWellFormed } from '../corpus/well-formed.ts';
import type { Convention } from '../dates/convention.ts';
import { learnConvention } from '../dates/learn-convention.ts';
import { collectionName } from './collection-name.ts';
import { type Found, type ReadingOptions, SourceError } from './format.ts';
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
  /** Records that the source says are gone: how many, and the keys of those that have one. */
  deleted: number;
  deletedKeys: readonly string[];
  /** Records that were refused: the keys of those that have one, and how many have none. */
  refusedKeys: readonly string[];
  refusedWithoutKey: number;
  /** Why it couldn't be read to its end; null if it could. */
  brokenOff: string | null;
};

/** What reading a source needs besides the source. */
export type ReadingContext = {
  spool: Spool;
  /** Where texts are put aside; null if they aren't taken. */
  texts: Spool | null;
  rejectLog: RejectLog;
  map: ReadingOptions['map'];
  /** Null if the pages or their files name it. */
  collection: string | null;
  /** The years that those of two figures are of; null where each source's whole years tell it. */
  years: Convention['years'];
  /** The name of the source that is followed, for the documents' origins; null for an import. */
  followed?: string | null;
  /** Told after each record. */
  progressed(): void;
};

const ILL_FORMED = 'holds half a character or a control character, which was replaced or left out';

/** Records that stood together: on a page of a listing, or in the whole file. */
type Group = { heading: string | null; range: ReadPage['range'] | null; records: SpooledRecord[] };

/** A record put aside, and its text. */
type SpooledRecord = SpoolRange & { text: SpooledText | null };

/**
 * Makes documents of what is found in a source, to its end or as far as it can be read. Its records are
 * spooled first: only the last of them may tell how the dates of all are written.
 * @param file the source's name: a file, an address
 */
export async function readFound(
  found: AsyncIterable<Found>,
  file: string,
  { spool, texts, rejectLog, collection, years, followed = null, progressed }: ReadingContext,
): Promise<SourceContents> {
  const groups: Group[] = [];
  let records: SpooledRecord[] = [];
  const notes: string[] = [];
  const learning = learnConvention(years);
  let deleted = 0;
  const deletedKeys: string[] = [];
  const refusedKeys: string[] = [];
  let refusedWithoutKey = 0;
  let brokenOff: string | null = null;
  const log = (taken: boolean, line: number | null, reason: string, key?: string, raw = '') => {
    const record = followed !== null && key !== undefined ? { record: key } : {};
    return rejectLog.add({ file, line, reason, taken, raw, ...record });
  };

  try {
    for await (const one of found) {
      switch (one.kind) {
        case 'record': {
          const { pages, ...record } = one.record;
          learning.see(record.date, record.edtf);
          const text = texts && pages ? await spoolText(pages, texts) : null;
          records.push({ ...(await spool.add(JSON.stringify(record))), text });
          progressed();
          break;
        }
        case 'refused':
          if (one.key === undefined) refusedWithoutKey += 1;
          else refusedKeys.push(one.key);
          await log(false, one.line, withPlace(one.place, one.reason), one.key, one.raw);
          break;
        case 'doubt':
          await log(true, one.line, withPlace(one.place, one.reason), one.key);
          break;
        case 'page':
          groups.push({ heading: one.heading, range: one.range, records });
          records = [];
          break;
        case 'note':
          notes.push(one.text);
          break;
        case 'deleted':
          deleted += 1;
          if (one.key !== undefined) deletedKeys.push(one.key);
      }
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    brokenOff = error.message;
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
      const origin = {
        file,
        line: record.line,
        place: record.place ?? null,
        ...(followed !== null && { source: followed, record: record.key ?? null }),
      };
      documents.push(await spoolDocument(document, spool, origin, text));
      for (const doubt of isMended ? [...doubts, ILL_FORMED] : doubts)
        await log(true, record.line, withPlace(record.place, doubt), record.key);
    }
  }
  return {
    documents,
    pages,
    notes: [...notes, ...readings],
    deleted,
    deletedKeys,
    refusedKeys,
    refusedWithoutKey,
    brokenOff,
  };
}

const withPlace = (place: string | undefined, reason: string): string =>
  place ? `${place}: ${reason}` : reason;
