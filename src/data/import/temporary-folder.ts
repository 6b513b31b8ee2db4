import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
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
  const path = await mkdtemp(join(parent, prefix));
  const end = (signal: NodeJS.Signals) => {
    leave();
    rmSync(path, { recursive: true, force: true });
    process.kill(process.pid, signal);
  };
  const leave = () => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return {
    path,
    async [Symbol.asyncDispose]() {
      leave();
      // A thread that was ended may still be writing its last.
      await rm(path, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
