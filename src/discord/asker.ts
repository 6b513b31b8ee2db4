import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import type { Asker } from '../commands/command.ts';

/** In direct messages nobody forbids anything. */
const EVERYTHING = (1n << 53n) - 1n;

/** Who acts, where, and what they and the app may do there. */
export function askerOf(interaction: BaseInteraction): Asker {
  const { user, guildId, guild, channel, memberPermissions, appPermissions } = interaction;
  const channelId = interaction.channelId ?? user.id;
  const parentId = (channel?.isThread() && channel.parentId) || channelId;
  return {
    userId: user.id,
    channelId,
    parentId,
    guildId: guildId ?? undefined,
    permissions: memberPermissions?.bitfield ?? EVERYTHING,
    appPermissions: guildId ? appPermissions.bitfield : EVERYTHING,
    appIsHere: isHere(interaction),
    canSee(id) {
      if (id === channelId || id === parentId) return true;
      const { member } = interaction;
      const other = guild?.channels.cache.get(id);
      // Only a member of a server that the app is in comes with roles to judge by.
      if (!other || !member || !('guild' in member)) return false;
      return other.permissionsFor(member).has(PermissionFlagsBits.ViewChannel);
    },
  };
}

/** Whether the app was installed for the place, and not only by the asker. */
const isHere = ({ authorizingIntegrationOwners }: BaseInteraction): boolean =>
  authorizingIntegrationOwners.guildId !== null;

/**
 * Whether Discord shows an answer to the asker alone whatever it says: where only the asker brought
 * the app, and may not use external apps for others to see.
 * @see https://docs.discord.com/developers/resources/application#user-context
 */
export const isForcedPrivate = (interaction: BaseInteraction): boolean =>
  interaction.guildId !== null &&
  !isHere(interaction) &&
  interaction.memberPermissions?.has(PermissionFlagsBits.UseExternalApps) === false;
