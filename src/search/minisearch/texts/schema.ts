import Database from 'better-sqlite3';

export type TextDatabase = Database.Database;

/** Raised when the tables, or what they hold, change in a way that the analysis of a sample doesn't show. */
export const TEXTS_SCHEMA = 4;

/**
 * - `documents`: those that have a text, by numbers that are never given twice, with how many words and
 *   how many different ones they have.
 * - `chunks`: the pages of a document, some together, compressed; found by a page's place or a word's.
 * - `addresses`: where pages can be read (see `addressNumber`), with their documents.
 * - `words`: as they are printed, folded, with their stems and how many documents print them.
 * - `postings`: of a word the documents and its places in them, for each run of documents that was
 *   written at once (`runs`). Documents that are gone may still be in them.
 */
const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    pages INTEGER NOT NULL,
    words INTEGER NOT NULL,
    different INTEGER NOT NULL
  );
  CREATE TABLE chunks (
    document INTEGER NOT NULL,
    first_page INTEGER NOT NULL,
    first_word INTEGER NOT NULL,
    pages BLOB NOT NULL,
    PRIMARY KEY (document, first_page)
  ) WITHOUT ROWID;
  CREATE TABLE addresses (
    address INTEGER NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (address, document)
  ) WITHOUT ROWID;
  CREATE TABLE words (
    word TEXT PRIMARY KEY,
    stem TEXT NOT NULL,
    documents INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX words_by_stem ON words (stem);
  CREATE TABLE runs (run INTEGER PRIMARY KEY, first_document INTEGER NOT NULL);
  CREATE TABLE postings (
    word TEXT NOT NULL,
    run INTEGER NOT NULL,
    documents BLOB NOT NULL,
    places BLOB NOT NULL,
    PRIMARY KEY (word, run)
  ) WITHOUT ROWID;
`;

/** Makes an empty database. Nobody reads it before it is whole, so that nothing has to be undone. */
export function createTextDatabase(path: string): TextDatabase {
  const database = new Database(path);
  prepareToWrite(database);
  database.exec(TABLES);
  return database;
}

export function prepareToWrite(database: TextDatabase): void {
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -65536');
}

/** Opens one that is whole, to be read. */
export function openTextDatabase(path: string): TextDatabase {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  database.pragma('cache_size = -16384');
  return database;
}
