import { mkdir, rm } from 'node:fs/promises';
import type { ReadPage } from '../../data/import/merge-coverage.ts';
import { readFound } from '../../data/import/read-found.ts';
import { createRejectLog, type Logged } from '../../data/import/reject-log.ts';
import type { Reject } from '../../data/import/report.ts';
import type { Spool, SpoolRange } from '../../data/import/spool.ts';
import type { Origin, SpooledDocument } from '../../data/import/spooled-document.ts';
import { withTextsBeside } from '../../data/import/texts/texts-beside.ts';
import { textsPath } from '../../data/texts/page.ts';
import type { Followed, Following, Part, Source } from '../kinds/kind.ts';
import { SourceFailure } from '../source-failure.ts';
import type { FollowedDocuments } from './apply-source.ts';

/** What a source gave, put aside until it is known that all of it is to be taken. */
export type SourceYield = FollowedDocuments & {
  extent: Followed<unknown>['extent'];
  /** How many records and files were refused. */
  failed: number;
  rejects: readonly Reject[];
  /** All that was logged of them, in the spool of what was refused. */
  rejected: readonly SpoolRange[];
  /** Whether what was logged before is of a record or a file that was read again, or is gone. */
  isReadAgain(logged: Pick<Logged, 'file' | 'record'>): boolean;
  notes: readonly string[];
  pages: readonly ReadPage[];
  renamed?: { from: string; to: string } | undefined;
  watermark: unknown;
};

/** What following needs besides the source. */
export type FollowingContext = Omit<Following<unknown>, 'take'> & {
  spool: Spool;
  texts: Spool;
  /** For what is refused. */
  rejectSpool: Spool;
};

/**
 * Asks a source what it has, and reads it.
 * @throws SourceFailure or SourceError if it can't be followed to its end
 */
export async function followSource(
  source: Source,
  context: FollowingContext,
): Promise<SourceYield> {
  const { spool, texts, rejectSpool, folder } = context;
  const rejected: SpoolRange[] = [];
  const rejectLog = createRejectLog(async (line) => rejected.push(await rejectSpool.add(line)));
  const documents: SpooledDocument[] = [];
  const notes: string[] = [];
  const pages: ReadPage[] = [];
  const deletedKeys = new Set<string>();
  const refusedKeys = new Set<string>();
  /** Parts in which records without a key were refused, or that broke off: what they lack may stay. */
  const uncertain = new Set<string>();

  async function take(part: Part): Promise<void> {
    const { name, collection, years = null, withTexts = true } = part;
    const contents = await readFound(part.found, name, {
      spool,
      texts: withTexts ? texts : null,
      rejectLog,
      map: new Map(),
      collection,
      years,
      followed: source.name,
      progressed() {},
    });
    if (contents.brokenOff !== null && !part.mayBreakOff) {
      throw new SourceFailure(`${name} ${contents.brokenOff}.`);
    }
    if (contents.brokenOff !== null || contents.refusedWithoutKey > 0) uncertain.add(name);
    for (const key of contents.deletedKeys) deletedKeys.add(key);
    for (const key of contents.refusedKeys) refusedKeys.add(key);
    notes.push(...contents.notes);
    pages.push(...contents.pages);
    const isCorpus = withTexts && part.isCorpus;
    const given = isCorpus
      ? await withTextsBeside(name, contents.documents, texts, rejectLog)
      : contents.documents;
    for (const document of given) documents.push(document);
  }

  await mkdir(folder);
  try {
    const { extent, unchangedParts, keys, renamed, watermark } = await source.follow({
      ...context,
      take,
    });
    const isDropped = (key: string) => deletedKeys.has(key) || keys?.has(key) === false;
    const isGone = ({ file, record = null }: Origin): boolean => {
      if (record !== null && refusedKeys.has(record)) return false;
      if (record !== null && isDropped(record)) return true;
      return extent === 'everything' && !unchangedParts?.has(file) && !uncertain.has(file);
    };
    const asTheyWere = new Set([...(unchangedParts ?? [])].flatMap((one) => [one, textsPath(one)]));
    const readKeys = new Set(documents.map(({ origin }) => origin?.record));
    const isReadAgain = ({ file, record }: Pick<Logged, 'file' | 'record'>): boolean => {
      if (extent === 'everything') return !asTheyWere.has(file);
      if (record === undefined) return false;
      return readKeys.has(record) || refusedKeys.has(record) || isDropped(record);
    };
    return {
      name: source.name,
      documents,
      isGone,
      extent,
      failed: rejectLog.refused(),
      rejects: rejectLog.listed,
      rejected,
      isReadAgain,
      notes,
      pages,
      renamed,
      watermark,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
