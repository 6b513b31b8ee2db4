import { Events } from 'discord.js';
import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import fc from 'fast-check';
import type { LocalDiscord } from 'local-discord';
import { connectClient, openDiscord } from 'local-discord/testing';
import { expect, test } from 'vitest';
import { cachedServers } from '../../src/discord/cached-servers.ts';
import { permissionsIn } from '../../src/discord/channel-permissions.ts';

const ROLES = ['101', '102', '103'];
const PEOPLE = ['201', '202'];
const bits = fc
  .subarray([
    PermissionFlagsBits.ViewChannel,
    PermissionFlagsBits.SendMessages,
    PermissionFlagsBits.EmbedLinks,
  ])
  .map((some) => some.reduce((all, bit) => all | bit, 0n));
const rolePermissions = fc.oneof(
  { weight: 9, arbitrary: bits },
  { weight: 1, arbitrary: fc.constant(PermissionFlagsBits.Administrator) },
);

/** A server of any roles and overwrites, in which Ada is one of the members; the app is another. */
const anyServer = (server: string, app: string) =>
  fc.record({
    owner: fc.constantFrom(...PEOPLE, '999'),
    roles: fc.tuple(bits, ...ROLES.map(() => rolePermissions)),
    members: fc.tuple(...[...PEOPLE, app].map(() => fc.subarray(ROLES))),
    overwrites: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(server, ...ROLES, ...PEOPLE, app),
        allow: bits,
        deny: bits,
      }),
      { selector: ({ id }) => id },
    ),
  });

type Made = ReturnType<typeof anyServer> extends fc.Arbitrary<infer Value> ? Value : never;

const guildCreate = ({ owner, roles, members, overwrites }: Made, server: string, app: string) => ({
  id: server,
  name: 'Made',
  owner_id: owner,
  roles: roles.map((permissions, index) => ({
    id: [server, ...ROLES][index],
    name: 'role',
    permissions: `${permissions}`,
    position: index,
  })),
  members: [...PEOPLE, app].map((id, index) => ({
    user: { id, username: id },
    roles: members[index],
    joined_at: '2026-01-01T00:00:00Z',
  })),
  channels: [
    {
      id: `${server}1`,
      type: 0,
      name: 'channel',
      permission_overwrites: overwrites.map(({ id, allow, deny }) => ({
        id,
        type: id === server || ROLES.includes(id) ? OverwriteType.Role : OverwriteType.Member,
        allow: `${allow}`,
        deny: `${deny}`,
      })),
    },
  ],
  threads: [
    { id: `${server}2`, type: 11, name: 'thread', parent_id: `${server}1`, thread_metadata: {} },
  ],
});

const send = ({ gateway }: LocalDiscord, d: object) =>
  gateway.send(JSON.stringify({ op: 0, s: 3, t: 'GUILD_CREATE', d }));

test('what members may do is what discord.js says, for any roles and overwrites', async () => {
  const discord = await openDiscord();
  const client = await connectClient(discord);
  let id = 1000;
  await fc.assert(
    fc.asyncProperty(anyServer('SERVER', client.user.id), async (made) => {
      id += 1;
      const server = String(id);
      const overwrites = made.overwrites.map((one) =>
        one.id === 'SERVER' ? { ...one, id: server } : one,
      );
      const created = new Promise((resolve) => client.once(Events.GuildCreate, resolve));
      send(discord, guildCreate({ ...made, overwrites }, server, client.user.id));
      await created;
      const guild = client.guilds.cache.get(server);
      const channel = guild?.channels.cache.get(`${server}1`);
      for (const [index, person] of PEOPLE.entries()) {
        const member = { id: person, roles: made.members[index] ?? [] };
        for (const place of [`${server}1`, `${server}2`]) {
          const found = await permissionsIn(cachedServers(client), server, place, member);
          expect(found).toEqual({
            invoker: channel?.permissionsFor(person)?.bitfield,
            app: channel?.permissionsFor(client.user)?.bitfield,
          });
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('a private thread, an unknown channel and an unknown server give nothing', async () => {
  const discord = await openDiscord();
  const client = await connectClient(discord);
  const ada = { id: discord.users.ada.id, roles: [] };
  const thread = discord.startPrivateThread('general', 'Secret', ['ada']);
  await expect.poll(() => client.channels.cache.has(thread)).toBe(true);
  const ask = (server: string, channel: string) =>
    permissionsIn(cachedServers(client), server, channel, ada);
  expect(await ask(discord.guild.id, discord.channels.general)).toBeDefined();
  expect(await ask(discord.guild.id, thread)).toBeUndefined();
  expect(await ask(discord.guild.id, '404')).toBeUndefined();
  expect(await ask('404', discord.channels.general)).toBeUndefined();
});
