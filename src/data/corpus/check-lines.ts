import { checkDocument } from './check-document.ts';
import { createLinesWriter, type Lines, lineAt } from './lines.ts';
import type { Problem } from './problem.ts';
import type { FileLines } from './read-files.ts';

/**
 * Finds the document of an earlier corpus that is written in a line, and gives its ordinal there;
 * undefined if there is none, and then the line is checked.
 */
export type Known = (line: Buffer, at: number) => number | undefined;

/** Lines of which each is a document as its check leaves it. */
export type CheckedLines = {
  lines: Lines;
  /** Which document of the earlier corpus each is; `NEW` for none. */
  earlierOrdinals: Int32Array;
  /** In the order of the lines; a line with problems is empty here. */
  problems: readonly Problem[];
  /** Whether the files' own lines are as their check leaves them. */
  isCanonical: boolean;
};

export const NEW = -1;

/** More lines are new than whoever asked wants to wait for. */
export class TooManyNew extends Error {
  override name = 'TooManyNew';
}

/**
 * Checks every line that isn't known.
 * @param mostNew how many lines may be new
 * @throws TooManyNew
 */
export function checkLines(
  read: FileLines,
  known: Known = () => undefined,
  mostNew = Number.POSITIVE_INFINITY,
): CheckedLines {
  const { lines, files, file, number } = read;
  const earlierOrdinals = new Int32Array(lines.length).fill(NEW);
  const changed = new Map<number, string>();
  const problems: Problem[] = [];
  let fresh = 0;
  for (let at = 0; at < lines.length; at += 1) {
    let earlier = read.earlierOrdinals[at];
    const line = earlier === undefined ? lineAt(lines, at) : undefined;
    earlier ??= line && known(line, at);
    if (line && earlier === undefined) {
      const checked = checkDocument(line.toString());
      if ('problems' in checked) {
        const where = { file: files[file[at] ?? 0] ?? '', line: number[at] ?? null };
        problems.push(...checked.problems.map((problem) => ({ ...where, ...problem })));
        changed.set(at, '');
      } else {
        const canonical = Buffer.from(JSON.stringify(checked.document));
        if (!canonical.equals(line)) {
          changed.set(at, canonical.toString());
          earlier = known(canonical, at);
        }
      }
    }
    if (earlier === undefined) fresh += 1;
    else earlierOrdinals[at] = earlier;
    if (fresh > mostNew) throw new TooManyNew();
  }
  const isCanonical = changed.size === 0;
  return { lines: withChanged(lines, changed), earlierOrdinals, problems, isCanonical };
}

/** The lines with some texts in the place of others. */
function withChanged(lines: Lines, changed: ReadonlyMap<number, string>): Lines {
  if (changed.size === 0) return lines;
  const writer = createLinesWriter();
  for (const text of changed.values()) writer.addText(text);
  const texts = writer.lines();
  const [block, start, end] = [lines.block.slice(), lines.start.slice(), lines.end.slice()];
  for (const [number, at] of [...changed.keys()].entries()) {
    block[at] = lines.blocks.length + (texts.block[number] ?? 0);
    start[at] = texts.start[number] ?? 0;
    end[at] = texts.end[number] ?? 0;
  }
  return { length: lines.length, blocks: [...lines.blocks, ...texts.blocks], block, start, end };
}
