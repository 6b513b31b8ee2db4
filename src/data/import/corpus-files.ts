import { resolve } from 'node:path';
import type { Coverage } from '../corpus/coverage.ts';
import { coveragePath } from '../corpus/coverage-file.ts';
import {
  createFixity,
  type Fixity,
  type FixityBuilder,
  fixityPath,
  formatFixity,
} from '../corpus/fixity.ts';
import { type NewFile, writeAtomically } from '../corpus/write-atomically.ts';
import { isTextsPath, textsPath } from '../texts/page.ts';
import { originLines, originsPath } from './origins-file.ts';
import { followedRejectsPath, rejectsPath } from './reject-log.ts';
import type { Spool } from './spool.ts';
import { readLine, type SpooledDocument } from './spooled-document.ts';
import { readText, type TextReaders } from './texts/spooled-text.ts';

/** What a corpus is to hold after an import, and what its files held before. */
export type CorpusContents = {
  documents: readonly SpooledDocument[];
  coverage: readonly Coverage[];
  before: {
    documents: readonly SpooledDocument[];
    corpus: Fixity | null;
    texts: Fixity | null;
  };
};

/** The files that an import, or following sources, writes beside a corpus. */
export const pathsBeside = (out: string): readonly string[] => [
  textsPath(out),
  fixityPath(out),
  fixityPath(textsPath(out)),
  originsPath(out),
  coveragePath(out),
  rejectsPath(out),
  followedRejectsPath(out),
];

/**
 * What an import leaves out of the files that it was given, as absolute paths: what stands beside a
 * corpus is read with it.
 * @param ours the corpus that is written, and what stands beside it
 */
export function besideCorpora(
  files: readonly string[],
  ours: readonly string[],
): ReadonlySet<string> {
  const corpora = files.filter((file) => file.endsWith('.jsonl') && !isTextsPath(file));
  return new Set([...ours, ...corpora.flatMap(pathsBeside)].map((path) => resolve(path)));
}

/**
 * Writes a corpus and what stands beside it, whole or not at all.
 * @param others files that are written with it
 * @throws what the file system throws; then the corpus is as it was
 */
export async function writeCorpus(
  out: string,
  contents: CorpusContents,
  spool: Spool,
  readers: TextReaders,
  others: readonly NewFile[] = [],
): Promise<void> {
  const { documents, before } = contents;
  const ids = new Set(documents.map(({ id }) => id));
  const gone = before.documents.filter(({ id }) => !ids.has(id));
  // Origins take their place before the corpus: whoever is killed between the two has that of before.
  const origins = originsOfCorpus(out, [...documents, ...gone]);
  await writeAtomically([...corpusFiles(out, contents, spool, readers), origins, ...others]);
  if (gone.length > 0) await writeAtomically([originsOfCorpus(out, documents)]);
}

/** Where the documents of a corpus come from. */
export const originsOfCorpus = (out: string, documents: readonly SpooledDocument[]): NewFile => ({
  path: originsPath(out),
  content: originLines(documents),
});

/** In the order in which they are to be written. What tells of another comes after it, and takes its place before it. */
function corpusFiles(
  out: string,
  { documents, coverage, before }: CorpusContents,
  spool: Spool,
  readers: TextReaders,
): NewFile[] {
  const fixing = createFixity();
  const fixingTexts = createFixity();
  const hasTexts = documents.some(({ text }) => text !== null);
  return [
    { path: out, content: linesOf(documents, spool, fixing) },
    {
      path: textsPath(out),
      content: hasTexts ? textsOf(documents, readers, fixingTexts) : null,
    },
    { path: fixityPath(out), content: fixityLine(fixing, before.corpus) },
    {
      path: fixityPath(textsPath(out)),
      content: hasTexts ? fixityLine(fixingTexts, before.texts) : null,
    },
    ...(coverage.length > 0
      ? [{ path: coveragePath(out), content: `${JSON.stringify(coverage, null, 2)}\n` }]
      : []),
  ];
}

async function* linesOf(
  documents: readonly SpooledDocument[],
  spool: Spool,
  fixing: FixityBuilder,
): AsyncGenerator<string> {
  for (const document of documents) {
    const line = await readLine(document, spool);
    fixing.see(line, 1);
    yield line;
  }
}

async function* textsOf(
  documents: readonly SpooledDocument[],
  readers: TextReaders,
  fixing: FixityBuilder,
): AsyncGenerator<string> {
  for (const { id, text } of documents) {
    if (text === null) continue;
    const lines = await readText(text, id, readers);
    fixing.see(lines, text.pages);
    yield lines;
  }
}

async function* fixityLine(fixing: FixityBuilder, before: Fixity | null): AsyncGenerator<string> {
  yield formatFixity(fixing.seen(), before);
}
