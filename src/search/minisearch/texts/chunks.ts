import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Page } from '../../../data/texts/page.ts';
import type { AnchoredText } from '../../text/anchors.ts';

/** A page as it is kept. */
export type KeptPage = Omit<Page, 'id'> &
  AnchoredText & {
    /** How many words its document has before it. */
    firstWord: number;
  };

/** A page without what it is kept with. */
export const bare = <Kept extends Partial<KeptPage>>({
  firstWord: _,
  anchors: __,
  leftOut: ___,
  ...page
}: Kept): Omit<Kept, 'firstWord' | 'anchors' | 'leftOut'> => page;

/** Pages that are compressed together, in characters: alone they would take half as much again. */
const CHUNK = 32_768;

/** Divides pages into chunks, so that few pages are unpacked to show one; a long page is one by itself. */
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
