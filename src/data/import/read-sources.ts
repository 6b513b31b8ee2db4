import { resolve } from 'node:path';
import { unreadable } from '../corpus/problem.ts';
import { corpusOfTexts, isTextsPath } from '../texts/page.ts';
import { besideCorpora } from './corpus-files.ts';
import { findFiles } from './find-files.ts';
import { formatOf } from './formats.ts';
import type { ImportRequest } from './import-request.ts';
import { openSource } from './open-source.ts';
import type { SourceContents } from './read-found.ts';
import { readSource } from './read-source.ts';
import type { RejectLog } from './reject-log.ts';
import type { Spool } from './spool.ts';
import { withTextsBeside } from './texts/texts-beside.ts';
import { UNKNOWN, whyUnknown } from './why-unknown.ts';

/** What an import reads into: its folder for temporary files, the spools, and the log of rejects. */
export type ImportContext = { folder: string; spool: Spool; texts: Spool; rejectLog: RejectLog };

/**
 * Reads every file named, and those in the folders named. What stands beside a corpus is read with it,
 * if at all.
 * @param ours files of the corpus itself, which are left out
 * @returns what each file gave that could be read
 */
export async function readSources(
  request: ImportRequest,
  ours: readonly string[],
  { folder, spool, texts, rejectLog }: ImportContext,
): Promise<{ file: string; source: SourceContents }[]> {
  const { paths, collection, format = null, map = new Map(), years = null } = request;
  const found = await findFiles(paths);
  const leftOut = besideCorpora(found.files, ours);
  for (const reject of found.rejects) await rejectLog.add({ ...reject, taken: false, raw: '' });
  const read: { file: string; source: SourceContents }[] = [];
  let records = 0;
  for (const file of found.files.filter((path) => !leftOut.has(resolve(path)))) {
    const refuse = (reason: string) =>
      rejectLog.add({ file, line: null, reason, taken: false, raw: '' });
    if (isTextsPath(file)) {
      await refuse(`holds texts; name their corpus, ${corpusOfTexts(file)}`);
      continue;
    }
    try {
      const opened = await openSource(file, folder, request.encoding);
      const fitting = format ?? formatOf(opened.sample, map);
      if (!fitting) {
        await refuse(whyUnknown(opened.sample));
        continue;
      }
      const before = rejectLog.count();
      const source = await readSource(opened, fitting, {
        spool,
        texts: request.withTexts === false ? null : texts,
        rejectLog,
        map,
        collection,
        years,
        progressed: () => {
          records += 1;
          request.progressed?.(records, file);
        },
      });
      const isEmpty =
        source.documents.length + source.deleted === 0 && rejectLog.count() === before;
      if (isEmpty) await refuse(UNKNOWN);
      const documents =
        request.withTexts === false
          ? source.documents
          : await withTextsBeside(file, source.documents, texts, rejectLog);
      read.push({ file, source: { ...source, documents } });
    } catch (error) {
      await refuse(unreadable(error));
    }
  }
  return read;
}
