/** What stands in either of two ascending lists. */
export function united(one: Uint32Array, other: Uint32Array): Uint32Array {
  if (one.length === 0 || other.length === 0) return one.length === 0 ? other : one;
  const all = new Uint32Array(one.length + other.length);
  let [length, i, j] = [0, 0, 0];
  while (i < one.length || j < other.length) {
    const [a = Number.POSITIVE_INFINITY, b = Number.POSITIVE_INFINITY] = [one[i], other[j]];
    all[length] = Math.min(a, b);
    length += 1;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return all.subarray(0, length);
}
