import { checkDocument } from './check-document.ts';
import { createLinesWriter, type Lines, lineAt } from './lines.ts';
import type { Problem } from './problem.ts';
import type { FileLines } from './read-files.ts';

/**
 * Tells of the bytes of a line which document of an earlier corpus they are, by its ordinal there;
 * undefined for none, and then the line is checked.
 */
export type Known = (line: Buffer, at: number) => number | undefined;

/** Lines of which each is a document as its check leaves it. */
export type CheckedLines = {
  lines: Lines;
  /** Which document of the earlier corpus each is; `NEW` for none. */
  origins: Int32Array;
  /** In the order of the lines; a line with problems is empty here. */
  problems: readonly Problem[];
  /** Whether the files' own lines are as their check leaves them. */
  isCanonical: boolean;
};

export const NEW = -1;

/** Checks every line that isn't known. */
export function checkLines(read: FileLines, known: Known = () => undefined): CheckedLines {
  const { lines, files, file, number } = read;
  const origins = new Int32Array(lines.length).fill(NEW);
  const changed = new Map<number, string>();
  const problems: Problem[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lineAt(lines, at);
    const origin = known(line, at);
    if (origin !== undefined) {
      origins[at] = origin;
      continue;
    }
    const text = line.toString();
    const checked = checkDocument(text);
    if ('problems' in checked) {
      const where = { file: files[file[at] ?? 0] ?? '', line: number[at] ?? null };
      problems.push(...checked.problems.map((problem) => ({ ...where, ...problem })));
      changed.set(at, '');
      continue;
    }
    const canonical = JSON.stringify(checked.document);
    if (canonical === text) continue;
    changed.set(at, canonical);
    origins[at] = known(Buffer.from(canonical), at) ?? NEW;
  }
  const isCanonical = changed.size === 0;
  return {
    lines: isCanonical ? lines : withChanged(lines, changed),
    origins,
    problems,
    isCanonical,
  };
}

/** The lines with some texts in the place of others. */
function withChanged(lines: Lines, changed: ReadonlyMap<number, string>): Lines {
  const writer = createLinesWriter();
  for (let at = 0; at < lines.length; at += 1) {
    writer.addText(changed.get(at) ?? lineAt(lines, at).toString());
  }
  return writer.lines();
}
