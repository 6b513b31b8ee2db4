import { notice } from '../cards/notice.ts';
import { UserError } from '../errors.ts';
import { defineCommand } from './command.ts';
import { managersCommand, subcommand, textOption } from './declaration.ts';
import { requireManager } from './permissions.ts';
import { text } from './read-options.ts';

/** `/settings`: what a server decides for itself. */
export const settings = defineCommand({
  data: managersCommand('settings', 'What this server decides for itself', [
    subcommand('memory', 'Whether cards say when they were shared here before', [
      textOption('show', 'Left out: how it is now', { choices: ['on', 'off'] }),
    ]),
  ]),

  read: (options) => ({ show: text(options, 'show'), private: true }),

  async run({ show }, { store }, asker) {
    const { guildId } = asker;
    if (!guildId) throw new UserError('Settings belong to a server: use this command in one.');
    requireManager(asker);
    if (show) await store.settings.setRemembersCards(guildId, show === 'on');
    const words = (await store.settings.remembersCards(guildId))
      ? 'Cards say when they were shared before, and where they are discussed.'
      : 'Cards say nothing of the times that they were shared before. What changed since is still said.';
    return { embeds: [notice('Memory of cards', words)], private: true };
  },
});
