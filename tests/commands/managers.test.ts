import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { Invoker } from '../../src/interactions/command.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

const forManagers = commands.filter(({ data }) => data.default_member_permissions);
const OPTIONS = [
  ...['set', 'status', 'test', 'off'].map((subcommand) => ({ subcommand })),
  { subcommand: 'memory', show: 'off' },
  { subcommand: 'mentions', answer: 'off' },
];

test('commands for managers refuse others, whatever Discord let through', async () => {
  const { services, discord } = await openRoom(archive);
  const invoker: Invoker = {
    id: '1',
    userId: discord.users.ben.id,
    channelId: '2',
    parentId: '2',
    audienceId: '2',
    guildId: discord.guild.id,
    roles: [],
    permissions: Permission.ManageMessages | Permission.SendMessages,
    appPermissions: 0n,
    appIsHere: true,
    permissionsIn: async () => undefined,
  };
  const isKnown = (name: string, subcommand: string) =>
    (name === 'daily') !== ['memory', 'mentions'].includes(subcommand);
  expect(forManagers.length).toBeGreaterThan(1);
  for (const command of forManagers) {
    for (const options of OPTIONS.filter((one) => isKnown(command.data.name, one.subcommand))) {
      const asked = async () => command.prepare(options, services).run(invoker);
      await expect(asked(), options.subcommand).rejects.toThrow('Manage Server');
    }
  }
});
