import type { APIMessage, APIUser } from 'discord-api-types/v10';
import type { Exchange } from '../rest/exchanges.ts';

/** Everything that one person sees: what a page shows when it opens. */
export type View = {
  me: APIUser;
  bot: APIUser;
  people: readonly APIUser[];
  /** Where the bot is a member first. */
  places: readonly ViewedPlace[];
  /** Of all places, oldest first. */
  messages: readonly APIMessage[];
  /** What this person did and has no answer to. */
  attempts: readonly Attempt[];
  /** Whether the bot is connected. */
  isConnected: boolean;
  /** What went over the wire so far; empty if it was not asked for. */
  exchanges: readonly Exchange[];
};

/** Somewhere messages stand, as a list shows it. */
export type ViewedPlace = {
  id: string;
  /** Without `#`; of a direct message, the other's name. */
  name: string;
  kind: 'channel' | 'thread' | 'direct';
  /** The server's name; undefined for a direct message. */
  server: string | undefined;
  /** Whether the bot is a member, and not only its commands brought by who has installed it. */
  hasBot: boolean;
  /** The channel of a thread. */
  parentId: string | undefined;
};

/** Something a person sent to the bot that has no answer. */
export type Attempt = {
  /** The interaction's id. */
  id: string;
  placeId: string;
  /** The command's full name, for one: `search`, `list add`. */
  command: string | undefined;
  /** The message whose button or menu it was, and which of its components. */
  messageId: string | undefined;
  customId: string | undefined;
  /** None yet, or none at all. */
  state: 'pending' | 'failed';
};

/** One event of the stream: the view first, then what changes in it. */
export type ViewEvent =
  | { type: 'view'; view: View }
  /** A new message, or one that has changed. */
  | { type: 'message'; message: APIMessage }
  | { type: 'message-gone'; id: string }
  | { type: 'place'; place: ViewedPlace }
  /** Deleted, or no longer to be seen. */
  | { type: 'place-gone'; id: string }
  /** The bot has declared its commands anew. */
  | { type: 'commands' }
  | { type: 'attempt'; attempt: Attempt }
  /** Answered, or put away. */
  | { type: 'attempt-over'; id: string }
  | { type: 'connection'; isConnected: boolean }
  | { type: 'exchange'; exchange: Exchange };
