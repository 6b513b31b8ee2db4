import {
  AllowedMentionsTypes,
  type APIAttachment,
  type APIMessage,
  MessageFlags,
} from 'discord-api-types/v10';
import type { MessageBody } from '../rules/message-rules.ts';
import type { Draft, StoredMessage } from '../world/messages.ts';
import type { Place } from '../world/places.ts';
import type { World } from '../world/world.ts';
import { toApiComponents } from './api-components.ts';
import { shownByEmbeds, toApiEmbeds } from './api-embeds.ts';
import { ApiError } from './api-error.ts';
import type { Upload } from './read-body.ts';

/** Flags that a message keeps whatever an edit says, and those that an edit may set. */
const KEPT = MessageFlags.Ephemeral | MessageFlags.IsComponentsV2 | MessageFlags.HasThread;
const SETTABLE =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/**
 * The message that a checked body makes of nothing, or of the message it changes: what the body
 * does not name stays as it was.
 * @throws ApiError if nothing would be left, InvalidForm if an embed shows a missing file
 */
export function compose(
  world: World,
  place: Place,
  body: MessageBody,
  files: Upload['files'],
  previous?: StoredMessage,
): Draft {
  const old = previous?.message;
  const kept = keptFiles(body, previous);
  const added = files.map((file) => {
    const meta = body.attachments?.find(({ id }) => String(id) === file.index);
    const named = meta?.filename ? { ...file, name: meta.filename } : file;
    return world.attachments.add(named, place.id, { description: meta?.description ?? undefined });
  });
  const all = [...kept, ...added];
  const content = body.content === undefined ? (old?.content ?? '') : (body.content ?? '').trim();
  const embeds =
    body.embeds === undefined ? (old?.embeds ?? []) : toApiEmbeds(body.embeds ?? [], all);
  const components =
    body.components === undefined
      ? (old?.components ?? [])
      : toApiComponents(body.components ?? []);
  if (!content && embeds.length === 0 && all.length === 0 && components.length === 0) {
    throw new ApiError('emptyMessage');
  }
  return {
    content,
    embeds,
    components,
    attachments: all.filter(({ url }) => !shownByEmbeds(embeds).has(url)),
    files: all,
    flags: flagsOf(body, old),
    tts: false,
    ...mentionsOf(world, body, content, old),
  };
}

/** Earlier files that stay: all, or those that the body lists; a listed id must be known. */
function keptFiles(body: MessageBody, previous?: StoredMessage): readonly APIAttachment[] {
  const old = previous?.files ?? [];
  if (!body.attachments) return body.attachments === null ? [] : old;
  return old.filter(({ id }) => body.attachments?.some((listed) => String(listed.id) === id));
}

function flagsOf(body: MessageBody, old: APIMessage | undefined): MessageFlags {
  const before = old?.flags ?? 0;
  const asked = body.flags ?? before;
  return (before & KEPT) | (asked & SETTABLE);
}

type Mentions = Pick<Draft, 'mentions' | 'mention_everyone' | 'mention_roles'>;

/** Whom the text pings, as far as `allowed_mentions` lets it; without it, everyone it names. */
function mentionsOf(world: World, body: MessageBody, content: string, old?: APIMessage): Mentions {
  if (body.content === undefined && old) {
    const { mentions, mention_everyone, mention_roles } = old;
    return { mentions, mention_everyone, mention_roles };
  }
  const allowed = body.allowed_mentions ?? undefined;
  const lets = (type: AllowedMentionsTypes) => !allowed || (allowed.parse?.includes(type) ?? false);
  const named = [...content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id);
  return {
    mentions: [...world.users, world.bot].filter(
      ({ id }) =>
        named.includes(id) &&
        (lets(AllowedMentionsTypes.User) || (allowed?.users?.includes(id) ?? false)),
    ),
    mention_everyone: /@(everyone|here)\b/.test(content) && lets(AllowedMentionsTypes.Everyone),
    mention_roles: [],
  };
}
