import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { sourceFrom } from '../../../../src/data/import/source-file.ts';

const TEXT = 'Séoul, “1962”\f\r\n\tЖ';

/** In pieces of three bytes, which cut characters in two. */
const sourceOf = (bytes: Uint8Array) =>
  sourceFrom('a', () =>
    Readable.from(
      Array.from({ length: Math.ceil(bytes.length / 3) }, (_, at) =>
        bytes.subarray(3 * at, 3 * at + 3),
      ),
    ),
  );

async function decoded(bytes: Uint8Array): Promise<string | null> {
  const source = await sourceOf(bytes);
  if (source.sample.text === null) return null;
  let text = '';
  for await (const piece of source.text()) text += piece;
  expect(source.sample.text).toBe(text);
  return text;
}

describe('the text of a file', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
  ])('is read from %s', async (_, bytes) => {
    expect(await decoded(bytes)).toBe(TEXT);
  });

  test('is read from Windows-1252', async () => {
    expect(await decoded(Buffer.from([0x53, 0xe9, 0x6f, 0x75, 0x6c, 0x92]))).toBe('Séoul’');
  });

  test.each([
    ['an image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]],
    ['an archive', [0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0]],
  ])('is none in %s', async (_, bytes) => {
    expect(await decoded(Buffer.from(bytes))).toBeNull();
  });
});
