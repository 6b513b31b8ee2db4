/** Many lists of numbers as one long one, and where each begins; at last, where all end. */
export type Lists = { starts: Uint32Array; values: Uint32Array };

export const NO_LISTS: Lists = { starts: new Uint32Array(1), values: new Uint32Array() };

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
    /** Adds all of another list. */
    copy({ starts: begins, values: from }: Lists, list: number): void {
      const end = begins[list + 1] ?? 0;
      grow(length + end - (begins[list] ?? 0));
      for (let at = begins[list] ?? 0; at < end; at += 1) {
        values[length] = from[at] ?? 0;
        length += 1;
      }
    },
    /** Ends that list; what follows is another. */
    end(): void {
      starts.push(length);
    },
    lists: (): Lists => ({ starts: Uint32Array.from(starts), values: trimmed(values, length) }),
  };
}

export function packLists(lists: readonly (readonly number[])[]): Lists {
  const writer = createListWriter();
  for (const list of lists) {
    for (const value of list) writer.push(value);
    writer.end();
  }
  return writer.lists();
}

/** Only a large part that isn't used is worth a copy. */
const trimmed = (values: Uint32Array, length: number): Uint32Array =>
  length < 0.9 * values.length ? values.slice(0, length) : values.subarray(0, length);

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
