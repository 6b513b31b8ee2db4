import { copyFile, rm } from 'node:fs/promises';
import Database from 'better-sqlite3';
import type { Text } from '../../../data/texts/by-document.ts';
import type { Page } from '../../../data/texts/page.ts';
import {
  createTextDatabase,
  openTextDatabase,
  prepareToWrite,
  type TextDatabase,
} from './schema.ts';
import { createTextWriter, digestOf } from './text-writer.ts';

/** What is known of a database as a whole. */
export type Made = { settings: string; sources: string };

/**
 * Writes a database of texts, from an earlier one if there is one: then only texts that are new or say
 * something else are read into it.
 * @param told is called with the number of documents done
 */
export async function buildTexts(
  path: string,
  texts: AsyncIterable<Text>,
  made: Made,
  earlier?: string,
  told: (documents: number) => void = () => {},
): Promise<void> {
  const isCopied = earlier !== undefined && (await isCopiedTo(path, earlier));
  const database = isCopied ? new Database(path) : createTextDatabase(path);
  try {
    prepareToWrite(database);
    await fillDatabase(database, texts, told);
    writeMade(database, made);
  } finally {
    database.close();
  }
}

/** Another process may just have removed it, or the disk have no room for both: then all is read. */
async function isCopiedTo(path: string, earlier: string): Promise<boolean> {
  try {
    await copyFile(earlier, path);
    return true;
  } catch {
    await rm(path, { force: true });
    return false;
  }
}

/** A database in memory, of pages that are at hand. */
export function textsInMemory(pages: readonly Page[]): TextDatabase {
  const database = createTextDatabase(':memory:');
  const writer = createTextWriter(database);
  const texts = Map.groupBy(pages, ({ id }) => id);
  let number = 0;
  for (const [id, own] of texts) {
    number += 1;
    writer.add(number, { id, pages: own }, digestOf(own));
  }
  writer.finish();
  return database;
}

async function fillDatabase(
  database: TextDatabase,
  texts: AsyncIterable<Text>,
  told: (documents: number) => void,
): Promise<void> {
  database.exec('BEGIN');
  const known = new Map(
    (
      database.prepare('SELECT id, number, digest FROM documents').all() as {
        id: string;
        number: number;
        digest: Buffer;
      }[]
    ).map(({ id, ...one }) => [id, one]),
  );
  let next = nextNumber(database);
  const writer = createTextWriter(database);
  let done = 0;
  for await (const text of texts) {
    const digest = digestOf(text.pages);
    const before = known.get(text.id);
    known.delete(text.id);
    if (!before?.digest.equals(digest)) {
      if (before) writer.remove(before.number);
      writer.add(next, text, digest);
      next += 1;
    }
    done += 1;
    told(done);
  }
  for (const { number } of known.values()) writer.remove(number);
  writer.finish();
  writeMeta(database, 'next', String(next));
  database.exec('COMMIT');
}

const nextNumber = (database: TextDatabase): number => Number(readMeta(database, 'next') ?? 1);

const writeMeta = (database: TextDatabase, key: string, value: string): void => {
  database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(key, value);
};

const readMeta = (database: TextDatabase, key: string): string | undefined =>
  database.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(key) as string | undefined;

/** Written last: it says that all else is there. */
function writeMade(database: TextDatabase, { settings, sources }: Made): void {
  writeMeta(database, 'settings', settings);
  writeMeta(database, 'sources', sources);
}

/** What a database was made of; undefined if it isn't whole, or is none. */
export const readMade = (path: string): Made | undefined =>
  ask(path, (database) => {
    const [settings, sources] = ['settings', 'sources'].map((key) => readMeta(database, key));
    return settings !== undefined && sources !== undefined ? { settings, sources } : undefined;
  });

/** Whether most of the texts whose postings a database has are gone, so that it is better made anew. */
export const isMostlyGone = (path: string): boolean | undefined =>
  ask(path, (database) => {
    const held = database.prepare('SELECT count(*) FROM documents').pluck().get() as number;
    return nextNumber(database) - 1 > 2 * held;
  });

function ask<Answer>(path: string, question: (database: TextDatabase) => Answer) {
  let database: TextDatabase | undefined;
  try {
    database = openTextDatabase(path);
    return question(database);
  } catch {
    return undefined;
  } finally {
    database?.close();
  }
}
