import { type BaseInteraction, ChannelType, PermissionFlagsBits } from 'discord.js';
import type { Invoker } from '../interactions/command.ts';

/** In direct messages nobody forbids anything. */
export const EVERYTHING = (1n << 53n) - 1n;

/** Who acts, where, and what they and the app may do there. */
export function invokerOf(interaction: BaseInteraction): Invoker {
  const { user, guildId, guild, channel, memberPermissions, appPermissions } = interaction;
  const channelId = interaction.channelId ?? user.id;
  const parentId = (channel?.isThread() && channel.parentId) || channelId;
  return {
    id: interaction.id,
    userId: user.id,
    channelId,
    parentId,
    audienceId: channel?.type === ChannelType.PrivateThread ? channelId : parentId,
    guildId: guildId ?? undefined,
    permissions: memberPermissions?.bitfield ?? EVERYTHING,
    appPermissions: guildId ? appPermissions.bitfield : EVERYTHING,
    appIsHere: isHere(interaction),
    permissionsIn(id) {
      const { member } = interaction;
      const channel = guild?.channels.cache.get(id);
      const app = guild?.members.me;
      // Only a member of a server that the app is in comes with roles to judge by.
      if (!channel || !app || !member || !('guild' in member)) return undefined;
      // Somebody who may see its channel need not be in it.
      if (channel.type === ChannelType.PrivateThread) return undefined;
      return {
        invoker: channel.permissionsFor(member).bitfield,
        app: channel.permissionsFor(app).bitfield,
      };
    },
  };
}

/** Whether the app was installed for the place, and not only by the invoker. */
const isHere = ({ authorizingIntegrationOwners }: BaseInteraction): boolean =>
  authorizingIntegrationOwners.guildId !== null;

/**
 * Whether Discord shows an answer to the invoker alone whatever it says: where only the invoker brought
 * the app, and may not use external apps for others to see.
 * @see https://docs.discord.com/developers/resources/application#user-context
 */
export const isForcedPrivate = (interaction: BaseInteraction): boolean =>
  interaction.guildId !== null &&
  !isHere(interaction) &&
  interaction.memberPermissions?.has(PermissionFlagsBits.UseExternalApps) === false;
