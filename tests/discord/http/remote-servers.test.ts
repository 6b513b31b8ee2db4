import { PermissionFlagsBits } from 'discord-api-types/v10';
import { connectClient, openDiscord, request } from 'local-discord/testing';
import { expect, test } from 'vitest';
import { cachedServers } from '../../../src/discord/cached-servers.ts';
import { permissionsIn } from '../../../src/discord/channel-permissions.ts';
import { createRest } from '../../../src/discord/client.ts';
import { remoteServers } from '../../../src/discord/http/remote-servers.ts';

async function open(keptMs: number) {
  const discord = await openDiscord();
  const { body: member } = await request(
    discord,
    'GET',
    `/guilds/${discord.guild.id}/members/${discord.users.ada.id}`,
  );
  const ada = { id: discord.users.ada.id, roles: member.roles };
  const servers = remoteServers(createRest(discord), keptMs);
  const ask = (channel: string, server = discord.guild.id, known = servers) =>
    permissionsIn(known, server, channel, ada);
  return { discord, ask };
}

test('permissions by REST are those that the gateway tells of', async () => {
  const { discord, ask } = await open(0);
  const client = await connectClient(discord);
  const { general, archive, elsewhere, between } = discord.channels;
  discord.deny('archive', PermissionFlagsBits.SendMessages, 'ada');
  discord.deny('archive', PermissionFlagsBits.EmbedLinks);
  const other = discord.addServer('Other team');
  const secret = discord.startPrivateThread('archive', 'Secret', ['ada']);
  const message = await request(discord, 'POST', `/channels/${archive}/messages`, { content: 'x' });
  const threads = `/channels/${archive}/messages/${message.body.id}/threads`;
  const { body: thread } = await request(discord, 'POST', threads, { name: 'Talk' });
  await expect.poll(() => client.channels.cache.has(thread.id)).toBe(true);
  await expect.poll(() => client.guilds.cache.has(other.id)).toBe(true);

  const known = cachedServers(client);
  const places = [general, archive, thread.id, secret, elsewhere, between, other.general, '404'];
  for (const place of places) {
    for (const server of [discord.guild.id, other.id, '404']) {
      expect(await ask(place, server), place).toEqual(await ask(place, server, known));
    }
  }
  expect(await ask(thread.id)).toEqual(await ask(archive));
  expect(await ask(archive)).not.toEqual(await ask(general));
});

test('a server is asked about once in a while, for all who want to know', async () => {
  const { discord, ask } = await open(200);
  const { general, archive } = discord.channels;
  const before = discord.exchanges.length;
  const [first] = await Promise.all([ask(general), ask(archive), ask(general)]);
  expect(discord.exchanges.length - before).toBe(4);
  discord.deny('general', PermissionFlagsBits.SendMessages, 'ada');
  expect(await ask(general)).toEqual(first);
  expect(discord.exchanges.length - before).toBe(4);
  await expect.poll(() => ask(general)).not.toEqual(first);
});

test('what could not be asked is asked again, and is no refusal', async () => {
  const { discord, ask } = await open(60_000);
  discord.refuseNext({ status: 500, path: /\/guilds\/\d+$/, count: 4 });
  await expect(ask(discord.channels.general)).rejects.toThrow();
  expect(await ask(discord.channels.general)).toBeDefined();
});
