import type { SpooledDocument } from './spooled-document.ts';

/** What became of the documents that were read. */
export type Changes = {
  added: number;
  changed: number;
  /** Repeats within what was read count here, too. */
  unchanged: number;
};

/**
 * Compares a corpus with what it was.
 * @param read how many documents were read, repeats counted each time
 */
export function countChanges(
  before: readonly SpooledDocument[],
  after: readonly SpooledDocument[],
  read: number,
): Changes {
  const known = new Map(before.map((document) => [document.id, document]));
  const added = after.filter(({ id }) => !known.has(id)).length;
  const changed = after.filter(({ id, content, text }) => {
    const earlier = known.get(id);
    return earlier && (earlier.content !== content || earlier.text?.content !== text?.content);
  }).length;
  return { added, changed, unchanged: read - added - changed };
}
