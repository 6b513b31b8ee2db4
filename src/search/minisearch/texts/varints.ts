/** Whole numbers from 0 as bytes: seven bits a byte, the least first; the last byte is below 128. */
export type VarintWriter = {
  write(value: number): void;
  /** How many bytes have been written since the last `take`. */
  readonly length: number;
  /** What has been written, as bytes of its own; what follows begins anew. */
  take(): Buffer;
};

const MORE = 0x80;

export function createVarintWriter(): VarintWriter {
  let bytes = Buffer.allocUnsafe(1024);
  let length = 0;
  return {
    write(value) {
      if (length + 8 > bytes.length) bytes = Buffer.concat([bytes], 2 * bytes.length);
      while (value >= MORE) {
        bytes[length] = (value % MORE) + MORE;
        length += 1;
        value = Math.floor(value / MORE);
      }
      bytes[length] = value;
      length += 1;
    },
    get length() {
      return length;
    },
    take() {
      const taken = Buffer.from(bytes.subarray(0, length));
      length = 0;
      return taken;
    },
  };
}

/** Reads what was written, one number after the other. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  at: number;
  end: number;

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.at = at;
    this.end = end;
  }

  next(): number {
    let byte = this.#bytes[this.at] ?? 0;
    this.at += 1;
    if (byte < MORE) return byte;
    let value = byte - MORE;
    let worth = MORE;
    do {
      byte = this.#bytes[this.at] ?? 0;
      this.at += 1;
      value += (byte & (MORE - 1)) * worth;
      worth *= MORE;
    } while (byte >= MORE);
    return value;
  }
}
