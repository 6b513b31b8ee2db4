import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Fixity } from '../../corpus/fixity.ts';
import { CorpusError, type Problem } from '../../corpus/problem.ts';
import { textsPath } from '../../texts/page.ts';
import { readPages } from '../../texts/read-pages.ts';
import { readRanges } from '../spool.ts';
import { type SpooledText, summarizeText, type TextReaders } from './spooled-text.ts';

/** The texts of a corpus before an import, which stay in their file; and what is wrong with them. */
export type ExistingTexts = {
  byId: ReadonlyMap<string, SpooledText>;
  problems: readonly Problem[];
  /** Null if there was no file of texts. */
  fixity: Fixity | null;
};

/**
 * Looks through the texts of a corpus.
 * @param fromFolder ids of the documents whose texts a folder gave
 */
export async function readExistingTexts(
  corpus: string,
  fromFolder: ReadonlySet<string>,
): Promise<ExistingTexts> {
  const byId = new Map<string, SpooledText>();
  let fixity: Fixity | null = null;
  let id: string | undefined;
  /** From where to where the text in work stands, in bytes. */
  let [start, end] = [0, 0];
  let summary = summarizeText();
  const add = () => {
    if (id === undefined) return;
    const isFromFolder = fromFolder.has(id);
    byId.set(id, {
      at: start,
      length: end - start,
      isKept: true,
      isFromFolder,
      ...summary.seen(),
    });
  };
  try {
    const pages = readPages(corpus, (found) => {
      fixity = found;
    });
    for await (const { page, at, length } of pages) {
      if (page.id !== id) {
        add();
        id = page.id;
        start = at;
        summary = summarizeText();
      }
      end = at + length;
      summary.see(page);
    }
    add();
    return { byId, problems: [], fixity };
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    return { byId, problems: error.problems, fixity };
  }
}

/** Opens the texts of a corpus to be read by their places; they must be looked through before. */
export async function openExistingTexts(
  corpus: string,
): Promise<TextReaders['kept'] & AsyncDisposable> {
  const path = textsPath(corpus);
  if (!existsSync(path)) {
    const read = () => Promise.reject(new Error(`${path} has gone`));
    return { read, [Symbol.asyncDispose]: () => Promise.resolve() };
  }
  const file = await open(path, 'r');
  return { ...readRanges(file), [Symbol.asyncDispose]: () => file.close() };
}
