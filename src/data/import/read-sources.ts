import { resolve } from 'node:path';
import { unreadable } from '../corpus/fault.ts';
import { findFiles } from './find-files.ts';
import { formatOf } from './formats.ts';
import type { ImportRequest } from './import-request.ts';
import { openSource } from './open-source.ts';
import { readSource, type Source } from './read-source.ts';
import type { Telling } from './rejects-file.ts';
import type { Spool } from './spool.ts';
import { UNKNOWN, whyUnknown } from './why-unknown.ts';

/** Where what is read is put aside, and told of. */
export type Aside = { folder: string; spool: Spool; telling: Telling };

/**
 * Reads every file named, and those in the folders named.
 * @param ours files of the corpus itself, which are left out
 * @returns what each file gave that could be read
 */
export async function readSources(
  request: ImportRequest,
  ours: readonly string[],
  { folder, spool, telling }: Aside,
): Promise<{ file: string; source: Source }[]> {
  const { paths, collection, format = null, map = new Map(), years = null } = request;
  const own = ours.map((path) => resolve(path));
  const found = await findFiles(paths);
  for (const reject of found.rejects) await telling.tell({ ...reject, taken: false, raw: '' });
  const read: { file: string; source: Source }[] = [];
  let records = 0;
  for (const file of found.files.filter((path) => !own.includes(resolve(path)))) {
    const refuse = (reason: string) =>
      telling.tell({ file, line: null, reason, taken: false, raw: '' });
    try {
      const opened = await openSource(file, folder, request.encoding);
      const fitting = format ?? formatOf(opened.sample, map);
      if (!fitting) {
        await refuse(whyUnknown(opened.sample));
        continue;
      }
      const before = telling.count();
      const source = await readSource(opened, fitting, {
        spool,
        telling,
        map,
        collection,
        years,
        progressed: () => {
          records += 1;
          request.progressed?.(records, file);
        },
      });
      const isEmpty = source.entries.length + source.deleted === 0 && telling.count() === before;
      if (isEmpty) await refuse(UNKNOWN);
      read.push({ file, source });
    } catch (error) {
      await refuse(unreadable(error));
    }
  }
  return read;
}
