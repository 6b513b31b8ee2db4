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

/**
 * The same where values are worked out when they are looked at. Lists are searched so often that a
 * call for each value would be felt there.
 * @param isBelow whether the value of a place is below the one sought
 */
export function lowerBoundBy(length: number, isBelow: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
