import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { madeRecord } from '../../scripts/made-sources/made-record.ts';
import { packDocuments } from '../../src/data/corpus/packed-documents.ts';
import { indexDocuments } from '../../src/search/index/index-documents.ts';
import { settingsDigest } from '../../src/search/index/settings-digest.ts';
import { openEngine } from '../../src/search/minisearch/engine.ts';
import { openIndex } from '../../src/search/minisearch/search-index.ts';
import { openFiles } from '../../src/search/minisearch/snapshot/open-files.ts';
import { packSnapshot, unpackSnapshot } from '../../src/search/minisearch/snapshot/snapshot.ts';
import { openThreadedArchive } from '../../src/search/minisearch/thread/threaded-archive.ts';
import { aDocument } from '../support/documents.ts';
import { writeCorpus } from '../support/room.ts';
import { aQuery } from './queries.ts';

// Enough of them for a latent space.
const documents = Array.from({ length: 320 }, (_, number) => {
  const { title, description } = madeRecord(number);
  return aDocument({ id: `d${number}`, title, description });
});
const packed = packDocuments(documents);
const kept = {
  corpus: 'c0',
  isCanonical: true,
  positions: packed.positions,
  data: indexDocuments(packed),
};
const bytes = packSnapshot(kept, 's0');

describe('the bytes of a snapshot', () => {
  test('give back the whole index', () => {
    expect(kept.data.latent?.vectors.length).toBeGreaterThan(0);
    expect(unpackSnapshot(bytes, 's0')).toEqual(kept);
  });

  test('give nothing for other settings', () => {
    expect(unpackSnapshot(bytes, 's1')).toBeUndefined();
  });

  test('give nothing when any bit of them is another, or when they are cut anywhere', () => {
    const place = fc.integer({ min: 0, max: bytes.length - 1 });
    fc.assert(
      fc.property(place, fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        expect(unpackSnapshot(damaged, 's0')).toBeUndefined();
        expect(unpackSnapshot(bytes.subarray(0, at), 's0')).toBeUndefined();
      }),
    );
  });
});

async function room() {
  const { folder, path } = await writeCorpus(documents);
  const snapshot = join(folder, 'kept', 'index.snapshot');
  const open = async () => {
    const { corpus, data, unsaved } = await openFiles({ corpus: [path], snapshot });
    await unsaved?.write();
    const engine = openEngine(openIndex(corpus.documents, data, []));
    const { hits } = await engine.search(aQuery('telegram border treaty'));
    return { isKept: unsaved === undefined, hits };
  };
  return { path, snapshot, open };
}

describe('an index kept from one start to the next', () => {
  test('finds the same, and is not made again', async () => {
    const { open } = await room();
    const first = await open();
    const second = await open();
    expect([first.isKept, second.isKept]).toEqual([false, true]);
    expect(first.hits.length).toBeGreaterThan(3);
    expect(second.hits).toEqual(first.hits);
  });

  test('is made anew for a changed corpus, and kept again', async () => {
    const { path, open } = await room();
    await open();
    const added = aDocument({ id: 'new', title: 'Telegram on the border treaty' });
    await writeFile(path, `${JSON.stringify(added)}\n`, { flag: 'a' });
    const changed = await open();
    expect(changed.isKept).toBe(false);
    expect(changed.hits[0]?.document.id).toBe('new');
    expect(await open()).toEqual({ isKept: true, hits: changed.hits });
  });

  test('is made anew where the file is damaged, empty or something else', async () => {
    const { snapshot, open } = await room();
    const { hits } = await open();
    const whole = await readFile(snapshot);
    for (const other of [whole.subarray(0, -1), Buffer.alloc(0), Buffer.from('{"index": []}')]) {
      await writeFile(snapshot, other);
      expect(await open()).toEqual({ isKept: false, hits });
      expect(await open()).toEqual({ isKept: true, hits });
    }
  });

  test('that can’t be written is said, and found in all the same', async () => {
    const { path } = await room();
    const warned: string[] = [];
    // A file can't be in a file.
    const given = { corpus: [path], names: undefined, snapshot: join(path, 'index') };
    const opened = await openThreadedArchive(given, ({ message }) => warned.push(message));
    onTestFinished(opened.close);
    await expect.poll(() => warned).toHaveLength(1);
    expect(opened.isKept).toBe(false);
    expect((await opened.archive.search(aQuery('telegram'))).total).toBeGreaterThan(0);
  });
});

describe('the corpus of a kept index', () => {
  test('is checked all the same where a check changes it', async () => {
    const { path, snapshot, open } = await room();
    const written = { ...aDocument({ id: 'new' }), title: ' Padded ', people: 'One Person' };
    await writeFile(path, `${JSON.stringify(written)}\n`);
    await open();
    const { corpus } = await openFiles({ corpus: [path], snapshot });
    expect(corpus.documents.at(0)).toMatchObject({ title: 'Padded', people: ['One Person'] });
  });

  test('is checked where it has changed', async () => {
    const { path, open } = await room();
    await open();
    await writeFile(path, '{"id": "A B"}\n', { flag: 'a' });
    await expect(open()).rejects.toThrow(/321/);
  });
});

test('the digest of the settings is the same in every process', async () => {
  const script = `import('./src/search/index/settings-digest.ts').then((it) => process.stdout.write(it.settingsDigest()))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script]);
  expect(stdout).toMatch(/^[0-9a-f]{64}$/);
  expect(stdout).toBe(settingsDigest());
});
