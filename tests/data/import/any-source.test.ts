import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { madeRecord, SHAPES } from '../../../scripts/benchmark-sources.ts';
import { loadCorpus } from '../../../src/data/corpus.ts';
import { formats } from '../../../src/data/import/formats.ts';
import { importFiles } from '../../../src/data/import/import-files.ts';

const folder = await mkdtemp(join(tmpdir(), 'import-'));
let made = 0;

/** Imports a file of these bytes; whatever is reported, what was written can be loaded. */
async function imported(bytes: string | Uint8Array, format: string | null = null) {
  made += 1;
  const file = join(folder, `${made}`);
  const out = join(folder, `${made}.jsonl`);
  await writeFile(file, bytes);
  const { written, report } = await importFiles({
    paths: [file],
    out,
    collection: null,
    format: formats.find(({ name }) => name === format) ?? null,
  });
  if (written) expect((await loadCorpus([out])).documents.length).toBe(report.added);
  return { written, report };
}

const source = (name: string, count: number): string => {
  const shape = SHAPES[name];
  if (!shape) throw new Error(`no shape for ${name}`);
  const records = Array.from({ length: count }, (_, index) =>
    shape.record(madeRecord(index + 1), index + 1),
  );
  return `${shape.before}${records.join(shape.between)}${shape.after}`;
};

describe.each(formats.map(({ name }) => name))('as %s', (name) => {
  test('any bytes give a report, and never a crash', async () => {
    const anyBytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ maxLength: 300 }).map((text) => new TextEncoder().encode(text)),
    );
    await fc.assert(
      fc.asyncProperty(anyBytes, async (bytes) => {
        const { report } = await imported(bytes, name);
        expect(report.read).toBeGreaterThanOrEqual(report.added);
      }),
      { numRuns: 30 },
    );
  });
});

describe.each(Object.keys(SHAPES).filter((name) => formats.some((one) => one.name === name)))(
  'a made-up source in %s',
  (name) => {
    test('is known by its content, and read whole', async () => {
      const { written, report } = await imported(source(name, 7));
      expect(report.rejects).toEqual([]);
      expect(written).toBe(true);
      expect(report).toMatchObject({ read: 7, added: 7, rejected: 0 });
    });

    test('cut off anywhere, gives what stands before the cut', async () => {
      const whole = source(name, 5);
      await fc.assert(
        fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
          const { report } = await imported(whole.slice(0, length), name);
          expect(report.added).toBeLessThanOrEqual(5);
        }),
        { numRuns: 25 },
      );
      const { report } = await imported(whole.slice(0, Math.floor(whole.length * 0.7)), name);
      expect(report.added).toBeGreaterThanOrEqual(3);
    });
  },
);
