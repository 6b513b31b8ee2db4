import Database from 'better-sqlite3';
import { eng } from 'stopword';
import type { PeerKind } from './peer.ts';

const STOP_WORDS: ReadonlySet<string> = new Set(eng);

/**
 * SQLite's full-text search with Porter stems, stop words left out of queries, and the title counting
 * twice.
 * @see https://sqlite.org/fts5.html
 */
export const sqliteFts5: PeerKind = {
  name: 'sqlite-fts5',
  async build(documents) {
    const database = new Database(':memory:');
    database.exec(
      "CREATE VIRTUAL TABLE documents USING fts5(id UNINDEXED, title, text, tokenize='porter unicode61')",
    );
    const insert = database.prepare('INSERT INTO documents VALUES (@id, @title, @text)');
    database.transaction(() => {
      for (const document of documents) insert.run(document);
    })();
    const select = database
      .prepare<[string, number], string>(
        'SELECT id FROM documents WHERE documents MATCH ? ORDER BY bm25(documents, 0, 2, 1) LIMIT ?',
      )
      .pluck();
    return {
      async search(text, limit) {
        const match = wordsOf(text)
          .map((word) => `"${word}"`)
          .join(' OR ');
        return match ? select.all(match, limit) : [];
      },
    };
  },
};

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !STOP_WORDS.has(word));
