import { notice } from '../cards/notice.ts';
import { UserError } from '../errors.ts';
import type { Command, Options, Reply, Services } from '../interactions/command.ts';
import {
  booleanOption,
  managersCommand,
  roleOption,
  subcommand,
  textOption,
} from '../interactions/declaration.ts';
import { requireManager } from '../interactions/permissions.ts';
import { readChoice, text } from '../interactions/read-options.ts';

const data = managersCommand('settings', 'The settings of this server', [
  subcommand('memory', 'Whether cards say when they were shared here before', [
    textOption('show', 'Leave out to see the current setting', { choices: ['on', 'off'] }),
  ]),
  subcommand('editors', 'Who may add documents, beside those who manage the server', [
    roleOption('role', 'A role that may; leave out to see the current setting'),
    booleanOption('clear', 'Take it away again: only those who manage the server may'),
  ]),
]);

type Subcommand = (options: Options, services: Services, guild: string) => Promise<Reply>;

const SUBCOMMANDS: ReadonlyMap<unknown, Subcommand> = new Map(Object.entries({ memory, editors }));

/** `/settings`: what a server decides for itself. */
export const settings: Command = {
  data,

  prepare(options, services) {
    const act = SUBCOMMANDS.get(options.subcommand);
    if (!act) throw new UserError('This is no longer offered. Reload Discord.');
    return {
      private: true,
      async run(invoker) {
        if (!invoker.guildId) throw new UserError('Settings only work in a server.');
        requireManager(invoker);
        return act(options, services, invoker.guildId);
      },
    };
  },
};

async function memory(options: Options, { store }: Services, guild: string): Promise<Reply> {
  const show = readChoice(options, 'show', ['on', 'off']);
  if (show) await store.settings.setRemembersCards(guild, show === 'on');
  const words = (await store.settings.remembersCards(guild))
    ? 'Cards say when they were shared before, and where they are discussed.'
    : 'Cards no longer say when they were shared before. They still say if the record has changed since.';
  return { embeds: [notice('Memory of cards', words)], private: true };
}

async function editors(options: Options, { store }: Services, guild: string): Promise<Reply> {
  const role = text(options, 'role');
  if (role && options.clear === true) {
    throw new UserError('Choose a role, or clear the setting; not both.');
  }
  if (role) await store.settings.setEditors(guild, role);
  else if (options.clear === true) await store.settings.setEditors(guild, undefined);
  const current = await store.settings.editors(guild);
  const who = current === guild ? 'Everyone' : current && `The role <@&${current}>`;
  const words = who
    ? `${who} may add documents here with /archive, beside those with “Manage Server”.`
    : 'Only those with “Manage Server” may add documents here with /archive.';
  return { embeds: [notice('Editors', words)], private: true };
}
