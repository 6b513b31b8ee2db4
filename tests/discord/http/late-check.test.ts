import { startLocalDiscord } from 'local-discord';
import { expect, onTestFinished, test } from 'vitest';
import { startHttpBot } from '../../../src/discord/http/start-http-bot.ts';
import { archive } from '../../commands/fixtures.ts';
import { recordLog } from '../../support/recorded-log.ts';
import { openRoom } from '../../support/room.ts';

const KEY_OF_ANOTHER = 'ab'.repeat(32);

test('a key that proves wrong after an outage of Discord ends the bot, and the log says why', async () => {
  const { services } = await openRoom(archive);
  const discord = await startLocalDiscord();
  onTestFinished(() => discord.close());
  // As often as one question is repeated.
  discord.refuseNext({ status: 500, path: /applications\/@me$/, count: 4 });
  const { log, lines, errors } = recordLog();
  const http = { publicKey: KEY_OF_ANOTHER, host: '127.0.0.1', port: 0 };
  const bot = await startHttpBot(discord, http, [], services, log, { checkedWithinMs: 1 });
  onTestFinished(() => bot.stop());
  expect(bot.isReady()).toBe(true);
  await bot.lost;
  expect(lines.map(({ msg }) => msg)).toContainEqual(expect.stringMatching(/Trying again in 1 s/));
  expect(errors().map(({ msg }) => msg)).toEqual([
    expect.stringMatching(/^DISCORD_PUBLIC_KEY is not the key of this bot’s application/),
  ]);
});
