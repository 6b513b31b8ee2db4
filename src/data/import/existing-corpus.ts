import { existsSync } from 'node:fs';
import { checkDocument } from '../corpus/check-document.ts';
import type { Coverage } from '../corpus/coverage.ts';
import { readCoverage } from '../corpus/coverage-file.ts';
import { createFixity, type Fixity, type FixityBuilder, fixityProblems } from '../corpus/fixity.ts';
import { type Problem, unreadable } from '../corpus/problem.ts';
import { type Line, readPieces } from '../corpus/read-lines.ts';
import { withOrigins } from './origins.ts';
import { readOrigins } from './origins-file.ts';
import type { Spool } from './spool.ts';
import { type SpooledDocument, spoolDocument } from './spooled-document.ts';
import { type ExistingTexts, readExistingTexts } from './texts/existing-texts.ts';

/** The corpus before an import, with everything that is wrong with it. */
export type ExistingCorpus = {
  documents: SpooledDocument[];
  coverage: readonly Coverage[];
  texts: ExistingTexts;
  problems: readonly Problem[];
  /** Null if there was no corpus. */
  fixity: Fixity | null;
};

/** Reads a corpus, its texts, its coverage and its documents' origins; an absent one holds nothing. */
export async function readExistingCorpus(out: string, spool: Spool): Promise<ExistingCorpus> {
  const { coverage, problems: beside } = await readCoverage(out);
  const { origins, fromFolder } = await readOrigins(out);
  const texts = await readExistingTexts(out, fromFolder);
  const problems: Problem[] = [...beside, ...texts.problems];
  const documents: SpooledDocument[] = [];
  if (!existsSync(out)) return { documents, coverage, texts, problems, fixity: null };
  const seen = new Map<string, number>();
  const fixing = createFixity();
  try {
    for await (const { number, text } of linesOf(out, fixing)) {
      const checked = checkDocument(text);
      if ('problems' in checked) {
        problems.push(
          ...checked.problems.map((problem) => ({ file: out, line: number, ...problem })),
        );
        continue;
      }
      const { id } = checked.document;
      const first = seen.get(id);
      if (first !== undefined) {
        const reason = `"${id}" is already at ${out}:${first}`;
        problems.push({ file: out, line: number, field: 'id', reason });
      }
      seen.set(id, number);
      const itsText = texts.byId.get(id) ?? null;
      const spooled = await spoolDocument(checked.document, spool, null, itsText);
      documents.push(withOrigins(spooled, origins.get(id) ?? []));
    }
  } catch (error) {
    problems.push({ file: out, line: null, reason: unreadable(error) });
  }
  const fixity = fixing.seen();
  problems.push(...(await fixityProblems(out, fixity)));
  return { documents, coverage, texts, problems, fixity };
}

/** The lines of a corpus, with their text added to its fixity. */
async function* linesOf(corpus: string, fixing: FixityBuilder): AsyncGenerator<Line> {
  for await (const { text, lines } of readPieces(corpus)) {
    fixing.see(text, lines.length);
    yield* lines;
  }
}
