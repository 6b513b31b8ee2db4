import { expect, test } from 'vitest';
import { runScript } from '../support/process.ts';
import { answersWith, startSourceServer } from '../support/source-server.ts';
import { openFolder, table } from './followed.ts';

/** A folder with two sources: a table in it, and one on a server. */
async function openSources() {
  const [folder, server] = [await openFolder(), await startSourceServer()];
  server.answer = answersWith(table('A', 'B'));
  await folder.write('here.csv', table('Here'));
  await folder.write(
    'sources.yaml',
    `- {name: here, kind: files, paths: [here.csv]}
- {name: letters, kind: url, url: "${server.url}/letters.csv"}
`,
  );
  const env = {
    SOURCES: folder.path('sources.yaml'),
    CORPUS: folder.out,
    SOURCES_CONTACT: 'archive@team.example',
  };
  const sync = (...args: string[]) => runScript('sync', args, env);
  return { ...folder, server, sync, env };
}

test('the command line follows all or those named, and says by its code what came of it', async () => {
  const { sync, titles, server, env } = await openSources();
  const one = await sync('here', '--json');
  expect(one.code).toBe(0);
  const counts = { added: 1, changed: 0, deleted: 0, failed: 0, documents: 1, error: null };
  expect(JSON.parse(one.stdout)).toMatchObject({
    sources: [{ name: 'here', kind: 'files', ...counts }],
    written: true,
  });

  // Two at once: one waits for the other, and finds nothing new.
  const both = await Promise.all([sync('--json'), sync('--json')]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(both.map(({ stdout }) => JSON.parse(stdout).written).sort()).toEqual([false, true]);
  expect(await titles()).toEqual(['A', 'B', 'Here']);
  expect(server.requests[0]?.headers['user-agent']).toMatch(
    /^ReadingRoom\/[\d.]+ \(\+archive@team\.example\)$/,
  );

  server.answer = (_, response) => response.writeHead(404).end();
  const [failed, unknown, without, unreadable] = await Promise.all([
    sync(),
    sync('lettres'),
    runScript('sync', [], { SOURCES: env.SOURCES }),
    runScript('sync', [], { ...env, SOURCES: '/nowhere/sources.yaml' }),
  ]);
  expect(failed.code).toBe(1);
  expect(failed.stdout).toContain('letters: failed.');
  expect(failed.stdout).toContain('It still has 2 documents.');
  expect(unknown).toMatchObject({ code: 2, stdout: '' });
  expect(unknown.stderr).toContain('There is no source “lettres”');
  expect(without.code).toBe(2);
  expect(without.stderr).toContain('CORPUS must name the one corpus');
  expect(unreadable.code).toBe(2);
  expect(unreadable.stderr).toContain('there is no such file');
});
