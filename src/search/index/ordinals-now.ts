import { NEW } from '../../data/corpus/check-lines.ts';

/** Documents that follow one another as they did in an earlier index. */
export type Run = {
  /** Of the first one. */
  ordinal: number;
  /** Its ordinal there, or `NEW`; a new one is a run of its own. */
  earlier: number;
  length: number;
};

/** @param earlierOrdinals of each document its ordinal in the earlier index, or `NEW` */
export function* runsOf(earlierOrdinals: Int32Array): Generator<Run> {
  for (let ordinal = 0; ordinal < earlierOrdinals.length; ) {
    const earlier = earlierOrdinals[ordinal] ?? NEW;
    let length = 1;
    while (earlier !== NEW && earlierOrdinals[ordinal + length] === earlier + length) length += 1;
    yield { ordinal, earlier, length };
    ordinal += length;
  }
}

/**
 * What has become of the documents of an earlier index.
 * @param earlierOrdinals of each document its ordinal there, or `NEW`
 * @param before how many there were
 * @returns the ordinal that each has now, or `NEW` for one that is gone; and which are new, ascending
 */
export function ordinalsNow(
  earlierOrdinals: Int32Array,
  before: number,
): { ordinalNow: Int32Array; added: number[] } {
  const ordinalNow = new Int32Array(before).fill(NEW);
  const added: number[] = [];
  for (let ordinal = 0; ordinal < earlierOrdinals.length; ordinal += 1) {
    const earlier = earlierOrdinals[ordinal] ?? NEW;
    if (earlier === NEW) added.push(ordinal);
    else ordinalNow[earlier] = ordinal;
  }
  return { ordinalNow, added };
}
