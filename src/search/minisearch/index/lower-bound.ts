/** The first place in the sorted list whose value is not below the one sought. */
export function lowerBound<Value extends number | string>(
  sorted: ArrayLike<Value>,
  sought: Value,
): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle];
    if (value !== undefined && value < sought) low = middle + 1;
    else high = middle;
  }
  return low;
}
