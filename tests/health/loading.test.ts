import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { BARE, QUIET, ROOT } from '../support/process.ts';

const source = (name: string) => JSON.stringify(pathToFileURL(join(ROOT, 'src', name)).href);

/** Whether prom-client is in a process that has opened its health on a port, or on none. */
function isLoaded(healthPort: number | undefined): string {
  const script = `
    import Module from 'node:module';
    import { openHealth } from ${source('health/open-health.ts')};
    import { createLogger } from ${source('log.ts')};
    const { close } = await openHealth(
      { healthPort: ${healthPort}, healthHost: '127.0.0.1' },
      createLogger('silent'),
    );
    await close();
    console.log(Object.keys(Module._cache).some((path) => path.includes('prom-client')));
    process.exit();
  `;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [QUIET, '--input-type=module', '--eval', script],
    { env: BARE, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  return stdout.trim();
}

test('what keeps figures is loaded only if they are served', async () => {
  expect(isLoaded(await freePort())).toBe('true');
  expect(isLoaded(undefined)).toBe('false');
});
