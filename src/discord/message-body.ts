import type { RawFile } from 'discord.js';
import {
  type APIInteractionResponseCallbackData,
  MessageFlags,
  type RESTAPIAttachment,
} from 'discord-api-types/v10';
import type { Reply } from '../interactions/command.ts';

/** A message as Discord takes it, and the files that go with it. */
export type MessageBody = {
  body: APIInteractionResponseCallbackData;
  files: readonly RawFile[];
};

/** A new message. Nothing that a person or a document says may ever ping. */
export const newMessage = (reply: Reply): MessageBody => ({
  body: {
    ...(reply.content !== undefined && { content: reply.content }),
    ...shared(reply),
    ...(reply.files?.length && { attachments: attachments(reply) }),
    ...(reply.private && { flags: MessageFlags.Ephemeral }),
  },
  files: filesOf(reply),
});

/** What a message becomes; files of the answer before it go, whether or not others come. */
export const changedMessage = (reply: Reply): MessageBody => ({
  body: {
    // Null takes away the text that was there, though the types don't know it.
    content: (reply.content ?? null) as string,
    ...shared(reply),
    attachments: attachments(reply),
  },
  files: filesOf(reply),
});

const shared = ({ embeds, components = [] }: Reply) => ({
  embeds,
  components,
  allowed_mentions: { parse: [], replied_user: false },
});

const attachments = ({ files = [] }: Reply): RESTAPIAttachment[] =>
  files.map(({ description }, id) => ({
    id: String(id),
    ...(description !== undefined && { description }),
  }));

const filesOf = ({ files = [] }: Reply): RawFile[] =>
  files.map(({ name, bytes }) => ({ name, data: Buffer.from(bytes) }));
