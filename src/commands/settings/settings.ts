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
import { settingsWords } from '../../wording/settings.ts';
import { editors } from './editors.ts';
import { memory } from './memory.ts';
import { mentions } from './mentions.ts';

const { command } = settingsWords;
const SETTINGS = { memory, mentions, editors };
const NAMES = Object.keys(SETTINGS) as (keyof typeof SETTINGS)[];

/** `/settings`: what a server decides for itself. */
export const settings = defineCommand({
  data: managersCommand('settings', command.description, [
    subcommand('memory', command.memory.description, [
      textOption('show', command.memory.show, { choices: ['on', 'off'] }),
    ]),
    subcommand('editors', command.editors.description, [
      roleOption('role', command.editors.role),
      booleanOption('clear', command.editors.clear),
    ]),
    subcommand('mentions', command.mentions.description, [
      textOption('answer', command.mentions.answer, { choices: ['on', 'off'] }),
      channelOption('channel', command.mentions.channel, {
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
    if (!guildId) throw new UserError(settingsWords.notInServer);
    requireManager(invoker);
    return SETTINGS[setting](guildId, options, services);
  },
});
