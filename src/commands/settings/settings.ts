import { UserError } from '../../errors.ts';
import { defineCommand } from '../../interactions/command.ts';
import {
  booleanOption,
  channelOption,
  managersCommand,
  roleOption,
  subcommand,
  textOption,
} from '../../interactions/declaration.ts';
import { requireManager } from '../../interactions/permissions.ts';
import { readChoice } from '../../interactions/read-options.ts';
import { editors } from './editors.ts';
import { memory } from './memory.ts';
import { mentions } from './mentions.ts';

const SETTINGS = { memory, mentions, editors };
const NAMES = Object.keys(SETTINGS) as (keyof typeof SETTINGS)[];

/** `/settings`: what a server decides for itself. */
export const settings = defineCommand({
  data: managersCommand('settings', 'The settings of this server', [
    subcommand('memory', 'Whether cards say when they were shared here before', [
      textOption('show', 'Leave out to see the current setting', { choices: ['on', 'off'] }),
    ]),
    subcommand('editors', 'Who may add documents, beside those who manage the server', [
      roleOption('role', 'A role that may; leave out to see the current setting'),
      booleanOption('clear', 'Take it away again: only those who manage the server may'),
    ]),
    subcommand('mentions', 'Whether, and where, I answer messages that mention me', [
      textOption('answer', 'Leave out to see the current setting', { choices: ['on', 'off'] }),
      channelOption('channel', 'Only in this channel; use it again to add another', {
        required: false,
      }),
    ]),
  ]),

  isPrivate: () => true,
  read: (options) => ({
    setting: readChoice(options, 'subcommand', NAMES) ?? 'memory',
    options,
  }),

  async run({ setting, options }, services, invoker) {
    const { guildId } = invoker;
    if (!guildId) throw new UserError('Settings only work in a server.');
    requireManager(invoker);
    return SETTINGS[setting](guildId, options, services);
  },
});
