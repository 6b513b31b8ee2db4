import { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { decodeText } from './decode-text.ts';
import type { Sample, SourceFile } from './format.ts';

const SAMPLE = 64 * 1024;

/**
 * A source in memory, for tests and small texts.
 * @param content text is UTF-8
 */
export function sourceOf(name: string, content: string | Uint8Array): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    sample: sampleOf(bytes.subarray(0, SAMPLE), bytes.length <= SAMPLE),
    bytes: () => Readable.from([Buffer.from(bytes)]),
    async *text() {
      yield decodeText(bytes)?.replace(/^\uFEFF/, '') ?? '';
    },
  };
}

/** A source's beginning; a character that is cut in two at its end is left out. */
export const sampleOf = (bytes: Uint8Array, isWhole: boolean): Sample => ({
  bytes,
  text: [0, 1, 2, 3].map((cut) => tryDecode(bytes, cut)).find((text) => text !== null) ?? null,
  isWhole,
});

/** @param cut bytes left out at the end, where they are the beginning of a character */
function tryDecode(bytes: Uint8Array, cut: number): string | null {
  const kept = bytes.subarray(0, bytes.length - cut);
  const isUtf8 = (() => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(kept);
      return true;
    } catch {
      return false;
    }
  })();
  return isUtf8 || cut === 3 ? decodeText(kept) : null;
}
