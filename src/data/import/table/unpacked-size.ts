/** Signature of an entry in a ZIP archive's directory, and where its sizes stand. */
const ENTRY = Buffer.from('PK\x01\x02', 'latin1');
const UNPACKED_AT = 24;
const NAME_LENGTH_AT = 28;
const HEAD = 46;
const END = Buffer.from('PK\x05\x06', 'latin1');

/**
 * What a ZIP archive says that its parts have unpacked, in bytes; undefined where it has no
 * directory.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3.12 and 4.3.16
 */
export function unpackedSize(archive: Buffer): number | undefined {
  const end = archive.lastIndexOf(END);
  if (end < 0 || end + 20 > archive.length) return undefined;
  let at = archive.readUInt32LE(end + 16);
  let size = 0;
  while (at + HEAD <= end && archive.subarray(at, at + 4).equals(ENTRY)) {
    size += archive.readUInt32LE(at + UNPACKED_AT);
    const lengths = [0, 2, 4].map((step) => archive.readUInt16LE(at + NAME_LENGTH_AT + step));
    at += HEAD + lengths.reduce((sum, length) => sum + length, 0);
  }
  return size;
}
