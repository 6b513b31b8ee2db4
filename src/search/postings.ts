import MiniSearch from 'minisearch';

/** Places of documents, each with how often the document holds a term. */
export type Holders = ReadonlyMap<number, number>;

const NONE: Holders = new Map();

/**
 * MiniSearch as a plain index of terms. Its own search makes an object of every document found, with
 * all that matched in it; that takes longer than the rest together, so that only what is found is
 * asked of it, and scored elsewhere.
 */
export class Postings extends MiniSearch<{ id: number; text: string }> {
  constructor() {
    super({ fields: ['text'], tokenize: (text) => text.split(' '), processTerm: (term) => term });
  }

  /** Documents are added one after the other, from place 0 on. */
  append(place: number, terms: readonly string[]): void {
    this.add({ id: place, text: terms.join(' ') });
  }

  holders(term: string): Holders {
    return this._index.get(term)?.get(0) ?? NONE;
  }

  /** How many different terms the document at a place holds. */
  lengthAt(place: number): number {
    return this._fieldLength.get(place)?.[0] ?? 0;
  }

  terms(): IterableIterator<string> {
    return this._index.keys();
  }
}
