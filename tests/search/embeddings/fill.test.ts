import { writeFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createEmbedder } from '../../../src/search/embeddings/embedder.ts';
import type { EmbeddingsFailure } from '../../../src/search/embeddings/failure.ts';
import { fillVectors } from '../../../src/search/embeddings/fill-vectors.ts';
import { packVector } from '../../../src/search/embeddings/packed-vector.ts';
import { openVectorFile } from '../../../src/search/embeddings/vector-file.ts';
import { type EmbeddingsServer, startEmbeddingsServer } from '../../support/embeddings-server.ts';
import { vectorsPath } from '../../support/meaning.ts';

const texts = Array.from({ length: 100 }, (_, i) => `text ${i}`);

async function fill(
  server: EmbeddingsServer,
  path: string,
  {
    model = 'one',
    wanted = texts,
    onFailure = (_: EmbeddingsFailure) => {},
    onUnkept = (_: Error) => {},
  } = {},
) {
  const file = openVectorFile(path, model);
  const embedder = createEmbedder({ url: server.url, model, key: undefined });
  const refused = await fillVectors(wanted, file, embedder, {
    onSaved() {},
    onCleared() {},
    onFailure,
    onUnkept,
    signal: AbortSignal.timeout(20_000),
    firstPauseMs: 1,
  });
  const kept = { count: file.count(), dimensions: file.dimensions() };
  file.close();
  return { refused, ...kept };
}

describe('vectors', () => {
  test('are asked for in batches, and only of what is new', async () => {
    const [server, path] = [await startEmbeddingsServer(), await vectorsPath()];
    expect(await fill(server, path)).toEqual({ refused: [], count: 100, dimensions: 64 });
    expect(server.requests.map(({ length }) => length)).toEqual([32, 32, 32, 4]);
    expect((await fill(server, path, { wanted: [...texts, 'new'] })).count).toBe(101);
    expect(server.requests.slice(4)).toEqual([['new']]);
  });

  test('of another model are made anew', async () => {
    const [server, path] = [await startEmbeddingsServer(), await vectorsPath()];
    await fill(server, path);
    server.requests.length = 0;
    expect((await fill(server, path, { model: 'other' })).count).toBe(100);
    expect(server.requests.flat()).toEqual(texts);
  });

  test('of another length are made anew, if that isn’t a mistake', async () => {
    const [server, path] = [await startEmbeddingsServer(), await vectorsPath()];
    await fill(server, path);
    server.mode = 'other length';
    const failures: string[] = [];
    const onFailure = ({ message }: EmbeddingsFailure) => {
      failures.push(message);
    };
    const { count, dimensions } = await fill(server, path, { wanted: ['new'], onFailure });
    expect(failures).toEqual([
      'The embeddings server gave vectors of 65 numbers, and before of 64.',
    ]);
    expect({ count, dimensions }).toEqual({ count: 1, dimensions: 65 });
  });

  test('are asked for again after a failure, no sooner than the server asks', async () => {
    const [server, path] = [await startEmbeddingsServer(), await vectorsPath()];
    server.mode = 'busy';
    const began = performance.now();
    const onFailure = () => {
      server.mode = 'well';
    };
    expect((await fill(server, path, { onFailure })).count).toBe(100);
    expect(performance.now() - began).toBeGreaterThan(950);
  });

  test.each(['broken', 'gone', 'too few', 'not a number'] as const)(
    'are complete although the server was %s for a while',
    async (mode) => {
      const [server, path] = [await startEmbeddingsServer(), await vectorsPath()];
      server.mode = mode;
      let failures = 0;
      const onFailure = () => {
        failures += 1;
        if (failures === 6) server.mode = 'well';
      };
      expect(await fill(server, path, { onFailure })).toMatchObject({ refused: [], count: 100 });
    },
  );

  test('of a text that the server refuses are done without, and of no other', async () => {
    const [server, path] = [await startEmbeddingsServer(), await vectorsPath()];
    server.mode = 'choosy';
    for (const wanted of [
      ['poison', ...texts],
      [...texts, 'poison'],
    ]) {
      expect(await fill(server, path, { wanted })).toMatchObject({
        refused: ['poison'],
        count: 100,
      });
    }
  });

  test('are made in spite of a file that is no database', async () => {
    const [server, path] = [await startEmbeddingsServer(), await vectorsPath()];
    await writeFile(path, 'no database, but long enough to be taken for one'.repeat(100));
    expect((await fill(server, path)).count).toBe(100);
  });

  test('are found while another process keeps the file to itself, and kept afterwards', async () => {
    const [server, path] = [await startEmbeddingsServer(), await vectorsPath()];
    openVectorFile(path, 'one').close();
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    const unkept: (string | undefined)[] = [];
    const onUnkept = (error: Error & { code?: string }) => {
      unkept.push(error.code);
      if (unkept.length === 2) other.exec('ROLLBACK');
    };
    expect(await fill(server, path, { onUnkept })).toEqual({
      refused: [],
      count: 100,
      dimensions: 64,
    });
    expect(unkept).toEqual(['SQLITE_BUSY', 'SQLITE_BUSY']);
    expect(server.requests.flat()).toEqual(texts);
    other.close();
  });

  test('of two models in one file leave each other alone', async () => {
    const path = await vectorsPath();
    const older = openVectorFile(path, 'older');
    const vector = (length: number) => packVector(new Float32Array(length).fill(1));
    older.save([{ text: 'a', vector: vector(8) }], 8);
    const newer = openVectorFile(path, 'newer');
    newer.save([{ text: 'a', vector: vector(16) }], 16);
    older.save([{ text: 'b', vector: vector(8) }], 8);
    expect([older.dimensions(), newer.dimensions()]).toEqual([8, 16]);
    expect(older.find('b')?.bytes).toHaveLength(8);
    expect(newer.find('a')?.bytes).toHaveLength(16);
    for (const file of [older, newer]) file.close();
    const again = openVectorFile(path, 'newer');
    expect([again.dimensions(), again.find('a')?.bytes.length]).toEqual([16, 16]);
    again.close();
  });

  test('of texts that are gone are forgotten when that is asked', async () => {
    const [server, path] = [await startEmbeddingsServer(), await vectorsPath()];
    await fill(server, path);
    const file = openVectorFile(path, 'one');
    file.keepOnly(['text 1', 'text 2']);
    expect([file.count(), file.find('text 1')?.bytes.length]).toEqual([2, 64]);
    file.close();
  });
});
