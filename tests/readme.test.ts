import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../src/data/corpus/corpus.ts';
import { starterCorpus } from '../src/data/starter.ts';
import { said } from './support/messages.ts';
import { BARE, ROOT } from './support/process.ts';
import { openRoom } from './support/room.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** What README says to type after `npm run -s NAME --`, as a shell takes it apart. */
const typedAfter = (name: string): string[][] =>
  [...readme.matchAll(new RegExp(`^npm run -s ${name} -- (.+)$`, 'gm'))].map(([, rest = '']) =>
    [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
  );

describe('what README says to type finds something in the starter corpus', () => {
  const commands = typedAfter('say').map(([command = '']) => command);
  const questions = typedAfter('ask');

  test('has examples of both kinds', () => {
    expect(commands.length).toBeGreaterThan(1);
    expect(questions.length).toBeGreaterThan(1);
  });

  test('in Discord', async () => {
    const { documents } = await loadCorpus(starterCorpus());
    const { discord } = await openRoom(documents);
    for (const command of commands) {
      const [, name = '', option = '', value = ''] = /^\/(\w+) (\w+):(.+)$/.exec(command) ?? [];
      const answer = said(await discord.as('ada').run(name, { [option]: value }));
      expect(answer, command).toMatch(/\*\*1\.\*\* /);
    }
  });

  test.for(questions.map((typed) => ({ typed, line: typed.join(' ') })))(
    'without Discord: $line',
    ({ typed }) => {
      const quiet = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON';
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [quiet, join(ROOT, 'scripts/ask.ts'), ...typed],
        { env: BARE, encoding: 'utf8' },
      );
      expect(stderr).toBe('');
      expect(stdout).toMatch(/"total":[1-9]|^ 1\. /m);
    },
  );
});
