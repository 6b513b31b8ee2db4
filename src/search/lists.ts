/** Many lists of numbers as one long one, and where each begins; at last, where all end. */
export type Lists = { starts: Uint32Array; values: Uint32Array };

export function packLists(lists: readonly (readonly number[])[]): Lists {
  const starts = new Uint32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) starts[i + 1] = (starts[i] ?? 0) + list.length;
  const values = new Uint32Array(starts[lists.length] ?? 0);
  for (const [i, list] of lists.entries()) values.set(list, starts[i]);
  return { starts, values };
}

/** The list of that number. */
export const listAt = ({ starts, values }: Lists, number: number): Uint32Array =>
  values.subarray(starts[number], starts[number + 1]);
