import { stat } from 'node:fs/promises';
import { CorpusError } from '../../../data/corpus/problem.ts';
import { type Text, textsBeside } from '../../../data/texts/by-document.ts';
import { textsPath } from '../../../data/texts/page.ts';

/** The files that stand beside corpora with their texts. */
export type TextSources = {
  /** The same as long as none of them is written anew. */
  signature: string;
  bytes: number;
};

/** @returns undefined if no corpus has texts */
export async function findTextSources(corpus: readonly string[]): Promise<TextSources | undefined> {
  const files = await Promise.all(
    corpus.map(textsPath).map(async (path) => {
      const found = await stat(path).catch(() => undefined);
      return found ? { path, ...found } : undefined;
    }),
  );
  const there = files.filter((file) => file !== undefined);
  if (there.length === 0) return undefined;
  return {
    signature: there.map(({ path, ino, mtimeMs, size }) => [path, ino, mtimeMs, size]).join('\n'),
    bytes: there.reduce((sum, { size }) => sum + size, 0),
  };
}

/**
 * Reads the texts that stand beside corpora.
 * @throws CorpusError where they can't be read, or two files have a text of the same document
 */
export async function* readTexts(corpus: readonly string[]): AsyncGenerator<Text> {
  const files = new Map<string, string>();
  for (const path of corpus) {
    const file = textsPath(path);
    for await (const text of textsBeside(path)) {
      const other = files.get(text.id);
      if (other !== undefined) {
        const reason = `"${text.id}" already has a text in ${other}`;
        throw new CorpusError([{ file, line: null, field: 'id', reason }]);
      }
      files.set(text.id, file);
      yield text;
    }
  }
}
