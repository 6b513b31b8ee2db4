import { TextDecoder } from 'node:util';
import { declaredEncoding } from './declared-encoding.ts';
import { guessEncoding } from './guess-encoding.ts';

/** How a text is written down. */
export type Encoding = {
  /** As iconv-lite knows it: `utf-8`, `windows-1251`. */
  name: string;
  /** Whether only the letters themselves speak for it. */
  isGuess: boolean;
};

/**
 * A text's encoding: by its byte order mark, as a person has named it, UTF-8 where all of it is, as
 * the text declares, else by what its letters are likely to be. A text that declares something else
 * but is UTF-8 throughout has been converted since.
 * @param beginning its first bytes, some thousands at least where there are so many
 * @param bytes gives them from the beginning, each time
 * @param named by a person; null if nobody has
 */
export async function encodingOf(
  beginning: Uint8Array,
  bytes: () => AsyncIterable<Uint8Array>,
  named: string | null = null,
): Promise<Encoding> {
  const sure = markedEncoding(beginning) ?? named;
  if (sure !== null) return { name: sure, isGuess: false };
  if (await isUtf8(bytes())) return { name: 'utf-8', isGuess: false };
  const declared = declaredEncoding(beginning);
  if (declared !== null) return { name: declared, isGuess: false };
  return { name: await guessEncoding(bytes()), isGuess: true };
}

function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

async function isUtf8(bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of bytes) utf8.decode(piece, { stream: true });
    utf8.decode();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    return false;
  }
}
