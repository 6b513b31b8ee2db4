import { packPlace } from './posting-lists.ts';
import { VarintReader } from './varints.ts';

/** Where a word stands in one document after the other, read only as far as it is asked for. */
export class WordPlaces {
  readonly #reader: VarintReader;
  /** The places of the document that have been read, packed. */
  #read = new Uint32Array(64);
  #length = 0;
  #last = -1;

  /** @param bytes the places of a run */
  constructor(bytes: Uint8Array) {
    this.#reader = new VarintReader(bytes);
  }

  /** Begins with a document, whose places are the bytes from one position to another. */
  open(start: number, end: number): void {
    this.#reader.at = start;
    this.#reader.end = end;
    this.#length = 0;
    this.#last = -1;
  }

  /** The next place, packed; -1 after the last. */
  next(): number {
    if (this.#reader.at >= this.#reader.end) return -1;
    const place = Math.max(this.#last, 0) + this.#reader.next();
    if (this.#length === this.#read.length) this.#read = grown(this.#read);
    this.#read[this.#length] = place;
    this.#length += 1;
    this.#last = place;
    return place;
  }

  /** Whether the word begins at a place, and takes two if it is joined. Near places are asked for in turn. */
  standsAt(first: number, isJoined: boolean): boolean {
    const place = packPlace(first, isJoined);
    while (this.#last < place) if (this.next() < 0) return false;
    let at = this.#length - 1;
    while (at >= 0 && (this.#read[at] ?? 0) > place) at -= 1;
    return at >= 0 && this.#read[at] === place;
  }
}

function grown(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(2 * values.length);
  longer.set(values);
  return longer;
}
