import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFiles } from '../../../../src/data/import/import-files.ts';
import { readPages } from '../../../../src/data/texts/read-pages.ts';

/** What stands in texts anywhere, and what is hard on a file of lines. */
const aText = fc
  .array(
    fc.oneof(
      fc.constantFrom('\n', '\n\n', ' ', '\u2028', '"', '\\', '\u00AD', '\r\n', '-', '🙂', 'é'),
      fc.string({ unit: 'grapheme' }),
    ),
  )
  .map((pieces) => `w${pieces.join('').replaceAll(/\f|\r(?!\n)/g, '')}w`);

const someTexts = fc.array(fc.array(aText, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 6,
});

test('whatever texts say, they are kept as they are, however they come in', async () => {
  await fc.assert(
    fc.asyncProperty(someTexts, fc.nat(), async (texts, cut) => {
      const folder = await mkdtemp(join(tmpdir(), 'any-texts-'));
      const out = join(folder, 'corpus.jsonl');
      const lines = texts.map((text, index) =>
        JSON.stringify({ identifier: `n ${index}`, title: `T ${index}`, date: '1950', text }),
      );
      const run = async (name: string, some: readonly string[]) => {
        const source = join(folder, name);
        await writeFile(source, `${some.join('\n')}\n`);
        await importFiles({ paths: [source], out, collection: 'C', format: null });
      };
      const half = cut % lines.length;
      if (half > 0) await run('a.jsonl', lines.slice(0, half));
      await run('b.jsonl', lines.slice(half));
      const before = await readFile(out.replace('.jsonl', '.text.jsonl'), 'utf8');
      await run('c.jsonl', lines.toReversed());
      expect(await readFile(out.replace('.jsonl', '.text.jsonl'), 'utf8')).toBe(before);

      const kept: string[][] = [];
      for await (const { page } of readPages(out)) {
        if (page.page === 1) kept.push([]);
        kept.at(-1)?.push(page.text);
      }
      expect(kept).toEqual(texts.map((text) => text.map((one) => one.replaceAll('\r\n', '\n'))));
    }),
    { numRuns: 40 },
  );
});
