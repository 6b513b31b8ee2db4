import type { APIEmbed } from 'discord-api-types/v10';
import type { ActionRow } from '../cards/components.ts';

/** A message that everyone in its channel sees. */
export type Posted = { id: string; channelId: string };

/** What can be sent to a channel that nobody has just asked from. */
export type Post = {
  content?: string;
  embeds: APIEmbed[];
  components?: ActionRow[];
  /** The message that it answers, in the same channel; sent all the same if that is gone. */
  replyTo?: string;
};

/**
 * How a message of the app is recognised: by the footer of its first embed; by a button under it; or by
 * the interaction that it answers, or else by who shared which document with it.
 */
export type MessageMatch =
  | { footer: string }
  | { button: string }
  | { interaction: string; card?: { document: string; user: string } };

/**
 * Why Discord refuses: the channel is gone, or a message in it; the app lacks a permission there, or
 * the one to read what was posted earlier; or it takes just this message not.
 */
export type Refusal = 'gone' | 'deleted' | 'forbidden' | 'history' | 'rejected';

/** Discord takes no message or thread there, and won't until somebody changes something. */
export class Refused extends Error {
  override name = 'Refused';
  readonly why: Refusal;
  /** Discord's own, for what is rejected. */
  readonly code: number | undefined;

  constructor(why: Refusal, options?: ErrorOptions, code?: number) {
    super(`Discord refuses the channel: ${why}`, options);
    this.why = why;
    this.code = code;
  }
}

/**
 * Channels and threads, for what is not an answer to an interaction.
 * Every method throws Refused where Discord refuses the channel for good.
 */
export type Channels = {
  /**
   * Sends a message; nobody is pinged.
   * @param nonce at most 25 characters, the same for the same message: sent twice within a few
   * minutes, it is there once
   */
  post(channelId: string, post: Post, nonce?: string): Promise<Posted>;
  /** Makes a message of the app another. */
  change(message: Posted, post: Post): Promise<void>;
  /** Takes away a message of the app; one that is gone is left. */
  delete(message: Posted): Promise<void>;
  /** Opens a thread at a message; one that is there already is left as it is. */
  startThread(message: Posted, name: string): Promise<void>;
  /**
   * The app's own message in a channel, since a moment, that matches.
   * @throws Refused for `history` if one may be there and can't be seen
   */
  findOwn(channelId: string, since: Date, meant: MessageMatch): Promise<Posted | undefined>;
  /** The conversation of a person and the app. */
  directOf(userId: string): Promise<string>;
  /** Sends a direct message to a person. */
  sendDirect(userId: string, post: Post, nonce?: string): Promise<void>;
  /** Whether a person is in a server, as far as the app sees it. */
  isMember(guildId: string, userId: string): Promise<boolean>;
  /** The server of a channel; undefined if there is none, or the app doesn't see the channel. */
  serverOf(channelId: string): Promise<string | undefined>;
  /** Whether a channel or thread is there and can be seen. */
  exists(channelId: string): Promise<boolean>;
};
