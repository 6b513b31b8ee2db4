import {
  type APIMessage,
  type APIUser,
  ApplicationCommandType,
  InteractionType,
  MessageReferenceType,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { parseMarkdown, plainText } from '../markdown/parse.ts';
import type { Scene } from '../scene.ts';

/** How much of the message is shown that another one answers. */
const SHOWN = 80;

export const nameOf = ({ global_name, username }: APIUser): string => global_name ?? username;
export const pictureOf = ({ id }: APIUser): string => `/page/avatar/${id}.svg`;

/** The line above a message: who used which command, or what it answers. */
export function originTemplate(message: APIMessage, scene: Scene): TemplateResult | typeof nothing {
  const origin = message.interaction_metadata;
  if (origin?.type === InteractionType.ApplicationCommand) {
    const { user, name, command_type } = origin as typeof origin & {
      name?: string;
      command_type?: ApplicationCommandType;
    };
    const isSlash =
      (command_type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
    if (!message.message_reference) {
      return html`<discord-command
        slot="reply"
        author=${nameOf(user)}
        avatar=${pictureOf(user)}
        type=${isSlash ? 'slash_command' : 'message_command'}
        command=${name ?? ''}
      ></discord-command>`;
    }
  }
  const { message_reference: reference } = message;
  const isAnswer =
    (reference?.type ?? MessageReferenceType.Default) === MessageReferenceType.Default;
  if (!reference?.message_id || !isAnswer) return nothing;
  const original = scene.find(reference.message_id);
  if (!original) return html`<discord-reply slot="reply" deleted></discord-reply>`;
  return html`<discord-reply
    slot="reply"
    author=${nameOf(original.author)}
    avatar=${pictureOf(original.author)}
    ?bot=${original.author.bot}
    >${summary(original)}</discord-reply
  >`;
}

/** A message in a few words. */
function summary({ content, embeds }: APIMessage): string {
  const [embed] = embeds;
  const text = content || embed?.title || embed?.author?.name || embed?.description;
  const plain = text ? plainText(parseMarkdown(text)) : 'an attachment';
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}…` : plain;
}
