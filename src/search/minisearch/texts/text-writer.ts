import { createHash } from 'node:crypto';
import type { Text } from '../../../data/texts/by-document.ts';
import { countWords } from '../../../data/texts/count-words.ts';
import type { Page } from '../../../data/texts/page.ts';
import { addressNumber } from '../../index/address-number.ts';
import { createAnalyzer } from '../../text/analysis.ts';
import { anchorsOf } from '../../text/anchors.ts';
import { analyzePages, firstWordsOf, leftOutWords, placeWords } from '../../text/placed-words.ts';
import { readsByItself, type Word } from '../../text/word.ts';
import { chunksOf, type KeptPage, packChunk, unpackChunk } from './chunks.ts';
import { createPostingsWriter } from './postings-writer.ts';
import type { TextDatabase } from './schema.ts';

/** Large archives have so many different words, as they are printed. */
const MOST_WORDS = 300_000;

/** The same for the same pages. */
export const digestOf = (pages: readonly Page[]): Buffer =>
  createHash('sha1').update(JSON.stringify(pages)).digest();

/** Writes texts into a database, and takes them out again. */
export function createTextWriter(database: TextDatabase) {
  const analyze = createAnalyzer(MOST_WORDS);
  const postings = createPostingsWriter(database);
  const insert = database.prepare('INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)');
  const insertChunk = database.prepare('INSERT INTO chunks VALUES (?, ?, ?, ?)');
  const insertAddress = database.prepare('INSERT INTO addresses VALUES (?, ?)');
  const removeAddress = database.prepare(
    'DELETE FROM addresses WHERE address = ? AND document = ?',
  );
  const chunksOfDocument = database
    .prepare('SELECT pages FROM chunks WHERE document = ? ORDER BY first_page')
    .pluck();
  const forgetWord = database.prepare('UPDATE words SET documents = documents - 1 WHERE word = ?');
  const removeChunks = database.prepare('DELETE FROM chunks WHERE document = ?');
  const remove = database.prepare('DELETE FROM documents WHERE number = ?');

  return {
    /** @param number greater than any that was given before */
    add(number: number, { id, pages }: Text, digest: Buffer): void {
      const words = analyzePages(pages, analyze);
      const places = placeWords(words);
      postings.add(number, places);
      const different = new Set(places.map(({ word }) => word)).size;
      insert.run(number, id, digest, pages.length, wordsOn(pages), different);
      for (const address of addressesOf(pages)) insertAddress.run(address, number);
      let firstPage = 0;
      for (const chunk of chunksOf(keptPages(pages, words, leftOutWords(pages, analyze)))) {
        insertChunk.run(number, firstPage, chunk[0]?.firstWord ?? 0, packChunk(chunk));
        firstPage += chunk.length;
      }
    },
    /** Its postings stay, and are passed over: its number is no document's any more. */
    remove(number: number): void {
      const pages = (chunksOfDocument.all(number) as Buffer[]).flatMap(unpackChunk);
      const words = new Set(analyzePages(pages, analyze).map(({ word }) => word));
      for (const word of words) forgetWord.run(word);
      for (const address of addressesOf(pages)) removeAddress.run(address, number);
      removeChunks.run(number);
      remove.run(number);
    },
    finish: postings.flush,
  };
}

/** Where pages can be read, each address once. */
const addressesOf = (pages: readonly Pick<Page, 'url'>[]): Set<number> =>
  new Set(pages.flatMap(({ url }) => (url && addressNumber(url)) || []));

/** As an import counts them. */
const wordsOn = (pages: readonly Page[]): number =>
  pages.reduce((sum, { text }) => sum + countWords(text), 0);

/** The pages, each with how many words stand before it, and anchors if it is long. */
function keptPages(
  pages: readonly Page[],
  words: readonly Word[],
  leftOut: readonly number[],
): KeptPage[] {
  const firstWords = firstWordsOf(pages, words);
  const read = words.filter(readsByItself);
  const anchors = anchorsOf(pages, read, firstWords);
  return pages.map(({ id: _, ...page }, i) => ({
    ...page,
    firstWord: firstWords[i] ?? 0,
    ...(anchors[i] && { anchors: anchors[i] }),
    ...(leftOut[i] && { leftOut: leftOut[i] }),
  }));
}
