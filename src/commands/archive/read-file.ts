import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { addedId } from '../../data/corpus/added-id.ts';
import { Document } from '../../data/corpus/document.ts';
import type { UploadedDocument, UploadReport } from '../../data/import/upload/read-upload.ts';
import { createUploadReader } from '../../data/import/upload/upload-reader.ts';
import { UserError } from '../../errors.ts';
import type { Attachment } from '../../interactions/attachments.ts';
import type { Services } from '../../interactions/command.ts';
import type { NewDocument } from '../../store/tables/added-rows.ts';
import { importWords } from '../../wording/imports.ts';
import { findHereAlready } from './here-already.ts';
import { LARGEST_FILE } from './limits.ts';

/** What a file holds that the server doesn't have, and what was said of the rest. */
export type ReadFile = {
  fresh: readonly NewDocument[];
  /** How many documents of the file the server has already, in the corpus or added. */
  present: number;
  /** How many of those say something else than in the file, and the first of them. */
  differing: { total: number; first: readonly Differing[] };
  report: UploadReport;
  /** The same as long as the same documents are read. */
  digest: string;
};

/** A document that is here already and says something else in the file. */
type Differing = { line: number | null; title: string; fields: readonly string[] };

const AT_A_TIME = 100;
/** No more documents are named that differ. */
const NAMED = 10;

const readUpload = createUploadReader();

/**
 * Downloads a file from Discord and reads it, in a thread of its own.
 * @throws UserError if it can't be had or read, saying why
 */
export async function readFile(
  file: Attachment,
  collection: string | null,
  guild: string,
  services: Pick<Services, 'archive' | 'attachments'>,
): Promise<ReadFile> {
  const bytes = await services.attachments.download(file, LARGEST_FILE);
  await using contents = await readUpload({ filename: file.filename, bytes, collection });
  if ('problem' in contents) {
    throw new UserError(importWords.unreadable(file.filename, contents.problem));
  }
  const digest = createHash('sha256');
  const fresh: NewDocument[] = [];
  const differing = { total: 0, first: [] as Differing[] };
  const take = async (some: readonly UploadedDocument[]) => {
    // Others have their turn between: reading JSON takes a while.
    await nextTurn();
    const read = some.map(({ document: given, line, place }) => {
      const document = Document.parse(given);
      digest.update(JSON.stringify(document));
      const added = { ...document, id: addedId(guild, document) };
      return { document: added, line, place, idInCorpus: document.id };
    });
    const here = await findHereAlready(read, services.archive);
    for (const { idInCorpus: _, ...one } of read) {
      const there = here.get(one.document.id);
      if (!there) fresh.push(one);
      else if (there.differs.length > 0) {
        differing.total += 1;
        const { title } = one.document;
        if (differing.first.length < NAMED)
          differing.first.push({ line: one.line, title, fields: there.differs });
      }
    }
  };
  let some: UploadedDocument[] = [];
  for await (const uploaded of contents.documents()) {
    some.push(uploaded);
    if (some.length < AT_A_TIME) continue;
    await take(some);
    some = [];
  }
  await take(some);
  const present = contents.total - fresh.length;
  return { fresh, present, differing, report: contents.report, digest: digest.digest('hex') };
}
