import { TextDecoder } from 'node:util';

/** What no text holds, tabs, line ends and form feeds aside. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0E-\x1A\x1C-\x1F]/;

/**
 * The text of a saved page: UTF-8, UTF-16 with its byte order mark, or else Windows-1252, which
 * older programs save. Null where it is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decoder(bytes).decode(bytes);
  return CONTROL.test(text) ? null : text;
}

function decoder(bytes: Uint8Array): TextDecoder {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  try {
    const utf8 = new TextDecoder('utf-8', { fatal: true });
    utf8.decode(bytes);
    return utf8;
  } catch {
    return new TextDecoder('windows-1252');
  }
}
