import { existsSync } from 'node:fs';
import { checkDocument } from '../corpus/check-document.ts';
import type { Coverage } from '../corpus/coverage.ts';
import { readCoverage } from '../corpus/coverage-file.ts';
import { type Fault, unreadable } from '../corpus/fault.ts';
import { createFixity, type Fixing, type Fixity, fixityFaults } from '../corpus/fixity.ts';
import { type Line, readPieces } from '../corpus/read-lines.ts';
import { type Entry, putAside } from './entry.ts';
import { readOrigins } from './origins-file.ts';
import type { Spool } from './spool.ts';

/** What a corpus holds before an import, with everything that is wrong with it. */
export type Held = {
  entries: Entry[];
  coverage: readonly Coverage[];
  faults: readonly Fault[];
  /** Null where there was no corpus. */
  fixity: Fixity | null;
};

/** Reads a corpus, its coverage and its documents' origins; an absent one holds nothing. */
export async function readHeld(out: string, spool: Spool): Promise<Held> {
  const { coverage, faults: besides } = await readCoverage(out);
  const faults: Fault[] = [...besides];
  const entries: Entry[] = [];
  if (!existsSync(out)) return { entries, coverage, faults, fixity: null };
  const origins = await readOrigins(out);
  const seen = new Map<string, number>();
  const fixing = createFixity();
  try {
    for await (const { number, text } of linesOf(out, fixing)) {
      const checked = checkDocument(text);
      if ('faults' in checked) {
        faults.push(...checked.faults.map((fault) => ({ file: out, line: number, ...fault })));
        continue;
      }
      const { id } = checked.document;
      const first = seen.get(id);
      if (first !== undefined) {
        const reason = `"${id}" is already at ${out}:${first}`;
        faults.push({ file: out, line: number, field: 'id', reason });
      }
      seen.set(id, number);
      entries.push(await putAside(checked.document, spool, origins.get(id) ?? null));
    }
  } catch (error) {
    faults.push({ file: out, line: null, reason: unreadable(error) });
  }
  const fixity = fixing.seen();
  faults.push(...(await fixityFaults(out, fixity)));
  return { entries, coverage, faults, fixity };
}

/** The lines of a corpus, with its text told on the way. */
async function* linesOf(corpus: string, fixing: Fixing): AsyncGenerator<Line> {
  for await (const { text, lines } of readPieces(corpus)) {
    fixing.see(text, lines.length);
    yield* lines;
  }
}
