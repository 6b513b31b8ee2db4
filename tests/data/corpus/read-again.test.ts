import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { NEW } from '../../../src/data/corpus/check-lines.ts';
import { type PackedCorpus, readCorpus } from '../../../src/data/corpus/corpus.ts';
import { CorpusError } from '../../../src/data/corpus/problem.ts';
import { knownIn } from '../../../src/search/minisearch/snapshot/known.ts';
import { aDocument } from '../../support/documents.ts';

async function aFile(): Promise<{ path: string; write(text: string): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'read-again-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'corpus.jsonl');
  return { path, write: (text) => writeFile(path, text) };
}

const line = (number: number, description: string) =>
  JSON.stringify(aDocument({ id: `d${number}`, description }));

const again = (path: string, { documents }: PackedCorpus) =>
  readCorpus([path], undefined, { documents, known: knownIn(documents) });

const read = ({ documents, earlierOrdinals: _, readAt: __, ...others }: PackedCorpus) => ({
  ...others,
  positions: documents.positions,
  documents: Array.from(documents.positions, (_, ordinal) => documents.at(ordinal)),
});

const bytesOf = ({ documents: { lines } }: PackedCorpus): number =>
  lines.blocks.reduce((sum, { length }) => sum + length, 0);

/** Of ninety such lines one is cut where a file is read in pieces. */
const LONG = 'ř'.repeat(6000);
const BEFORE = Array.from({ length: 80 }, (_, i) => line(100 + i, LONG));
const AFTER = Array.from({ length: 20 }, (_, i) => line(200 + i, LONG));

test('a changed corpus reads as it does without the one before', async () => {
  const { path, write } = await aFile();
  const aText = fc.constantFrom('a', 'ü', LONG, `${LONG}ü`);
  const someLines = fc.uniqueArray(
    fc.record({ number: fc.integer({ min: 0, max: 12 }), text: aText, isSpaced: fc.boolean() }),
    { selector: ({ number }) => number, minLength: 1, maxLength: 13 },
  );
  const format = (lines: readonly { number: number; text: string; isSpaced: boolean }[]) => {
    const written = lines.map(
      ({ number, text, isSpaced }) => (isSpaced ? '\n\uFEFF' : '') + line(number, text),
    );
    return [...BEFORE, ...written, ...AFTER].join('\n');
  };
  await fc.assert(
    fc.asyncProperty(someLines, someLines, someLines, async (...versions) => {
      let before: PackedCorpus | undefined;
      for (const version of versions) {
        await write(format(version));
        const fresh = await readCorpus([path]);
        const now: PackedCorpus = before ? await again(path, before) : fresh;
        expect(read(now)).toEqual(read(fresh));
        for (const [ordinal, earlier] of now.earlierOrdinals.entries()) {
          if (!before) break;
          const found = before.documents.ordinalOf(now.documents.idAt(ordinal));
          const isSame =
            found !== undefined &&
            before.documents.lineAt(found).equals(now.documents.lineAt(ordinal));
          expect(earlier).toBe(isSame ? found : NEW);
        }
        before = now;
      }
    }),
    { numRuns: 20 },
  );
});

test('what is the same is held once, and what is gone isn’t held for long', async () => {
  const { path, write } = await aFile();
  const text = (version: number) =>
    Array.from({ length: 200 }, (_, i) => line(i, `${i < 20 ? version : 0}${LONG}`)).join('\n');
  await write(text(0));
  let corpus = await readCorpus([path]);
  const first = bytesOf(corpus);
  const shared = corpus.documents.lines.blocks[0];
  await write(text(1));
  corpus = await again(path, corpus);
  expect(corpus.documents.lines.blocks[0]).toBe(shared);
  for (let version = 2; version < 12; version += 1) {
    await write(text(version));
    corpus = await again(path, corpus);
    expect(bytesOf(corpus)).toBeLessThan(1.6 * first);
  }
});

test('a line that can’t be read is told by its place', async () => {
  const { path, write } = await aFile();
  await write([line(1, 'a'), line(2, 'b')].join('\n'));
  const before = await readCorpus([path]);
  await write([line(1, 'a'), '', '{"id":', line(1, 'a')].join('\n'));
  const error = await again(path, before).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(CorpusError);
  expect(error.problems.map((problem: { line: number }) => problem.line)).toEqual([3, 4]);
});
