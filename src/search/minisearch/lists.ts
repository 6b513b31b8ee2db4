/** Many lists of numbers as one long one, and where each begins; at last, where all end. */
export type Lists = { starts: Uint32Array; values: Uint32Array };

export function packLists(lists: Iterable<readonly number[]>): Lists {
  const writer = createListWriter();
  for (const list of lists) {
    for (const value of list) writer.push(value);
    writer.end();
  }
  return writer.lists();
}

/** Writes lists one number after the other, in typed arrays that grow. */
export function createListWriter() {
  let values = new Uint32Array(1024);
  let length = 0;
  const starts: number[] = [0];
  return {
    /** Adds a number to the list that is being written. */
    push(value: number): void {
      if (length === values.length) {
        const longer = new Uint32Array(2 * length);
        longer.set(values);
        values = longer;
      }
      values[length] = value;
      length += 1;
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
