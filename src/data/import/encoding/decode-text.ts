import iconv from 'iconv-lite';

/** What no text holds, tabs, line ends and form feeds aside. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0E-\x1A\x1C-\x1F]/;

/** The text in pieces, without a byte order mark. */
export async function* decodePieces(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding);
  for await (const piece of bytes) yield decoder.write(Buffer.from(piece));
  yield decoder.end() ?? '';
}

/** The beginning of a text, without a character that is cut in two; null if it isn't text. */
export function decodeBeginning(bytes: Uint8Array, encoding: string): string | null {
  const text = iconv.getDecoder(encoding).write(Buffer.from(bytes));
  return CONTROL.test(text) ? null : text;
}
