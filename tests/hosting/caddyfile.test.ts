import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/process.ts';

const caddy = (...args: string[]) =>
  spawnSync('caddy', args, { encoding: 'utf8', env: { ...process.env, DOMAIN: 'example.org' } });
const why = caddy('version').status === 0 ? '' : ' (skipped: no caddy here)';

test.skipIf(why)(`Caddy takes the Caddyfile${why}`, () => {
  const path = join(ROOT, 'hosting', 'Caddyfile');
  const { status, stderr } = caddy('validate', '--adapter', 'caddyfile', '--config', path);
  expect(status, stderr).toBe(0);
});
