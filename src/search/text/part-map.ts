/** Values by parts of texts. */
export type PartMap<Value> = {
  /** @returns the value of what stands in a text from `start` up to, not including, `end` */
  get(text: string, start: number, end: number): Value | undefined;
  /** @param part one that has no value yet */
  add(part: string, value: Value): void;
  readonly size: number;
};

/** In a fuller table many places are looked at for each part. */
const FULLEST = 1 / 2;
const FEWEST_PLACES = 1024;

/**
 * A map that is asked for words where they stand: a `Map` of strings would need each of them cut out of
 * its text first. A part has the first free place from that of its hash on.
 * @see https://en.wikipedia.org/wiki/Linear_probing
 */
export function createPartMap<Value>(): PartMap<Value> {
  const entries: { part: string; value: Value }[] = [];
  /** Of each place the hash of its part and, beside it, the number of its entry from 1 on, or 0. */
  let places = new Int32Array(2 * FEWEST_PLACES);

  const put = (number: number, hash: number): void => {
    const last = places.length - 2;
    let at = (2 * hash) & last;
    while (places[at + 1] !== 0) at = (at + 2) & last;
    places[at] = hash;
    places[at + 1] = number;
  };
  const grow = (): void => {
    const before = places;
    places = new Int32Array(2 * before.length);
    for (let at = 0; at < before.length; at += 2) {
      const number = before[at + 1] ?? 0;
      if (number !== 0) put(number, before[at] ?? 0);
    }
  };

  return {
    get(text, start, end) {
      const hash = hashOf(text, start, end);
      const last = places.length - 2;
      let at = (2 * hash) & last;
      for (let number = places[at + 1] ?? 0; number !== 0; number = places[at + 1] ?? 0) {
        if (places[at] === hash) {
          const entry = entries[number - 1];
          if (entry && isSame(entry.part, text, start, end)) return entry.value;
        }
        at = (at + 2) & last;
      }
      return undefined;
    },
    add(part, value) {
      if (entries.length >= (FULLEST * places.length) / 2) grow();
      put(entries.push({ part, value }), hashOf(part, 0, part.length));
    },
    get size() {
      return entries.length;
    },
  };
}

/** Another one in each process, so that no text can be written whose words share a place. */
const SEED = Math.floor(Math.random() * 2 ** 31);

/** @see http://www.isthe.com/chongo/tech/comp/fnv/ Fowler, Noll and Vo, FNV-1a, by code units */
function hashOf(text: string, start: number, end: number): number {
  let hash = SEED;
  for (let at = start; at < end; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  // The lowest bits choose the place, and the highest are the most mixed.
  return (hash ^ (hash >>> 15)) & 0x1fffffff;
}

function isSame(part: string, text: string, start: number, end: number): boolean {
  if (part.length !== end - start) return false;
  for (let i = 0; i < part.length; i += 1) {
    if (part.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  }
  return true;
}
