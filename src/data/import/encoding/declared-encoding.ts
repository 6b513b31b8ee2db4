import iconv from 'iconv-lite';

/** What a page, an XML text or a BibTeX file says of its own encoding, within its first characters. */
const DECLARED =
  /^(?:[^<]*<\?xml[^>]*\bencoding\s*=|[\s\S]{0,2000}?<meta[^>]*\bcharset\s*=|\s*%\s*Encoding:)\s*["']?([\w-]+)/i;

/**
 * The encoding that a text that isn't UTF-8 declares; null if it declares none that is known.
 * Latin-1 means Windows-1252, its superset, and so on.
 * @see https://encoding.spec.whatwg.org/#names-and-labels
 */
export function declaredEncoding(beginning: Uint8Array): string | null {
  const label = DECLARED.exec(Buffer.from(beginning.subarray(0, 4096)).toString('latin1'))?.[1];
  if (!label) return null;
  const name = superset(label);
  return /^utf-?8$/i.test(name) || !iconv.encodingExists(name) ? null : name;
}

/** What is written as ISO 8859 is mostly Windows' encoding, which has more characters. */
export function superset(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return name;
  }
}
