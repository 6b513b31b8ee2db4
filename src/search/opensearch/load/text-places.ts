import { open } from 'node:fs/promises';
import { CorpusError } from '../../../data/corpus/problem.ts';
import { Page, textsPath } from '../../../data/texts/page.ts';
import { readPages } from '../../../data/texts/read-pages.ts';
import { UserError } from '../../../errors.ts';
import { contentHash } from '../../index/content-hash.ts';

/** Where in a file of texts a document's text stands, in bytes, and what it is. */
export type TextPlace = {
  file: string;
  at: number;
  length: number;
  pages: number;
  /** The same for the same pages. */
  digest: number;
};

/** The places of texts, by their documents' ids. */
export type TextPlaces = ReadonlyMap<string, TextPlace>;

const nextDigest = (digest: number, page: Page): number =>
  contentHash(`${digest} ${JSON.stringify(page)}`);

/**
 * Reads and checks the texts that stand beside corpora, and keeps where they are.
 * @throws CorpusError where they can't be read, or two files have a text of the same document
 */
export async function findTexts(corpora: readonly string[]): Promise<TextPlaces> {
  const places = new Map<string, TextPlace>();
  for (const corpus of corpora) {
    const file = textsPath(corpus);
    for await (const { page, at, length, line } of readPages(corpus)) {
      const place = places.get(page.id);
      if (place && place.file !== file) {
        const reason = `"${page.id}" already has a text in ${place.file}`;
        throw new CorpusError([{ file, line, field: 'id', reason }]);
      }
      places.set(page.id, {
        file,
        at: place?.at ?? at,
        length: at + length - (place?.at ?? at),
        pages: page.page,
        digest: nextDigest(place?.digest ?? 0, page),
      });
    }
  }
  return places;
}

/**
 * The pages of a text.
 * @throws UserError if the file isn't what it was when its texts were found
 */
export async function readTextAt({ file, at, length, digest }: TextPlace): Promise<Page[]> {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
  try {
    const lines = buffer.toString('utf8', 0, bytesRead).split('\n');
    const pages = lines.filter((line) => line.trim()).map((line) => Page.parse(JSON.parse(line)));
    if (pages.reduce(nextDigest, 0) === digest) return pages;
  } catch {
    // What stands there is no longer a page.
  }
  throw new UserError(`${file} was changed while it was being loaded. Load it again.`);
}
