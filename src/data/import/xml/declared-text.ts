import { TextDecoder } from 'node:util';
import { encodingOf } from '../decode-text.ts';
import type { SourceFile } from '../format.ts';

/** What a page or an XML text says of its own encoding, within its first characters. */
const DECLARED =
  /^(?:[^<]*<\?xml[^>]*\bencoding\s*=|[\s\S]{0,2000}?<meta[^>]*\bcharset\s*=)\s*["']?([\w-]+)/i;

/** Encodings that a source's text is decoded from anyway. */
const USUAL = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'];

/**
 * A source's text, decoded as it declares where its bytes allow it: a text that has become UTF-8
 * since is read as UTF-8, whatever it says of itself.
 * @see https://encoding.spec.whatwg.org/#names-and-labels
 */
export async function* declaredText(source: SourceFile): AsyncGenerator<string> {
  const declared = declaredEncoding(source.sample.bytes);
  const isOther = declared !== null && (await encodingOf(source.bytes())) === 'windows-1252';
  if (!isOther) {
    yield* source.text();
    return;
  }
  const decoder = new TextDecoder(declared);
  for await (const piece of source.bytes()) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** The encoding, where it is an unusual one that is known. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const label = DECLARED.exec(beginning)?.[1];
  try {
    const { encoding } = new TextDecoder(label ?? 'utf-8');
    return USUAL.includes(encoding) ? null : encoding;
  } catch {
    return null;
  }
}
