import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { contentHash } from '../index/content-hash.ts';
import type { PackedVector } from './packed-vector.ts';

/** Raised when vectors are packed, or texts chosen, in another way: then all are made anew. */
const FORM = 1;

/** The vectors of texts, kept from one start to the next. */
export type VectorFile = {
  /** The length of the model's vectors; undefined until one has been kept. */
  dimensions(): number | undefined;
  /** The vector of a text, if it is kept. */
  find(text: string): PackedVector | undefined;
  /** Keeps vectors of texts, all at once or not at all. */
  save(made: readonly { text: string; vector: PackedVector }[], dimensions: number): void;
  /** Forgets all, for the model's vectors have another length now. */
  clear(): void;
  /** How many are kept. */
  count(): number;
  /** Forgets all but those of these texts. */
  keepOnly(texts: Iterable<string>): void;
  close(): void;
};

/**
 * Opens the file of a model's vectors. What another model has made is deleted, and so is a file that
 * isn't a database: it holds nothing that can't be made again.
 * @param path undefined to keep them in memory
 * @throws if the file can't be written
 */
export function openVectorFile(path: string | undefined, model: string): VectorFile {
  const db = path === undefined ? create(new Database(':memory:')) : openOrReplace(path);
  const form = `${FORM} ${model}`;
  const { made_by } = (db.prepare('SELECT made_by FROM model').get() ?? {}) as Partial<ModelRow>;
  const clear = db.transaction(() => {
    db.exec('DELETE FROM vectors; DELETE FROM model');
    db.prepare('INSERT INTO model (made_by, dimensions) VALUES (?, NULL)').run(form);
  }).immediate;
  if (made_by !== form) clear();

  const dimensions = db.prepare('SELECT dimensions FROM model').pluck();
  const measured = db.prepare('UPDATE model SET dimensions = ?');
  const select = db.prepare('SELECT vector FROM vectors WHERE text = ?').pluck();
  const insert = db.prepare('INSERT OR REPLACE INTO vectors (text, vector) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM vectors WHERE text = ?');
  const keys = db.prepare('SELECT text FROM vectors').pluck();
  const counted = db.prepare('SELECT count(*) FROM vectors').pluck();
  // Another model's vector is never found, even if two processes use one file with two models.
  const keyOf = (text: string) => contentHash(`${form}\0${text}`);
  return {
    dimensions: () => (dimensions.get() as number | null) ?? undefined,
    find(text) {
      const bytes = select.get(keyOf(text)) as Buffer | undefined;
      return bytes && { scale: bytes.readFloatLE(0), bytes: bytes.subarray(4) };
    },
    save: db.transaction((made, length) => {
      measured.run(length);
      for (const { text, vector } of made) insert.run(keyOf(text), asBytes(vector));
    }).immediate,
    clear,
    count: () => counted.get() as number,
    keepOnly: db.transaction((texts) => {
      const wanted = new Set(Array.from(texts, keyOf));
      for (const key of keys.all() as number[]) if (!wanted.has(key)) remove.run(key);
    }).immediate,
    close: () => db.close(),
  };
}

type ModelRow = { made_by: string; dimensions: number | null };

function openOrReplace(path: string): Database.Database {
  mkdirSync(dirname(path), { recursive: true });
  try {
    return open(path);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== 'SQLITE_NOTADB' && code !== 'SQLITE_CORRUPT') throw error;
    for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true });
    return open(path);
  }
}

function open(path: string): Database.Database {
  const db = new Database(path, { timeout: 5000 });
  try {
    db.pragma('journal_mode = WAL');
    // With WAL, this loses nothing when the process is killed.
    db.pragma('synchronous = NORMAL');
    return create(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

const create = (db: Database.Database) =>
  db.exec(`
    CREATE TABLE IF NOT EXISTS model (made_by TEXT NOT NULL, dimensions INTEGER);
    CREATE TABLE IF NOT EXISTS vectors (text INTEGER PRIMARY KEY, vector BLOB NOT NULL);
  `);

function asBytes({ bytes, scale }: PackedVector): Buffer {
  const row = Buffer.alloc(4 + bytes.length);
  row.writeFloatLE(scale, 0);
  row.set(bytes, 4);
  return row;
}
