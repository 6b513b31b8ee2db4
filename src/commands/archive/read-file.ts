import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkDocument } from '../../data/corpus/check-document.ts';
import type { Document } from '../../data/corpus/document.ts';
import { addedId } from '../../data/corpus/added-id.ts';
import type { UploadReport } from '../../data/import/upload/read-upload.ts';
import { createUploadReader } from '../../data/import/upload/upload-reader.ts';
import { UserError } from '../../errors.ts';
import type { Attachment } from '../../interactions/attachments.ts';
import type { Services } from '../../interactions/command.ts';
import type { NewDocument } from '../../store/tables/added-rows.ts';
import { LARGEST_FILE } from './limits.ts';

/** What a file holds that the server doesn't have, and what was said of the rest. */
export type ReadFile = {
  fresh: readonly NewDocument[];
  /** How many documents of the file the server has already, in the corpus or added. */
  present: number;
  report: UploadReport;
  /** The same as long as the same documents are read. */
  digest: string;
};

const AT_A_TIME = 250;

const readUpload = createUploadReader();

/**
 * Downloads a file from Discord and reads it, in a thread of its own.
 * @throws UserError if it can't be had or read, saying why
 */
export async function readFile(
  file: Attachment,
  collection: string | null,
  guild: string,
  services: Pick<Services, 'archive' | 'attachments' | 'store'>,
): Promise<ReadFile> {
  const bytes = await services.attachments.download(file, LARGEST_FILE);
  const contents = await readUpload({ filename: file.filename, bytes, collection });
  if ('problem' in contents) {
    throw new UserError(`“${file.filename}” ${contents.problem}. Nothing was added.`);
  }
  const { documents, report } = contents;
  const digest = createHash('sha256');
  const fresh: NewDocument[] = [];
  for (let at = 0; at < documents.length; at += AT_A_TIME) {
    // Others have their turn between: reading JSON takes a while.
    await nextTurn();
    const some = documents.slice(at, at + AT_A_TIME).map(({ json, line, place }) => {
      digest.update(json);
      const document = requireDocument(json);
      return {
        document: { ...document, id: addedId(guild, document) },
        id: document.id,
        line,
        place,
      };
    });
    const ids = some.flatMap(({ document, id }) => [document.id, id]);
    const inCorpus = new Set(await services.archive.loaded(ids));
    const added = await services.store.additions.find(guild, ids);
    for (const { id, ...one } of some) {
      const isHere = [id, one.document.id].some((known) => inCorpus.has(known) || added.has(known));
      if (!isHere) fresh.push(one);
    }
  }
  const present = documents.length - fresh.length;
  return { fresh, present, report, digest: digest.digest('hex') };
}

function requireDocument(json: string): Document {
  const read = checkDocument(json);
  if ('document' in read) return read.document;
  throw new Error('the import has written what is no document');
}
