import { UserError } from '../../../errors.ts';
import type { Cluster } from '../cluster.ts';
import { sendLines } from './send-lines.ts';

/** Operations that go to an index, some at a time. */
export type Outbox = {
  /** @throws as `sendLines`; UserError for one that is larger than OpenSearch takes */
  put(operation: string): Promise<void>;
  /** Sends what has been put in and not been sent. */
  send(): Promise<void>;
};

/** Characters of a request: it is sent once it has so many. */
const ENOUGH = 8 * 2 ** 20;
/** OpenSearch takes requests of 100 MB, unless it is told otherwise. */
const MOST_BYTES = 99 * 10 ** 6;

export function createOutbox(cluster: Cluster, index: string): Outbox {
  let operations: string[] = [];
  let length = 0;
  async function send(): Promise<void> {
    if (operations.length === 0) return;
    const full = operations;
    [operations, length] = [[], 0];
    await sendLines(cluster, index, full);
  }
  return {
    send,
    async put(operation) {
      if (operation.length > MOST_BYTES / 3 && Buffer.byteLength(operation) > MOST_BYTES) {
        const { index: named } = JSON.parse(operation.slice(0, operation.indexOf('\n')));
        throw new UserError(
          `The text of "${named._id}" is too long for OpenSearch, which takes 100 MB at a time. Divide the document.`,
        );
      }
      if (length > 0 && length + operation.length > ENOUGH) await send();
      operations.push(operation);
      length += operation.length;
    },
  };
}
