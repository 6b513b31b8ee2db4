import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { superset } from './declared-encoding.ts';

/** How much is looked at, in bytes. */
const MOST = 32 * 1024;
/** A few words are repeated up to this: chardet gives up on fewer signs. */
const LEAST = 2048;
/** What no encoding here uses within a character. */
const BETWEEN = ' \t\r\n,;"';
const FOREIGN = new RegExp(`[^${BETWEEN}]*[\\x80-\\xff][^${BETWEEN}]*`, 'g');

/**
 * The likeliest encoding of a text that is no UTF-8. chardet tells it by the letters that follow each
 * other in some thirty languages, but doesn't know Mac Roman, and is led astray by English around a
 * few names: so it sees only the words that aren't ASCII, and how a word looks then counts, too.
 */
export async function guessEncoding(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const words = await foreignWords(bytes);
  if (words.length === 0) return 'windows-1252';
  const guesses = analyse(words).filter(({ name }) => iconv.encodingExists(name));
  const [first] = guesses;
  const macRoman = { name: 'macroman', confidence: first?.confidence ?? 0 };
  const ranked = [...guesses, ...(first && isSingleByte(first.name) ? [macRoman] : [])]
    .map(({ name, confidence }) => ({
      name: superset(name),
      score: confidence * (1 - oddness(iconv.decode(words, name))) ** 2,
    }))
    .toSorted((one, other) => other.score - one.score);
  return ranked[0]?.name ?? 'windows-1252';
}

const isSingleByte = (name: string): boolean => /^(?:windows|ISO-8859)-/.test(name);

async function foreignWords(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  let words = '';
  let rest = '';
  for await (const piece of bytes) {
    const text = rest + Buffer.from(piece).toString('latin1');
    const end = Math.max(...[...BETWEEN].map((sign) => text.lastIndexOf(sign))) + 1;
    words += (text.slice(0, end).match(FOREIGN) ?? []).map((word) => `${word} `).join('');
    rest = text.slice(end);
    if (words.length + rest.length > MOST) break;
  }
  words = `${words}${rest.match(FOREIGN)?.[0] ?? ''} `.slice(0, MOST);
  return words.trim()
    ? Buffer.from(words.repeat(Math.ceil(LEAST / words.length)), 'latin1')
    : Buffer.alloc(0);
}

/** Capitals within words, signs between letters, and what is no character at all. */
const ODD =
  /[\p{C}\uFFFD]|(?<=\p{L})(?:\p{Lu}(?=\p{Ll})|(?<=\p{Ll})\p{Lu}|[^\p{L}\p{M}\0-\x7F’ʼ·–—](?=\p{L}))|[^\0-\x7F\p{L}\p{M}\p{N}\p{P}\p{Z}§£€©®°]/gu;

/** How many of a text's signs beyond ASCII don't look like a part of a word, from 0 to 1. */
function oddness(text: string): number {
  const foreign = text.match(/[^\0-\x7F]/gu)?.length ?? 0;
  const odd = (text.match(ODD) ?? []).filter((sign) => sign > '\x7f').length;
  return foreign === 0 ? 0 : Math.min(1, odd / foreign);
}
