import type { Exchange } from './rest/exchanges.ts';
import type { WorldEvent } from './world/world.ts';

/** Something that happened: in the world, or on the wire. */
export type LocalDiscordEvent =
  | WorldEvent
  | { type: 'exchange'; exchange: Exchange }
  | { type: 'connection-changed' };

/** What goes on in this Discord, for those who watch it. */
export type EventFeed = {
  /** @returns how to stop listening */
  listen(listener: (event: LocalDiscordEvent) => void): () => void;
  /** What went over the wire, in order. */
  exchanges: readonly Exchange[];
  /** Whether the bot is connected. */
  isConnected(): boolean;
};
