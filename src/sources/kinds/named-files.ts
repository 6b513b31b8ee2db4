import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { resolve } from 'node:path';
import { besideCorpora } from '../../data/import/corpus-files.ts';
import { findFiles } from '../../data/import/find-files.ts';
import { isTextsPath } from '../../data/texts/page.ts';
import { SourceFailure } from '../source-failure.ts';

/**
 * The files that a source's paths name, as absolute paths: files, folders, and globs such as
 * `letters/*.csv`.
 * @param base the folder from which paths start
 * @throws SourceFailure for a path where there is nothing: it may be a disk that isn't there
 */
export async function namedFiles(
  paths: readonly string[],
  base: string,
  leftOut: ReadonlySet<string>,
): Promise<string[]> {
  const named: string[] = [];
  for (const path of paths) {
    const whole = resolve(base, path);
    if (existsSync(whole)) {
      named.push(whole);
      continue;
    }
    const fitting: string[] = [];
    for await (const file of glob(path, { cwd: base })) fitting.push(resolve(base, file));
    if (fitting.length === 0)
      throw new SourceFailure(`${path}: there is no such file or folder.`, { path });
    named.push(...fitting.sort());
  }
  const { files, rejects } = await findFiles(named);
  const [reject] = rejects;
  if (reject) throw new SourceFailure(`${reject.file}: ${reject.reason}.`, { path: reject.file });
  const beside = besideCorpora(files, []);
  return files.filter((file) => !isTextsPath(file) && !leftOut.has(file) && !beside.has(file));
}
