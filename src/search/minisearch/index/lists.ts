/** Many lists of numbers as one long one, and where each begins; at last, where all end. */
export type Lists = { starts: Uint32Array; values: Uint32Array };

/**
 * Writes lists one number after the other, in a typed array that grows.
 * @param expected how many numbers there will be, about
 */
export function createListWriter(expected = 1024) {
  let values = new Uint32Array(expected);
  let length = 0;
  const starts: number[] = [0];
  const grow = (needed: number) => {
    if (needed <= values.length) return;
    const longer = new Uint32Array(Math.max(needed, 2 * values.length));
    longer.set(values);
    values = longer;
  };
  return {
    /** Adds a number to the list that is being written. */
    push(value: number): void {
      grow(length + 1);
      values[length] = value;
      length += 1;
    },
    pushAll(list: Uint32Array): void {
      grow(length + list.length);
      values.set(list, length);
      length += list.length;
    },
    /** Ends that list; what follows is another. */
    end(): void {
      starts.push(length);
    },
    lists: (): Lists => ({ starts: Uint32Array.from(starts), values: values.slice(0, length) }),
  };
}

/** The list of that number. */
export const listAt = ({ starts, values }: Lists, number: number): Uint32Array =>
  values.subarray(starts[number], starts[number + 1]);

/** Where lists of these lengths begin, one after the other; at last, where all end. */
export function startsOf(lengths: Uint32Array): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (let list = 0; list < lengths.length; list += 1) {
    starts[list + 1] = (starts[list] ?? 0) + (lengths[list] ?? 0);
  }
  return starts;
}
