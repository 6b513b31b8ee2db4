import { mkdtemp, open, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { MADE_FORMATS, madeFiles } from '../../../scripts/made-sources/made-files.ts';
import { madeRecord } from '../../../scripts/made-sources/made-record.ts';
import { loadCorpus } from '../../../src/data/corpus/corpus.ts';
import { formats } from '../../../src/data/import/formats.ts';
import { importFiles } from '../../../src/data/import/import-files.ts';

const folder = await mkdtemp(join(tmpdir(), 'import-'));
let made = 0;

// Thousands of files are written here, and none is for long: the disk need not be waited for.
const file = await open(join(folder, 'any'), 'w');
const sync = vi.spyOn(Object.getPrototypeOf(file), 'sync').mockResolvedValue(undefined);
await file.close();
afterAll(() => sync.mockRestore());

/** Imports a file of these bytes; whatever is reported, what was written can be loaded. */
async function imported(bytes: Uint8Array, format: string | null = null) {
  made += 1;
  const file = join(folder, `${made}`);
  const out = join(folder, `${made}.jsonl`);
  await writeFile(file, bytes);
  const again = () =>
    importFiles({
      paths: [file],
      out,
      collection: null,
      format: formats.find(({ name }) => name === format) ?? null,
    });
  const { written, report } = await again();
  const documents = written ? (await loadCorpus([out])).documents : [];
  if (written) expect(documents.length).toBe(report.added);
  return { written, report, documents, out, again };
}

/** A made-up source, as the bytes of one file. */
async function source(format: string, count: number): Promise<Buffer> {
  const [file, ...others] = [...madeFiles(format, count)];
  expect(others).toEqual([]);
  return Buffer.concat(((await file?.toArray()) ?? []).map((piece) => Buffer.from(piece)));
}

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

test('every format of many records can be made up', () => {
  const ofOneDocument = ['document-page'];
  expect([...MADE_FORMATS, ...ofOneDocument].sort()).toEqual(
    formats.map(({ name }) => name).sort(),
  );
});

/** A packed file can't be read in part. */
const PACKED = ['xlsx'];

describe.each(MADE_FORMATS)('a source in %s', (name) => {
  test('is known by its content, and read whole, each record by its place', async () => {
    const bytes = await source(name, 7);
    const { written, report, documents, out } = await imported(bytes);
    expect(report.rejects).toEqual([]);
    expect(written).toBe(true);
    expect(report).toMatchObject({ read: 7, added: 7, rejected: 0 });

    const records = [1, 2, 3, 4, 5, 6, 7].map(madeRecord);
    const byDay = documents.toSorted((one, other) =>
      String(one.date.start).localeCompare(String(other.date.start)),
    );
    expect(byDay.map(({ date }) => date)).toEqual(
      records.map(({ date }) =>
        expect.objectContaining({ start: date, end: date, precision: 'day', uncertain: false }),
      ),
    );
    for (const [index, { title, description }] of records.entries()) {
      expect(byDay[index]?.title).toContain(title);
      expect(byDay[index]?.description).toBe(description);
    }
    const origins = (await readFile(out.replace(/jsonl$/, 'origins.jsonl'), 'utf8')).trim();
    const places = origins.split('\n').map((line) => JSON.parse(line));
    expect(new Set(places.map(({ line, place }) => `${line} ${place}`)).size).toBe(7);
    for (const { line, place } of places) expect(line ?? place).not.toBeNull();
  });

  test('read again, changes nothing', async () => {
    const { out, again } = await imported(await source(name, 7));
    const before = await readFile(out, 'utf8');
    const { report } = await again();
    expect(report).toMatchObject({ added: 0, changed: 0, unchanged: 7 });
    expect(await readFile(out, 'utf8')).toBe(before);
  });

  test('cut off anywhere, gives what stands before the cut', async () => {
    const whole = await source(name, 5);
    const cuts = fc.nat(whole.length - 1);
    await fc.assert(
      fc.asyncProperty(cuts, async (length) => {
        const { report } = await imported(whole.subarray(0, length), name);
        expect(report.added).toBeLessThanOrEqual(5);
      }),
      { numRuns: 25 },
    );
    const { report } = await imported(whole.subarray(0, Math.floor(whole.length * 0.75)), name);
    if (PACKED.includes(name)) expect(report.rejects[0]?.reason).toMatch(/cut off or damaged/);
    else expect(report.added).toBeGreaterThanOrEqual(3);
  });

  test('with damaged bytes, never crashes', async () => {
    const whole = await source(name, 3);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(damage, async (bytes) => {
        const damaged = Buffer.from(whole);
        for (const [place, byte] of bytes) damaged[place] = byte;
        const { report } = await imported(damaged, name);
        expect(report.read).toBeGreaterThanOrEqual(report.added);
      }),
      { numRuns: 40 },
    );
  });
});
