/** Many lists of numbers as one long one, and where each begins; at last, where all end. */
export type Lists = { starts: Uint32Array; values: Uint32Array };

export const NO_LISTS: Lists = { starts: new Uint32Array(1), values: new Uint32Array() };

/** A typed array that grows. */
function createNumbers(expected: number) {
  let values = new Uint32Array(expected);
  let length = 0;
  const grow = (needed: number) => {
    if (needed <= values.length) return;
    const longer = new Uint32Array(Math.max(needed, 2 * values.length));
    longer.set(values);
    values = longer;
  };
  return {
    length: () => length,
    push(value: number): void {
      grow(length + 1);
      values[length] = value;
      length += 1;
    },
    pushAll(others: Uint32Array): void {
      grow(length + others.length);
      values.set(others, length);
      length += others.length;
    },
    /** Only a large part that isn't used is worth a copy. */
    trimmed: () =>
      length < 0.9 * values.length ? values.slice(0, length) : values.subarray(0, length),
  };
}

/**
 * Writes lists one number after the other.
 * @param expected how many numbers there will be, about
 */
export function createListWriter(expected = 1024) {
  const values = createNumbers(expected);
  const starts = createNumbers(1024);
  starts.push(0);
  return {
    /** Adds a number to the list that is being written. */
    push: values.push,
    /** Adds some of other lists, each as a list, after one that has been ended. */
    copy({ starts: begins, values: from }: Lists, first: number, count: number): void {
      const begin = begins[first] ?? 0;
      const moved = values.length() - begin;
      values.pushAll(from.subarray(begin, begins[first + count]));
      for (let list = first + 1; list <= first + count; list += 1) {
        starts.push((begins[list] ?? 0) + moved);
      }
    },
    /** Ends that list; what follows is another. */
    end: () => starts.push(values.length()),
    lists: (): Lists => ({ starts: starts.trimmed(), values: values.trimmed() }),
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

/**
 * For each number that lists hold, which lists hold it, ascending.
 * @param frequencies in how many lists each number is
 */
export function inverted({ starts, values }: Lists, frequencies: Uint32Array): Lists {
  const begins = startsOf(frequencies);
  const free = begins.slice();
  const holders = new Uint32Array(values.length);
  for (let list = 0; list + 1 < starts.length; list += 1) {
    const end = starts[list + 1] ?? 0;
    for (let at = starts[list] ?? 0; at < end; at += 1) {
      const value = values[at] ?? 0;
      const place = free[value] ?? 0;
      holders[place] = list;
      free[value] = place + 1;
    }
  }
  return { starts: begins, values: holders };
}
