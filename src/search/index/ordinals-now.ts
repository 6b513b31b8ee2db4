import { NEW } from '../../data/corpus/check-lines.ts';

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
  for (const [ordinal, earlier] of earlierOrdinals.entries()) {
    if (earlier === NEW) added.push(ordinal);
    else ordinalNow[earlier] = ordinal;
  }
  return { ordinalNow, added };
}
