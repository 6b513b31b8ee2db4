import type { APIUser } from 'discord-api-types/v10';
import {
  type APIApplicationCommand,
  ApplicationCommandType,
  ApplicationIntegrationType as Installed,
  InteractionContextType,
} from 'discord-api-types/v10';
import { permissionsOf } from '../world/guild.ts';
import type { Place } from '../world/places.ts';
import type { World } from '../world/world.ts';

/** The commands that a user is offered in a place, by name: slash commands, or another kind. */
export function availableCommands(
  world: World,
  user: APIUser,
  place: Place,
  type = ApplicationCommandType.ChatInput,
): readonly APIApplicationCommand[] {
  const ofGuild = world.commands.inGuild(place.guild?.id ?? '')?.list() ?? [];
  return [...world.commands.everywhere.list(), ...ofGuild]
    .filter((command) => command.type === type)
    .filter((command) => fitsPlace(command, place) && mayUse(command, user, place))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** Both users have the application installed for themselves; the bot is in one server. */
function fitsPlace(command: APIApplicationCommand, place: Place): boolean {
  if (command.guild_id) return true;
  const contexts = command.contexts ?? [InteractionContextType.Guild, InteractionContextType.BotDM];
  const installs = command.integration_types ?? [Installed.GuildInstall];
  const isInstalled = installs.includes(Installed.UserInstall) || place.hasBot;
  return contexts.includes(place.context) && isInstalled;
}

function mayUse(command: APIApplicationCommand, user: APIUser, { guild }: Place): boolean {
  const needed = command.default_member_permissions;
  if (!needed || !guild) return true;
  const permissions = BigInt(needed);
  return permissions > 0n && (permissionsOf(guild, user.id) & permissions) === permissions;
}
