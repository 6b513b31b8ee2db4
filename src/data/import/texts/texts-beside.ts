import { existsSync } from 'node:fs';
import { CorpusError } from '../../corpus/problem.ts';
import { textsBeside } from '../../texts/by-document.ts';
import { textsPath } from '../../texts/page.ts';
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
  try {
    for await (const { id, pages } of textsBeside(source)) {
      const text = await spoolText(pages, texts);
      if (text) byId.set(id, text);
    }
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    await addProblems(rejectLog, error.problems);
  }
  return documents.map((document) => ({
    ...document,
    text: byId.get(document.id) ?? document.text,
  }));
}
