import { notice } from '../cards/notice.ts';
import { UserError } from '../errors.ts';
import { defineCommand } from '../interactions/command.ts';
import { managersCommand, subcommand, textOption } from '../interactions/declaration.ts';
import { requireManager } from '../interactions/permissions.ts';
import { text } from '../interactions/read-options.ts';

/** `/settings`: what a server decides for itself. */
export const settings = defineCommand({
  data: managersCommand('settings', 'The settings of this server', [
    subcommand('memory', 'Whether cards say when they were shared here before', [
      textOption('show', 'Leave out to see the current setting', { choices: ['on', 'off'] }),
    ]),
  ]),

  isPrivate: () => true,
  read: (options) => text(options, 'show'),

  async run(show, { store }, invoker) {
    const { guildId } = invoker;
    if (!guildId) throw new UserError('Settings only work in a server.');
    requireManager(invoker);
    if (show) await store.settings.setRemembersCards(guildId, show === 'on');
    const words = (await store.settings.remembersCards(guildId))
      ? 'Cards say when they were shared before, and where they are discussed.'
      : 'Cards no longer say when they were shared before. They still say if the record has changed since.';
    return { embeds: [notice('Memory of cards', words)], private: true };
  },
});
