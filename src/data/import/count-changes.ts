import type { SpooledDocument } from './spooled-document.ts';

/** What became of the documents that were read. */
export type Changes = {
  added: number;
  changed: number;
  /** Repeats within what was read count here, too. */
  unchanged: number;
};

/**
 * Compares a corpus with what it was. Documents that were there have kept their order, and new ones
 * follow them.
 * @param read how many documents were read, repeats counted each time
 */
export function countChanges(
  before: readonly SpooledDocument[],
  after: readonly SpooledDocument[],
  read: number,
): Changes {
  let added = 0;
  let changed = 0;
  let at = 0;
  for (const { id, content, text } of after) {
    // Those between have been removed.
    while (at < before.length && before[at]?.id !== id) at += 1;
    const earlier = before[at];
    if (!earlier) added += 1;
    else if (earlier.content !== content || earlier.text?.content !== text?.content) changed += 1;
    at += 1;
  }
  return { added, changed, unchanged: read - added - changed };
}
