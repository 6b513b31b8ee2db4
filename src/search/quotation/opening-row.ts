/**
 * Fills the row of an opening: each cell takes the cheapest one of the row before that is within
 * reach, the nearest of several. Answers how many words each passes over.
 */
export function fillOpening(before: Int32Array, row: Int32Array, most: number): Int32Array {
  const reach = new Int32Array(before.length);
  /** Columns whose costs ascend: the first is the cheapest within reach. */
  const queue: number[] = [];
  let head = 0;
  for (let j = 0; j < before.length; j++) {
    const cost = before[j] as number;
    while (queue.length > head && (before[queue.at(-1) as number] as number) >= cost) queue.pop();
    queue.push(j);
    while ((queue[head] as number) < j - most) head += 1;
    const from = queue[head] as number;
    row[j] = before[from] as number;
    reach[j] = j - from;
  }
  return reach;
}
