import './quiet-pipe.ts';
import { commands } from '../src/commands/index.ts';
import { readProcessConfig } from '../src/config.ts';
import { createRest } from '../src/discord/client.ts';
import { registerCommands } from '../src/discord/register.ts';
import { UserError } from '../src/errors.ts';

/** `npm run register`: registers the commands where they differ, without starting the bot. */
try {
  const { token, ...config } = readProcessConfig();
  if (!token) {
    throw new UserError(
      'DISCORD_TOKEN is missing: put the bot’s token into .env or the environment.',
    );
  }
  const changed = await registerCommands(createRest({ ...config, token }), config, commands);
  const names = commands.map(({ data: { name } }) => `/${name}`).join(', ');
  process.stdout.write(changed ? `Registered ${names}.\n` : `Already registered: ${names}.\n`);
} catch (error) {
  const said = error instanceof UserError ? error.message : `Discord refused: ${String(error)}`;
  process.stderr.write(`${said}\n`);
  process.exitCode = 1;
}
