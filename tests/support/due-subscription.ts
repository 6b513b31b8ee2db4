import type { LocalDiscord } from 'local-discord';

/** A subscription of a Discord's own server that has been due for a moment, on a clock of today. */
export function dueSubscription({ guild, channels, users }: LocalDiscord) {
  const now = new Date();
  return {
    guild: guild.id,
    channel: channels.archive,
    time: now.toISOString().slice(11, 16),
    zone: 'Etc/UTC',
    empty: 'random',
    setBy: users.ada.id,
    setAt: new Date(now.getTime() - 48 * 60 * 60 * 1000),
  };
}
