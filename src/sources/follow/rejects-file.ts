import { existsSync } from 'node:fs';
import { readLines } from '../../data/corpus/read-lines.ts';
import type { NewFile } from '../../data/corpus/write-atomically.ts';
import { followedRejectsPath, type Logged } from '../../data/import/reject-log.ts';
import type { Spool } from '../../data/import/spool.ts';
import { type Asked, hasNews, type WithNews } from './ask-for-source.ts';
import type { SourceReport } from './report.ts';

/**
 * The file of all records of sources that were refused, or need a look, with each as it stands in its
 * source. What was read again has the lines of now; of what wasn't, those of before stay, as they do for
 * a source that failed or wasn't believed.
 * @param reports what came of each that was asked
 * @returns nothing if no source was read
 */
export async function rejectsFile(
  out: string,
  asked: readonly Asked[],
  reports: readonly SourceReport[],
  spool: Spool,
): Promise<NewFile[]> {
  const read = asked.filter((_, at) => reports[at]?.error === null).filter(hasNews);
  if (read.length === 0) return [];
  const path = followedRejectsPath(out);
  const again = await keylessLines(read, spool);
  const lines = async function* () {
    for await (const line of linesBefore(path)) {
      if (!again.has(line) && isKept(line, read)) yield line;
    }
    for (const one of read) yield* linesNow(one, spool);
  };
  return [{ path, content: (await isAnyOf(lines())) ? lines() : null }];
}

/** What is said now of changes of which nobody can tell the record, so that it is said once. */
async function keylessLines(read: readonly WithNews[], spool: Spool): Promise<ReadonlySet<string>> {
  const keyless = new Set<string>();
  for (const one of read.filter(({ result }) => result.extent === 'changes')) {
    for await (const line of linesNow(one, spool)) {
      if (readLogged(line)?.record === undefined) keyless.add(line);
    }
  }
  return keyless;
}

async function* linesNow(
  { source, result, conceal }: WithNews,
  spool: Spool,
): AsyncGenerator<string> {
  for (const range of result.rejected) {
    // In each text by itself: a short key may stand in JSON's own words, and one with quotes is escaped.
    const logged = JSON.parse(await spool.read(range), (_, value) =>
      typeof value === 'string' ? conceal(value) : value,
    );
    yield `${JSON.stringify({ source: source.name, ...logged })}\n`;
  }
}

async function* linesBefore(path: string): AsyncGenerator<string> {
  if (!existsSync(path)) return;
  for await (const { text } of readLines(path)) if (text) yield `${text}\n`;
}

function isKept(line: string, read: readonly WithNews[]): boolean {
  const logged = readLogged(line);
  return !read.some(
    ({ source, result }) => source.name === logged?.source && result.isReadAgain(logged),
  );
}

/** Undefined for a line that somebody has changed. */
function readLogged(line: string): (Logged & { source: string }) | undefined {
  try {
    return JSON.parse(line) ?? undefined;
  } catch {
    return undefined;
  }
}

async function isAnyOf(lines: AsyncIterable<string>): Promise<boolean> {
  for await (const _ of lines) return true;
  return false;
}
