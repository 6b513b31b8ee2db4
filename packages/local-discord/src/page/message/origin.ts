import {
  type APIMessage,
  type APIUser,
  ApplicationCommandType,
  InteractionType,
  MessageReferenceType,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { parseMarkdown, plainText } from '../markdown/parse.ts';
import type { MessageContext } from '../message-context.ts';

/** How much of the message is shown that another one answers. */
const SHOWN = 80;

export const nameOf = ({ global_name, username }: APIUser): string => global_name ?? username;
export const pictureOf = ({ id }: APIUser): string => `/page/avatar/${id}.svg`;

/** The line above a message: who used which command, or what it answers. */
export function originTemplate(
  { interaction_metadata: origin, message_reference: reference }: APIMessage,
  context: MessageContext,
): TemplateResult | typeof nothing {
  const isAnswer =
    (reference?.type ?? MessageReferenceType.Default) === MessageReferenceType.Default;
  if (reference?.message_id && isAnswer) {
    const original = context.find(reference.message_id);
    return original
      ? line(original.author, html`<span class="muted">${summary(original)}</span>`)
      : html`<div slot="reply" class="origin muted"><em>Original message was deleted</em></div>`;
  }
  if (origin?.type !== InteractionType.ApplicationCommand) return nothing;
  const { user, name = '', command_type: type } = origin as typeof origin & Named;
  const isSlash = (type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
  return line(
    user,
    html`<span class="muted">used</span> <span class="mention">${isSlash ? '/' : ''}${name}</span>`,
  );
}

/** What Discord tells of a command beyond what its types say. */
type Named = { name?: string; command_type?: ApplicationCommandType };

const line = (user: APIUser, rest: TemplateResult) => html`
  <div slot="reply" class="origin">
    <img src=${pictureOf(user)} alt="" width="16" height="16" /> <b>${nameOf(user)}</b> ${rest}
  </div>
`;

/** A message in a few words. */
function summary({ content, embeds }: APIMessage): string {
  const [embed] = embeds;
  const text = content || embed?.title || embed?.author?.name || embed?.description;
  const plain = text ? plainText(parseMarkdown(text)) : 'an attachment';
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}…` : plain;
}
