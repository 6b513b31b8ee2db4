type Numbers =
  | Int8Array
  | Uint8Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

/**
 * Fills an array of numbers and gives it back. The same as `from` of its class with a function, in a
 * tenth of the time: that one goes by an iterator.
 */
export function filled<Array extends Numbers>(
  array: Array,
  valueAt: (index: number) => number,
): Array {
  for (let index = 0; index < array.length; index += 1) array[index] = valueAt(index);
  return array;
}
