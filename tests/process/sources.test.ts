import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startLocalDiscord } from 'local-discord';
import { expect, onTestFinished, test } from 'vitest';
import { table } from '../sources/followed.ts';
import { said } from '../support/messages.ts';
import { connected, environmentOn, main, runScript } from '../support/process.ts';
import { answersWith, startSourceServer } from '../support/source-server.ts';

test('a bot makes its corpus of its sources, and takes in what changes', async () => {
  const [discord, server] = [await startLocalDiscord(), await startSourceServer()];
  onTestFinished(() => discord.close());
  server.answer = answersWith(table('Grain'));
  const env = await environmentOn(discord);
  const corpus = env.CORPUS ?? '';
  const sources = join(corpus, '..', 'sources.yaml');
  await rm(corpus);
  await writeFile(sources, `[{name: letters, kind: url, url: "${server.url}/letters.csv"}]`);
  const settings = { ...env, SOURCES: sources, SOURCES_CONTACT: 'a@team.example' };
  const bot = main(['--bot'], settings);
  await connected(discord);
  expect(bot.output.join('')).toContain('its sources are followed first');
  const ask = async (query: string) => said(await discord.as('ada').run('search', { query }));
  expect(await ask('grain')).toContain('Grain');

  server.answer = answersWith(table('Grain', 'Wheat'));
  const { code } = await runScript('sync', ['--json'], settings);
  expect(code).toBe(0);
  await expect.poll(() => ask('wheat'), { timeout: 15_000 }).toContain('Wheat');
  expect(bot.output.join('')).toContain('changes of the corpus loaded');
});
