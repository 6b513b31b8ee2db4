import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Page } from '../../../data/texts/page.ts';

/** A page as it is kept, with how many words its document has before it. */
export type KeptPage = Omit<Page, 'id'> & { firstWord: number };

/** Pages that are compressed together, in characters: alone they would take half as much again. */
const CHUNK = 32_768;

/** Divides pages into chunks, none of which is so long that one page of it would be slow to show. */
export function chunksOf(pages: readonly KeptPage[]): KeptPage[][] {
  const chunks: KeptPage[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const page of pages) {
    if (length + page.text.length > CHUNK) {
      chunks.push([]);
      length = 0;
    }
    chunks.at(-1)?.push(page);
    length += page.text.length;
  }
  return chunks;
}

export const packChunk = (pages: readonly KeptPage[]): Buffer =>
  deflateRawSync(JSON.stringify(pages));

export const unpackChunk = (chunk: Uint8Array): KeptPage[] =>
  JSON.parse(inflateRawSync(chunk).toString());
