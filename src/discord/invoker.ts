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
  return {
    id: interaction.id,
    userId: user.id,
    ...placeOf(channelId, channel && { type: channel.type, parentId: channel.parent_id }),
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

/** A place, the channel that it belongs to, and the one whose readers see what stands in it. */
export function placeOf(
  channelId: string,
  channel: { type: number; parentId?: string | null | undefined } | undefined,
): Pick<Invoker, 'channelId' | 'parentId' | 'audienceId'> {
  const parentId = (channel && isThread(channel) && channel.parentId) || channelId;
  const isPrivate = channel?.type === ChannelType.PrivateThread;
  return { channelId, parentId, audienceId: isPrivate ? channelId : parentId };
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
