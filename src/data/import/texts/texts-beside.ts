import { existsSync } from 'node:fs';
import { CorpusError } from '../../corpus/problem.ts';
import { type Page, textsPath } from '../../texts/page.ts';
import { readPages } from '../../texts/read-pages.ts';
import { addProblems, type RejectLog } from '../reject-log.ts';
import type { Spool } from '../spool.ts';
import type { SpooledDocument } from '../spooled-document.ts';
import { type SpooledText, spoolText } from './spooled-text.ts';

/** Gives the documents of a source that is a corpus itself the texts that stand beside it. */
export async function withTextsBeside(
  source: string,
  documents: readonly SpooledDocument[],
  texts: Spool,
  rejectLog: RejectLog,
): Promise<readonly SpooledDocument[]> {
  if (!existsSync(textsPath(source))) return documents;
  const byId = new Map<string, SpooledText>();
  let pages: Page[] = [];
  const add = async () => {
    const text = pages[0] && (await spoolText(pages, texts));
    if (pages[0] && text) byId.set(pages[0].id, text);
    pages = [];
  };
  try {
    for await (const { page } of readPages(source)) {
      if (page.id !== pages[0]?.id) await add();
      pages.push(page);
    }
    await add();
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    await addProblems(rejectLog, error.problems);
  }
  return documents.map((document) => ({
    ...document,
    text: byId.get(document.id) ?? document.text,
  }));
}
