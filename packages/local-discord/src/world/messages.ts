import {
  type APIAttachment,
  type APIMessage,
  type APIUser,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import type { Place } from './places.ts';

/** The parts of a message that its author decides. */
export type Draft = Pick<
  APIMessage,
  'content' | 'embeds' | 'attachments' | 'mentions' | 'mention_everyone' | 'mention_roles'
> & {
  components: NonNullable<APIMessage['components']>;
  flags: MessageFlags;
  tts: boolean;
  /** All files, those that only an embed shows included. */
  files: readonly APIAttachment[];
};

export type StoredMessage = {
  message: APIMessage;
  place: Place;
  files: readonly APIAttachment[];
  /** The one who can see it, where it is private. */
  onlyFor: string | undefined;
  /** Put away by the one who could see it. */
  isDismissed: boolean;
};

export type MessageChange = {
  type: 'message-created' | 'message-updated' | 'message-deleted' | 'message-dismissed';
  stored: StoredMessage;
};

export type Messages = {
  post(place: Place, author: APIUser, draft: Draft, extra?: Extra): StoredMessage;
  edit(stored: StoredMessage, draft: Draft): void;
  remove(stored: StoredMessage): void;
  /** Puts a private message away for good; the bot does not hear of it. */
  dismiss(stored: StoredMessage): void;
  find(id: string): StoredMessage | undefined;
  /** The messages of a place, oldest first, as far as someone can see them. */
  list(place: Place, viewerId: string): readonly StoredMessage[];
};

/** A message without anything in it. */
export const EMPTY_DRAFT: Draft = {
  content: '',
  embeds: [],
  components: [],
  attachments: [],
  files: [],
  flags: 0 as MessageFlags,
  tts: false,
  mentions: [],
  mention_everyone: false,
  mention_roles: [],
};

/** Whether someone sees a message. */
export const isVisibleTo = ({ place, onlyFor, isDismissed }: StoredMessage, viewerId: string) =>
  !isDismissed &&
  (onlyFor ?? viewerId) === viewerId &&
  place.readers.some(({ id }) => id === viewerId);

type Extra = { onlyFor?: string | undefined; more?: Partial<APIMessage> };

/** @param changed called after each change */
export function createMessages(
  now: () => number,
  nextId: () => string,
  changed: (change: MessageChange) => void,
): Messages {
  const stored = new Map<string, StoredMessage>();
  const timestamp = () => new Date(now()).toISOString();
  return {
    find: (id) => stored.get(id),
    list: (place, viewerId) =>
      [...stored.values()].filter((one) => one.place.id === place.id && isVisibleTo(one, viewerId)),
    post(place, author, { files, ...draft }, { onlyFor, more } = {}) {
      const message: APIMessage = {
        id: nextId(),
        channel_id: place.id,
        author,
        timestamp: timestamp(),
        edited_timestamp: null,
        pinned: false,
        type: MessageType.Default,
        ...draft,
        ...more,
      };
      const one = { message, place, files, onlyFor, isDismissed: false };
      stored.set(message.id, one);
      if (!onlyFor) place.lastMessageId = message.id;
      changed({ type: 'message-created', stored: one });
      return one;
    },
    edit(one, { files, ...draft }) {
      one.message = { ...one.message, ...draft, edited_timestamp: timestamp() };
      one.files = files;
      changed({ type: 'message-updated', stored: one });
    },
    remove(one) {
      stored.delete(one.message.id);
      changed({ type: 'message-deleted', stored: one });
    },
    dismiss(one) {
      one.isDismissed = true;
      changed({ type: 'message-dismissed', stored: one });
    },
  };
}

/** Still the "is thinking…" of a deferred answer. */
export const isLoading = ({ flags }: APIMessage): boolean =>
  ((flags ?? 0) & MessageFlags.Loading) !== 0;
