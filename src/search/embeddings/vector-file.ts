import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { makeFolder } from '../../data/make-folder.ts';
import { contentHash } from '../index/content-hash.ts';
import { bytesFor, type PackedVector } from './packed-vector.ts';

/** Raised when vectors are packed, or texts chosen, in another way: then all are made anew. */
const FORM = 1;
/** How long opening may wait for another process; afterwards, others in the thread would wait too. */
const OPENING_MS = 5000;
const BUSY_MS = 100;

/** The vectors of texts, kept from one start to the next. */
export type VectorFile = {
  /** The length of the model's vectors; undefined until one has been kept. */
  dimensions(): number | undefined;
  /** The vector of a text, if it is kept. */
  find(text: string): PackedVector | undefined;
  /**
   * Keeps vectors of texts, all at once.
   * @throws if the file can't be written; they are found nevertheless, and written with the next
   */
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
  const known = db.prepare('SELECT dimensions FROM model WHERE made_by = ?').pluck().get(form);
  let dimensions = (known as number | null | undefined) ?? undefined;
  const forget = db.prepare('DELETE FROM model WHERE made_by = ?');
  const remember = db.prepare('INSERT INTO model (made_by, dimensions) VALUES (?, ?)');
  const clear = db.transaction(() => {
    db.exec('DELETE FROM vectors; DELETE FROM model');
    remember.run(form, null);
  }).immediate;
  if (known === undefined) clear();

  const select = db.prepare('SELECT vector FROM vectors WHERE text = ?').pluck();
  const insert = db.prepare('INSERT OR REPLACE INTO vectors (text, vector) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM vectors WHERE text = ?');
  const keys = db.prepare('SELECT text FROM vectors').pluck();
  const counted = db.prepare('SELECT count(*) FROM vectors').pluck();
  const unwritten = new Map<number, Buffer>();
  const write = db.transaction(() => {
    // Another process may have made room for another model.
    forget.run(form);
    remember.run(form, dimensions);
    for (const [key, bytes] of unwritten) insert.run(key, bytes);
  }).immediate;
  // Another model's vector is never found, even if two processes use one file with two models.
  const keyOf = (text: string) => contentHash(`${form}\0${text}`);
  return {
    dimensions: () => dimensions,
    find(text) {
      const key = keyOf(text);
      const row = unwritten.get(key) ?? (select.get(key) as Buffer | undefined);
      if (!row || dimensions === undefined) return undefined;
      const bytes = row.subarray(4);
      return bytes.length === bytesFor(dimensions)
        ? { scale: row.readFloatLE(0), bytes }
        : undefined;
    },
    save(made, length) {
      dimensions = length;
      for (const { text, vector } of made) unwritten.set(keyOf(text), asBytes(vector));
      write();
      unwritten.clear();
    },
    clear() {
      dimensions = undefined;
      unwritten.clear();
      clear();
    },
    count: () => counted.get() as number,
    keepOnly: db.transaction((texts) => {
      const wanted = new Set(Array.from(texts, keyOf));
      for (const key of keys.all() as number[]) if (!wanted.has(key)) remove.run(key);
    }).immediate,
    close: () => db.close(),
  };
}

function openOrReplace(path: string): Database.Database {
  makeFolder(dirname(path));
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
  const db = new Database(path, { timeout: OPENING_MS });
  try {
    db.pragma('journal_mode = WAL');
    // With WAL, this loses nothing when the process is killed.
    db.pragma('synchronous = NORMAL');
    create(db);
    db.pragma(`busy_timeout = ${BUSY_MS}`);
    return db;
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
