/**
 * Forgets what has been kept longest, until the rest isn't too large.
 * @param most how large all may be together
 */
export function forgetOldest<Value>(
  kept: Map<string, Value>,
  most: number,
  sizeOf: (value: Value) => number,
): void {
  let size = 0;
  for (const value of kept.values()) size += sizeOf(value);
  for (const [key, value] of kept) {
    if (size <= most) return;
    kept.delete(key);
    size -= sizeOf(value);
  }
}
