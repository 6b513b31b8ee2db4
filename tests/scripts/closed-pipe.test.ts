import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SCRIPTS = join(import.meta.dirname, '..', '..', 'scripts');

/** A script whose reader has gone before it writes. */
const intoNothing = (script: string, args: string) =>
  spawnSync(
    'bash',
    ['-o', 'pipefail', '-c', `"${process.execPath}" "${join(SCRIPTS, script)}" ${args} | true`],
    { encoding: 'utf8', env: { ...process.env, NODE_NO_WARNINGS: '1', NODE_OPTIONS: '' } },
  );

test.each([
  ['say.ts', '--help'],
  ['ask.ts', 'dispatch --limit 2000'],
  ['corpus.ts', 'report'],
])('%s ends quietly when nobody reads on', (script, args) => {
  const { status, stderr } = intoNothing(script, args);
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('say looks for the local Discord at PORT', () => {
  const { stderr } = spawnSync(process.execPath, [join(SCRIPTS, 'say.ts'), '/about'], {
    encoding: 'utf8',
    env: { ...process.env, PORT: '1', NODE_NO_WARNINGS: '1' },
  });
  expect(stderr).toContain('http://127.0.0.1:1');
});
