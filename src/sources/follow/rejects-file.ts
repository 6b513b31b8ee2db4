import { existsSync } from 'node:fs';
import { readLines } from '../../data/corpus/read-lines.ts';
import type { NewFile } from '../../data/corpus/write-atomically.ts';
import { followedRejectsPath } from '../../data/import/reject-log.ts';
import type { Spool } from '../../data/import/spool.ts';
import { SourceFailure } from '../source-failure.ts';
import type { Asked } from './ask-for-source.ts';
import type { SourceYield } from './follow-source.ts';

type Followed = Asked & { result: SourceYield };

/**
 * The file of all records of sources that were refused, or need a look, with each as it stands in its
 * source. Of a source that was read whole, it holds what was found now; where only changes were read,
 * that comes after what stands there.
 * @returns nothing if no source was read
 */
export async function rejectsFile(
  out: string,
  asked: readonly Asked[],
  spool: Spool,
): Promise<NewFile[]> {
  const read = asked.filter(
    (one): one is Followed => !(one.result instanceof SourceFailure) && !one.result.isUnchanged,
  );
  if (read.length === 0) return [];
  const path = followedRejectsPath(out);
  const readWhole = new Set(
    read.filter(({ isForAll }) => isForAll).map(({ source }) => source.name),
  );
  const isAny =
    read.some(({ result }) => result.rejected.length > 0) ||
    (await isAnyOf(linesBefore(path, readWhole)));
  const lines = async function* () {
    yield* linesBefore(path, readWhole);
    for (const { source, result, conceal } of read) {
      for (const range of result.rejected) {
        const logged = JSON.parse(conceal(await spool.read(range)));
        yield `${JSON.stringify({ source: source.name, ...logged })}\n`;
      }
    }
  };
  return [{ path, content: isAny ? lines() : null }];
}

/** What the file has of other sources. */
async function* linesBefore(path: string, without: ReadonlySet<string>): AsyncGenerator<string> {
  if (!existsSync(path)) return;
  for await (const { text } of readLines(path)) {
    const source = sourceOf(text);
    if (text && !(source !== undefined && without.has(source))) yield `${text}\n`;
  }
}

/** Undefined if the line says none, as one may that somebody has changed. */
function sourceOf(line: string): string | undefined {
  try {
    return JSON.parse(line)?.source;
  } catch {
    return undefined;
  }
}

async function isAnyOf(lines: AsyncIterable<string>): Promise<boolean> {
  for await (const _ of lines) return true;
  return false;
}
