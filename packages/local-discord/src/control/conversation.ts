import { type APIUser, ChannelType, MessageFlags } from 'discord-api-types/v10';
import { type Draft, EMPTY_DRAFT, type StoredMessage } from '../world/messages.ts';
import type { Place } from '../world/places.ts';
import type { World } from '../world/world.ts';
import { findMessageFor } from './find-message.ts';
import { NotSent } from './not-sent.ts';
import { findUpload } from './uploads.ts';

/** @see https://docs.discord.com/developers/resources/message#create-message */
const LONGEST_MESSAGE = 2000;
const MOST_FILES = 10;
const LONGEST_THREAD_NAME = 100;

/**
 * Posts what a person writes to the others, with files or without.
 * @param uploads the ids of its files
 * @returns the message's id
 * @throws NotSent for an empty or too long text, and too many files
 */
export function sendMessage(
  world: World,
  user: APIUser,
  place: Place,
  content: string,
  uploads: readonly string[] = [],
): { id: string } {
  if (uploads.length > MOST_FILES) throw new NotSent(`A message has at most ${MOST_FILES} files.`);
  const files = uploads.map((id) => world.attachments.add(findUpload(world, id), place.id));
  const { message } = world.messages.post(place, user, draftOf(world, content, files));
  return { id: message.id };
}

/**
 * Changes what a person wrote.
 * @returns the message's id
 * @throws NotSent if it isn't theirs, or for an empty or too long text
 */
export function editMessage(
  world: World,
  user: APIUser,
  { id, content }: { id: string; content: string },
): { id: string } {
  const stored = findOwn(world, user, id);
  world.messages.edit(stored, draftOf(world, content, stored.files));
  return { id };
}

/**
 * Deletes what a person wrote.
 * @returns the message's id
 * @throws NotSent if it isn't theirs
 */
export function deleteMessage(world: World, user: APIUser, id: string): { id: string } {
  world.messages.remove(findOwn(world, user, id));
  return { id };
}

function findOwn(world: World, user: APIUser, id: string): StoredMessage {
  const stored = findMessageFor(world, user, id);
  if (stored.message.author.id === user.id && !stored.onlyFor) return stored;
  throw new NotSent('Only what you wrote yourself can be changed or deleted.');
}

/** A text as Discord's client sends it: names after an @ become mentions. */
function draftOf(world: World, content: string, files: Draft['files'] = []): Draft {
  const everyone = [world.bot, ...world.users];
  const text = everyone.reduce(
    (all, { id, username }) => all.replaceAll(`@${username}`, `<@${id}>`),
    content.trim(),
  );
  if (!text && files.length === 0) throw new NotSent('There is nothing to send.');
  if (text.length > LONGEST_MESSAGE) {
    throw new NotSent(
      `A message has at most ${LONGEST_MESSAGE} characters; this one has ${text.length}.`,
    );
  }
  const mentions = everyone.filter(({ id }) => new RegExp(`<@!?${id}>`).test(text));
  return { ...EMPTY_DRAFT, content: text, mentions, files, attachments: [...files] };
}

/**
 * Opens a thread at a message of a channel.
 * @returns the thread's id
 * @throws NotSent if the message can have none, or has one
 */
export function startThread(
  world: World,
  user: APIUser,
  { messageId, name }: { messageId: string; name: string },
): { id: string } {
  const stored = findMessageFor(world, user, messageId);
  if (stored.place.type !== ChannelType.GuildText || stored.onlyFor) {
    throw new NotSent('Only a message that everyone in a channel sees can have a thread.');
  }
  if (world.places.has(messageId)) throw new NotSent('The message has a thread already.');
  const title = name.trim().slice(0, LONGEST_THREAD_NAME);
  if (!title) throw new NotSent('A thread needs a name.');
  return { id: world.startThread(stored.place, title, messageId).id };
}

/**
 * Puts away a private message, or the notice of an interaction that failed.
 * @returns the id
 * @throws NotSent if there is nothing of that id that the user could put away
 */
export function dismiss(world: World, user: APIUser, id: string): { id: string } {
  const failed = world.interactions.findById(id);
  if (failed?.state === 'failed' && failed.user.id === user.id) {
    world.interactions.forget(failed);
    return { id };
  }
  const stored = findMessageFor(world, user, id);
  if (((stored.message.flags ?? 0) & MessageFlags.Ephemeral) === 0) {
    throw new NotSent('Only what you alone can see can be dismissed.');
  }
  world.messages.dismiss(stored);
  return { id };
}
