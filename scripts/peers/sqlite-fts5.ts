import Database from 'better-sqlite3';
import { eng } from 'stopword';
import type { Peer, PeerKind } from './peer.ts';

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
      "CREATE VIRTUAL TABLE documents USING fts5(id UNINDEXED, year UNINDEXED, title, text, tokenize='porter unicode61')",
    );
    const insert = database.prepare('INSERT INTO documents VALUES (@id, @year, @title, @text)');
    database.transaction(() => {
      for (const document of documents) insert.run({ year: null, ...document });
    })();
    return asPeer(database);
  },
  load: async (snapshot) => asPeer(new Database(Buffer.from(snapshot))),
};

function asPeer(database: Database.Database): Peer {
  const select = (condition: string) =>
    database
      .prepare<unknown[], string>(
        `SELECT id FROM documents WHERE documents MATCH ? ${condition} ORDER BY bm25(documents, 0, 0, 2, 1) LIMIT ?`,
      )
      .pluck();
  const [all, inYears] = [select(''), select('AND year BETWEEN ? AND ?')];
  return {
    async search({ text, isPhrase, isPrefix, isMisspelt, isName, years, hasFacets }, limit) {
      if (isMisspelt || isName || hasFacets) return null;
      const words = wordsOf(text, !isPhrase && !isPrefix);
      const match = isPhrase
        ? `"${words.join(' ')}"`
        : words.map((word) => `"${word}"${isPrefix ? '*' : ''}`).join(' OR ');
      if (words.length === 0) return [];
      return years ? inYears.all(match, ...years, limit) : all.all(match, limit);
    },
    snapshot: () => database.serialize(),
  };
}

const wordsOf = (text: string, withoutCommon: boolean): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => !withoutCommon || !STOP_WORDS.has(word),
  );
