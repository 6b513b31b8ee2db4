/** A map whose entries are read from elsewhere whenever they are asked for. */
export class ReadOnlyMap<Key, Value> {
  readonly size: number;
  readonly keys: () => IterableIterator<Key>;
  readonly get: (key: Key) => Value | undefined;

  private constructor(
    size: number,
    keys: () => IterableIterator<Key>,
    get: (key: Key) => Value | undefined,
  ) {
    this.size = size;
    this.keys = keys;
    this.get = get;
  }

  /** As a Map, for whoever asks for one; an empty Map of its own would take far more memory. */
  static of<Key, Value>(
    size: number,
    keys: () => IterableIterator<Key>,
    get: (key: Key) => Value | undefined,
  ): Map<Key, Value> {
    return new ReadOnlyMap(size, keys, get) as unknown as Map<Key, Value>;
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined;
  }

  *[Symbol.iterator](): Generator<[Key, Value]> {
    for (const key of this.keys()) yield [key, this.get(key) as Value];
  }
}
