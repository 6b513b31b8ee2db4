import { existsSync } from 'node:fs';
import { explain, fieldProblems } from '../corpus/check-document.ts';
import { createFixity, type Fixity, fixityProblems } from '../corpus/fixity.ts';
import { CorpusError, type Problem, unreadable } from '../corpus/problem.ts';
import { parseWellFormed } from '../corpus/well-formed.ts';
import { readByteLines } from './byte-lines.ts';
import { followPages } from './follow-pages.ts';
import { Page, textsPath } from './page.ts';

/** A page, and where its line stands in the file of texts: its number, its first byte, and how many. */
export type PageLine = { page: Page; line: number; at: number; length: number };

/**
 * Reads the texts of a corpus, page by page, from the file beside it; there are none if there is no
 * such file. The pages of a document stand together and are numbered 1, 2, 3 in their order. Whether
 * the corpus has their documents isn't asked here.
 * @param corpus the corpus's own file
 * @param fixed told what the file holds, at its end
 * @throws CorpusError with every problem, when all that can be read has been given
 */
export async function* readPages(
  corpus: string,
  fixed: (found: Fixity) => void = () => undefined,
): AsyncGenerator<PageLine> {
  const file = textsPath(corpus);
  if (!existsSync(file)) return;
  const problems: Problem[] = [];
  const follow = followPages();
  const fixing = createFixity();
  let pages = 0;
  try {
    for await (const { number, at, bytes } of readByteLines(file, (seen) => fixing.see(seen, 0))) {
      pages += 1;
      const checked = checkPage(bytes.toString());
      const found = 'page' in checked ? follow.problemsOf(checked.page, number) : checked.problems;
      if (!('page' in checked)) follow.skip();
      problems.push(...found.map((problem) => ({ file, line: number, ...problem })));
      if ('page' in checked && found.length === 0) {
        yield { page: checked.page, line: number, at, length: bytes.length };
      }
    }
    fixing.see('', pages);
    const fixity = fixing.seen();
    fixed(fixity);
    problems.push(...(await fixityProblems(file, fixity, 'pages')));
  } catch (error) {
    problems.push({ file, line: null, reason: unreadable(error) });
  }
  if (problems.length > 0) throw new CorpusError(problems);
}

/** One line of a file of texts, as a page or as everything that is wrong with it. */
function checkPage(line: string): { page: Page } | { problems: ReturnType<typeof fieldProblems> } {
  let json: unknown;
  try {
    json = parseWellFormed(line);
  } catch (error) {
    return { problems: [{ reason: `is not JSON (${(error as Error).message})` }] };
  }
  const read = Page.safeParse(json, { error: explain });
  return read.success ? { page: read.data } : { problems: fieldProblems(read.error.issues) };
}
