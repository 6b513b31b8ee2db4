import './quiet-pipe.ts';
import { Routes } from 'discord.js';
import { z } from 'zod';
import { commands } from '../src/commands/index.ts';
import { readProcessConfig } from '../src/config.ts';
import { createRest } from '../src/discord/client.ts';
import { register } from '../src/discord/register.ts';
import { UserError } from '../src/errors.ts';

/** `npm run register`: registers the commands where they differ, without starting the bot. */
try {
  const { token, guildId, apiUrl, ...config } = readProcessConfig();
  if (!token) {
    throw new UserError(
      'DISCORD_TOKEN is missing: put the bot’s token into .env or the environment.',
    );
  }
  const rest = createRest({ token, apiUrl });
  const applicationId =
    config.applicationId ??
    z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication())).id;
  const declarations = commands.map(({ data }) => data);
  const changed = await register(rest, applicationId, guildId, declarations);
  const names = declarations.map(({ name }) => `/${name}`).join(', ');
  process.stdout.write(changed ? `Registered ${names}.\n` : `Already registered: ${names}.\n`);
} catch (error) {
  const said = error instanceof UserError ? error.message : `Discord refused: ${String(error)}`;
  process.stderr.write(`${said}\n`);
  process.exitCode = 1;
}
