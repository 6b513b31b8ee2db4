import type { APIMessage } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Attempt, View, ViewedPlace } from '../control/view.ts';
import { messageTemplate } from './message/message.ts';
import type { MessageActions, MessageContext } from './message-context.ts';
import { addressOf } from './sidebar.ts';

/** Messages of one author that follow within this time are drawn as one. */
const TOGETHER_MS = 7 * 60 * 1000;

/** What can be done with messages. */
type Offered = Pick<MessageContext, 'actions' | 'messageCommands' | 'editing'>;

/** The messages of a place, and what was sent there without an answer. */
export function conversationTemplate(
  view: View,
  place: ViewedPlace,
  offered: Offered,
  welcome: TemplateResult,
): TemplateResult {
  const messages = view.messages.filter(({ channel_id }) => channel_id === place.id);
  const attempts = view.attempts.filter(
    ({ placeId, messageId }) => placeId === place.id && !messageId,
  );
  return html`
    <div class="log" role="log" aria-label="Messages in ${addressOf(place)}" tabindex="0">
      ${welcome}
      <discord-messages no-background>
        ${repeat(
          inOrder([...messages, ...attempts]),
          ({ id }) => id,
          (item) =>
            'state' in item
              ? attemptTemplate(item, view, offered.actions)
              : drawnOnce(item, messages, view, offered),
        )}
      </discord-messages>
    </div>
  `;
}

/** By their ids, which tell the time. */
const inOrder = <Item extends { id: string }>(items: readonly Item[]): readonly Item[] =>
  items.toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));

/** A message, drawn anew only where something that it shows has changed. */
function drawnOnce(
  message: APIMessage,
  messages: readonly APIMessage[],
  view: View,
  offered: Offered,
) {
  const isContinuation = continues(messages, message);
  const original = view.messages.find(({ id }) => id === message.message_reference?.message_id);
  const { messageCommands } = offered;
  const editing = offered.editing?.id === message.id ? offered.editing : undefined;
  return guard(
    [message, original, isContinuation, view.places, view.attempts, messageCommands, editing],
    () =>
      messageTemplate(message, contextOf(view, message, { ...offered, editing }), isContinuation),
  );
}

function contextOf(view: View, message: APIMessage, offered: Offered): MessageContext {
  const { me, bot, people, places, messages, attempts } = view;
  return {
    me,
    bot,
    people,
    places,
    find: (id) => messages.find((one) => one.id === id),
    attempts: attempts.filter(({ messageId }) => messageId === message.id),
    ...offered,
  };
}

/** Whether a message only goes on with what its author wrote just before. */
function continues(messages: readonly APIMessage[], message: APIMessage): boolean {
  const before = messages[messages.indexOf(message) - 1];
  return (
    before?.author.id === message.author.id &&
    !message.interaction_metadata &&
    !message.message_reference &&
    Date.parse(message.timestamp) - Date.parse(before.timestamp) < TOGETHER_MS
  );
}

function attemptTemplate({ id, command, state }: Attempt, view: View, actions: MessageActions) {
  const failed = state === 'failed';
  return html`
    <div role="article" class="attempt" aria-label=${view.bot.username}>
      <img src="/page/avatar/${view.bot.id}.svg" alt="" width="40" height="40" />
      <div>
        <p class="muted">${view.me.global_name} used /${command}</p>
        ${
          failed
            ? html`
                <p class="failure">The application did not respond</p>
                <p class="muted">
                  Only you can see this ·
                  <button type="button" class="link" @click=${() => actions.dismiss(id)}>
                    Dismiss message
                  </button>
                </p>
              `
            : html`<p class="muted">Sending command…</p>`
        }
      </div>
    </div>
  `;
}
