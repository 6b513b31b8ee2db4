import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Makes a folder that is there until it is disposed of, or until the process is told to end. It ends
 * then as it would have without the folder.
 */
export async function openTemporaryFolder(
  prefix: string,
  parent = tmpdir(),
): Promise<{ path: string } & AsyncDisposable> {
  let path = '';
  const end = (signal: NodeJS.Signals) => {
    leave();
    if (path) rmSync(path, { recursive: true, force: true });
    process.kill(process.pid, signal);
  };
  const leave = () => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  // Before the folder is there, or a signal in between would leave it.
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    path = mkdtempSync(join(parent, prefix));
  } catch (error) {
    leave();
    throw error;
  }
  return {
    path,
    async [Symbol.asyncDispose]() {
      leave();
      // A thread that was ended may still be writing its last.
      await rm(path, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
