import { Routes } from 'discord.js';
import { startLocalDiscord } from 'local-discord';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { createRest } from '../../src/discord/client.ts';
import { register } from '../../src/discord/register.ts';

const declarations = commands.map(({ data }) => data);

test('commands are registered only where they differ, everywhere or in one server', async () => {
  const discord = await startLocalDiscord();
  try {
    const rest = createRest(discord);
    const once = (list = declarations, guildId?: string) =>
      register(rest, discord.applicationId, guildId, list);
    expect(await once()).toBe(true);
    expect(await once()).toBe(false);
    expect(await once(declarations.toReversed())).toBe(false);
    expect(await once(declarations.slice(1))).toBe(true);
    expect(await once(declarations, discord.guild.id)).toBe(true);
    expect(await once(declarations, discord.guild.id)).toBe(false);
    const everywhere = await rest.get(Routes.applicationCommands(discord.applicationId));
    expect(everywhere).toEqual([]);
    const [search, ...others] = declarations;
    if (!search || !('description' in search)) throw new Error('no commands');
    const changed = [{ ...search, description: 'Anew' }, ...others];
    expect(await once(changed, discord.guild.id)).toBe(true);
  } finally {
    await discord.close();
  }
});

test('what Discord is sent', () => {
  expect(declarations).toMatchSnapshot();
});
