import type { APIMessage } from 'discord-api-types/v10';
import type { Attempt, View } from '../control/view.ts';

/** What a message's drawing needs to know of its surroundings, and what can be done from it. */
export type MessageContext = Pick<View, 'me' | 'bot' | 'people' | 'places'> & {
  find(messageId: string): APIMessage | undefined;
  /** Of the message's own buttons and menus. */
  attempts: readonly Attempt[];
  /** The names of the commands that messages have under Apps. */
  messageCommands: readonly string[];
  /** Undefined unless this message is being edited. */
  editing: Editing | undefined;
  actions: MessageActions;
};

/** One's own message that is being edited, and why the last try was refused. */
export type Editing = { id: string; refusal: string | undefined };

/** What a person can do with a message. */
export type MessageActions = {
  click(messageId: string, customId: string): void;
  select(messageId: string, customId: string, values: readonly string[]): void;
  /** Puts away a private message, or the notice of an attempt that failed. */
  dismiss(id: string): void;
  openPlace(id: string): void;
  /** Goes to a message, wherever it stands. */
  openMessage(placeId: string, messageId: string): void;
  startThread(messageId: string): void;
  /** Sends a command for a message. */
  onMessage(name: string, messageId: string): void;
  /** Opens one's own message for editing. */
  edit(messageId: string): void;
  saveEdit(messageId: string, content: string): void;
  stopEditing(): void;
  delete(messageId: string): void;
};
