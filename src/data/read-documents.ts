import { createHash } from 'node:crypto';
import { checkDocument } from './check-document.ts';
import type { Document } from './document.ts';
import { type Fault, unreadable } from './fault.ts';
import { readLines } from './read-lines.ts';

/** Where a document was read. */
export type Placed = { document: Document; file: string; line: number };

/**
 * The documents of JSON Lines files, in their order, and every fault on the way.
 * @returns a digest too, that is the same where all lines are
 */
export async function readDocuments(
  files: readonly string[],
): Promise<{ placed: Placed[]; faults: Fault[]; digest: string }> {
  const placed = new Map<string, Placed>();
  const faults: Fault[] = [];
  const hash = createHash('sha256');

  const take = (file: string, line: number, text: string) => {
    hash.update(text).update('\n');
    const checked = checkDocument(text);
    if ('faults' in checked) {
      faults.push(...checked.faults.map((fault) => ({ file, line, ...fault })));
      return;
    }
    const { document } = checked;
    const first = placed.get(document.id);
    if (first) {
      const reason = `"${document.id}" is already at ${first.file}:${first.line}`;
      faults.push({ file, line, field: 'id', reason });
    } else {
      placed.set(document.id, { document, file, line });
    }
  };

  for (const file of files) {
    try {
      for await (const { number, text } of readLines(file)) take(file, number, text);
    } catch (error) {
      faults.push({ file, line: null, reason: unreadable(error) });
    }
  }
  return { placed: [...placed.values()], faults, digest: hash.digest('hex') };
}
