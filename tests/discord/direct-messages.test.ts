import { setTimeout as wait } from 'node:timers/promises';
import type { LocalDiscord } from 'local-discord';
import { until } from 'local-discord/testing';
import { expect, onTestFinished, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { startBot } from '../../src/discord/client.ts';
import { createLogger } from '../../src/log.ts';
import { archive } from '../commands/fixtures.ts';
import { archiveOf } from '../support/archives.ts';
import { buttonId, menu, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';

const answersIn = (discord: LocalDiscord) =>
  discord.messages('dm', 'ada').filter(({ author }) => author.bot && author.id !== undefined);

/** Ada writes a plain message. */
async function writeTo(discord: LocalDiscord, content: string, channel = 'dm'): Promise<void> {
  const url = new URL('/control/say', discord.apiUrl);
  url.search = new URLSearchParams({ as: 'ada', channel }).toString();
  const body = JSON.stringify({ content });
  const headers = { 'Content-Type': 'application/json' };
  expect((await fetch(url, { method: 'POST', headers, body })).ok).toBe(true);
}

test.each(['gateway', 'http'] as const)(
  'a plain direct message is answered as a search whose buttons work, by %s',
  async (door) => {
    const { discord, services } = await openRoom(archive, { door });
    // Interactions by HTTP leave direct messages to a process on the gateway.
    if (door === 'http') {
      const bot = await startBot(discord, commands, services, createLogger('silent'));
      onTestFinished(bot.stop);
    }
    const answers = () => answersIn(discord);
    await writeTo(discord, 'dispatch', 'general');
    await writeTo(discord, 'dispatch');
    await until(discord, () => answers().length === 1);
    const [answer] = answers();
    if (!answer) throw new Error('no answer');
    expect(said(answer)).toContain('Search: dispatch');
    expect(menu(answer)?.options).toHaveLength(5);
    const next = await discord.as('ada').click(answer.id, buttonId(answer, 'Next'));
    expect((await next.answer()).id).toBe(answer.id);
    expect(discord.messages('general', 'ada').filter(({ author }) => author.bot)).toEqual([]);

    await writeTo(discord, 'dispatch from:soon-ish @everyone');
    await until(discord, () => answers().length === 2);
  },
);

test('a direct message that is under way when the bot is told to stop is answered', async () => {
  const begun = Promise.withResolvers<void>();
  const own = archiveOf(archive);
  const slow = {
    ...own,
    search: async (query: Parameters<typeof own.search>[0]) => {
      begun.resolve();
      await wait(300);
      return own.search(query);
    },
  };
  const { discord, stop } = await openRoom(archive, {
    door: 'gateway',
    services: { archive: slow },
  });
  await writeTo(discord, 'dispatch');
  await begun.promise;
  await stop();
  expect(answersIn(discord).map(said).join()).toContain('Search: dispatch');
});
