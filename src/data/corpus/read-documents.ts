import { checkDocument } from './check-document.ts';
import type { Document } from './document.ts';
import { createFixity, digestOf, type Fixity } from './fixity.ts';
import { type Problem, unreadable } from './problem.ts';
import { readPieces } from './read-lines.ts';

/** What the lines of files hold. */
export type ReadDocuments = {
  /** In their order. */
  byId: Map<string, Document>;
  problems: Problem[];
  /** Of each file; null if it can't be read. */
  fixities: (Fixity | null)[];
  /** The same for files with the same text. */
  digest: string;
  /** Whether every line is written as its check leaves it, so that it need not be checked again. */
  isCanonical: boolean;
};

/** The documents of JSON Lines files, in their order, and every problem on the way. */
export async function readDocuments(files: readonly string[]): Promise<ReadDocuments> {
  const byId = new Map<string, Document>();
  const places = new Map<string, string>();
  const problems: Problem[] = [];
  const fixities: (Fixity | null)[] = [];
  let isCanonical = true;

  const take = (file: string, line: number, text: string) => {
    const checked = checkDocument(text);
    if ('problems' in checked) {
      problems.push(...checked.problems.map((problem) => ({ file, line, ...problem })));
      return;
    }
    const { document } = checked;
    const first = places.get(document.id);
    if (first !== undefined) {
      const reason = `"${document.id}" is already at ${first}`;
      problems.push({ file, line, field: 'id', reason });
      return;
    }
    places.set(document.id, `${file}:${line}`);
    byId.set(document.id, document);
    isCanonical &&= JSON.stringify(document) === text;
  };

  for (const file of files) {
    const fixity = createFixity();
    try {
      for await (const { text: piece, lines } of readPieces(file)) {
        fixity.see(piece, lines.length);
        for (const { number, text } of lines) take(file, number, text);
      }
      fixities.push(fixity.seen());
    } catch (error) {
      problems.push({ file, line: null, reason: unreadable(error) });
      fixities.push(null);
    }
  }
  return { byId, problems, fixities, digest: digestOf(fixities), isCanonical };
}
