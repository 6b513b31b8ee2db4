import type { Shards } from './shards.ts';

/** How to reach Discord. */
export type Connection = {
  token: string;
  applicationId?: string | undefined;
  guildId?: string | undefined;
  /** REST base without the version; Discord's own where it is left out. */
  apiUrl?: string | undefined;
  /** Which of the bot's servers this process has; all where it is left out. */
  shards?: Shards | undefined;
};
