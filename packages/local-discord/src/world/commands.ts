import {
  type APIApplicationCommand,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10';
import type { Declaration } from '../rules/declaration.ts';

/** A declaration after its check. */
export type NewCommand = Declaration & {
  default_member_permissions?: number | null | undefined;
  nsfw?: boolean | null | undefined;
};

/** The commands of one scope: everywhere, or one server. */
export type CommandScope = {
  list(): readonly APIApplicationCommand[];
  find(id: string): APIApplicationCommand | undefined;
  /** Adds a command, or replaces the one of the same kind and name, which keeps its id. */
  put(command: NewCommand): { command: APIApplicationCommand; isNew: boolean };
  change(id: string, command: NewCommand): APIApplicationCommand;
  remove(id: string): void;
  /** Leaves exactly these. */
  replaceAll(commands: readonly NewCommand[]): readonly APIApplicationCommand[];
};

/** @param guildId the server that the scope belongs to; undefined for everywhere */
export function createCommandScope(
  applicationId: string,
  nextId: () => string,
  changed: () => void,
  guildId?: string,
): CommandScope {
  let commands: readonly APIApplicationCommand[] = [];
  const set = (next: readonly APIApplicationCommand[]) => {
    commands = next;
    changed();
  };
  const complete = (declared: NewCommand, id: string): APIApplicationCommand => ({
    ...normalize(declared, guildId !== undefined),
    id,
    application_id: applicationId,
    version: nextId(),
    ...(guildId ? { guild_id: guildId } : {}),
  });
  const same = (declared: NewCommand) =>
    commands.find(
      ({ name, type }) =>
        name === declared.name && type === (declared.type ?? ApplicationCommandType.ChatInput),
    );
  return {
    list: () => commands,
    find: (id) => commands.find((command) => command.id === id),
    put(declared) {
      const old = same(declared);
      const command = complete(declared, old?.id ?? nextId());
      set([...commands.filter(({ id }) => id !== command.id), command]);
      return { command, isNew: old === undefined };
    },
    change(id, declared) {
      const command = complete(declared, id);
      set(commands.map((one) => (one.id === id ? command : one)));
      return command;
    },
    remove: (id) => set(commands.filter((command) => command.id !== id)),
    replaceAll(declared) {
      set(declared.map((one) => complete(one, same(one)?.id ?? nextId())));
      return commands;
    },
  };
}

type Answered = Omit<APIApplicationCommand, 'id' | 'application_id' | 'version'>;

/**
 * A declaration as Discord answers it: nulls and false settings of options left out, its own
 * defaults filled in; a server's commands have no contexts of their own.
 */
function normalize(declared: NewCommand, isOfGuild: boolean): Answered {
  const { name, description, options, contexts, integration_types, default_member_permissions } =
    declared;
  return {
    type: declared.type ?? ApplicationCommandType.ChatInput,
    name,
    name_localizations: declared.name_localizations ?? null,
    description: description ?? '',
    description_localizations: declared.description_localizations ?? null,
    default_member_permissions: default_member_permissions?.toString() ?? null,
    contexts: isOfGuild ? null : (contexts ?? null),
    integration_types: isOfGuild
      ? [ApplicationIntegrationType.GuildInstall]
      : (integration_types ?? [ApplicationIntegrationType.GuildInstall]),
    ...(isOfGuild
      ? {}
      : { dm_permission: contexts?.includes(InteractionContextType.BotDM) ?? true }),
    nsfw: declared.nsfw ?? false,
    ...(options?.length ? { options: options.map(withoutDefaults) } : {}),
  } as Answered;
}

/** An option, and those inside it, without nulls, false settings and empty lists. */
const withoutDefaults = (part: object): object =>
  Object.fromEntries(
    Object.entries(part)
      .filter(([, value]) => value !== null && value !== undefined && value !== false)
      .filter(([, value]) => !Array.isArray(value) || value.length > 0)
      .map(([key, value]) => [
        key,
        key === 'options' || key === 'choices' ? value.map(withoutDefaults) : value,
      ]),
  );
