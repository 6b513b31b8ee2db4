import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Invoker } from '../interactions/command.ts';
import { isThread, permissionsIn, type Servers } from './channel-permissions.ts';
import type { Interaction } from './interaction-payload.ts';

/** In direct messages nobody forbids anything. */
export const EVERYTHING = (1n << 53n) - 1n;

/** Who acts, where, and what they and the app may do there. */
export function invokerOf(interaction: Interaction, servers: Servers): Invoker {
  const { user, guild_id: guildId, channel, member } = interaction;
  const channelId = interaction.channel_id ?? channel?.id ?? user.id;
  const parentId = (channel && isThread(channel) && channel.parent_id) || channelId;
  return {
    id: interaction.id,
    userId: user.id,
    channelId,
    parentId,
    audienceId: channel?.type === ChannelType.PrivateThread ? channelId : parentId,
    guildId,
    roles: member?.roles ?? [],
    permissions: member?.permissions ?? EVERYTHING,
    appPermissions: guildId ? interaction.app_permissions : EVERYTHING,
    appIsHere: isHere(interaction),
    async permissionsIn(id) {
      if (!guildId || !member) return undefined;
      const { roles } = member;
      return permissionsIn(servers, guildId, id, { id: user.id, roles });
    },
  };
}

/** Whether the app was installed for the place, and not only by the invoker. */
const isHere = ({ authorizing_integration_owners: owners }: Interaction): boolean =>
  owners[0] !== undefined;

/**
 * Whether Discord shows an answer to the invoker alone whatever it says: where only the invoker brought
 * the app, and may not use external apps for others to see.
 * @see https://docs.discord.com/developers/resources/application#user-context
 */
export function isForcedPrivate(interaction: Interaction): boolean {
  if (interaction.guild_id === undefined || isHere(interaction) || !interaction.member)
    return false;
  const { UseExternalApps, Administrator } = PermissionFlagsBits;
  return (interaction.member.permissions & (UseExternalApps | Administrator)) === 0n;
}
