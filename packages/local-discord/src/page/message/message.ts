import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { type Mentioned, markdown } from '../markdown/render.ts';
import { formatSentAt } from '../markdown/timestamp.ts';
import type { MessageContext } from '../message-context.ts';
import { attachmentsTemplate } from './attachments.ts';
import { componentsTemplate } from './components.ts';
import { embedTemplate } from './embed.ts';
import { nameOf, originTemplate, pictureOf } from './origin.ts';
import { editTemplate, isOwn, ownActionsTemplate } from './own-message.ts';

const has = ({ flags }: APIMessage, flag: MessageFlags): boolean => ((flags ?? 0) & flag) !== 0;

/**
 * A message as Discord draws it.
 * @param isContinuation whether it goes on with what its author wrote just before
 */
export function messageTemplate(
  message: APIMessage,
  context: MessageContext,
  isContinuation: boolean,
): TemplateResult {
  const { author, content, embeds, attachments, timestamp, edited_timestamp } = message;
  const { people, bot, places, actions } = context;
  const { openPlace, openMessage } = actions;
  const mentioned: Mentioned = { people, bot, places, openPlace, openMessage };
  const isPrivate = has(message, MessageFlags.Ephemeral);
  const isLoading = has(message, MessageFlags.Loading);
  const sent = formatSentAt(timestamp);
  const shown = embeds.filter(({ type }) => type === undefined || type === 'rich');
  return html`
    <discord-message
      role="article"
      id="message-${message.id}"
      data-message-id=${message.id}
      aria-label="${nameOf(author)}, ${sent}"
      class=${isPrivate ? 'private' : ''}
      author=${nameOf(author)}
      avatar=${pictureOf(author)}
      timestamp=${sent}
      ?bot=${author.bot}
      ?edited=${edited_timestamp !== null && !isLoading && content !== ''}
      ?message-body-only=${isContinuation}
    >
      ${originTemplate(message, context)}
      ${
        isLoading
          ? html`<span class="thinking">${nameOf(author)} is thinking<i>…</i></span>`
          : context.editing
            ? editTemplate(message, context)
            : html`<div class="text">${markdown(content, mentioned)}</div>`
      }
      ${attachments.length > 0 ? attachmentsTemplate(attachments) : nothing}
      ${shown.map((embed) => embedTemplate(embed, mentioned))}
      ${componentsTemplate({ message, context, mentioned })} ${noticesTemplate(message, context)}
      ${threadTemplate(message, context)} ${appsTemplate(message, context)}
    </discord-message>
  `;
}

/** What failed here, and that the message is private. */
function noticesTemplate(message: APIMessage, { attempts, actions }: MessageContext) {
  const failed = attempts.find(({ state }) => state === 'failed');
  const dismiss = (id: string, text: string) => html`
    <button type="button" class="link" @click=${() => actions.dismiss(id)}>${text}</button>
  `;
  return html`
    ${
      failed
        ? html`<p slot="components" class="notice">
            <span class="failure">This interaction failed</span> ${dismiss(failed.id, 'Close')}
          </p>`
        : nothing
    }
    ${
      has(message, MessageFlags.Ephemeral)
        ? html`<p slot="components" class="notice muted">
            Only you can see this • ${dismiss(message.id, 'Dismiss message')}
          </p>`
        : nothing
    }
  `;
}

/** The commands that Discord has in a message's menu under Apps; of one's own, what can be done with it. */
function appsTemplate(message: APIMessage, context: MessageContext) {
  const { messageCommands, actions } = context;
  if (context.editing || has(message, MessageFlags.Ephemeral) || has(message, MessageFlags.Loading))
    return nothing;
  return html`<div slot="thread" class="message-commands">
    ${messageCommands.map(
      (name) => html`<button
        type="button"
        class="plain"
        @click=${() => actions.onMessage(name, message.id)}
      >
        ${name}
      </button>`,
    )}
    ${isOwn(message, context) ? ownActionsTemplate(message, context) : nothing}
  </div>`;
}

/** The thread that hangs on the message, or the button that begins one. */
function threadTemplate(message: APIMessage, { places, actions, editing }: MessageContext) {
  const thread = places.find(({ id }) => id === message.id);
  if (thread) {
    return html`<button
      type="button"
      slot="thread"
      class="thread-link"
      @click=${() => actions.openPlace(thread.id)}
    >
      <b>${thread.name}</b> <span>See thread ›</span>
    </button>`;
  }
  if (editing || has(message, MessageFlags.Loading)) return nothing;
  const isInChannel = places.find(({ id }) => id === message.channel_id)?.kind === 'channel';
  if (!isInChannel || has(message, MessageFlags.Ephemeral)) return nothing;
  return html`<button
    type="button"
    slot="thread"
    class="plain begin-thread"
    @click=${() => actions.startThread(message.id)}
  >
    Create thread
  </button>`;
}
