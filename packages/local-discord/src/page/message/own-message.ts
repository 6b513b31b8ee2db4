import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { MessageContext } from '../message-context.ts';

/** The id of the box in which a message is edited, and of the button that opens it. */
export const editBoxId = (messageId: string): string => `edit-${messageId}`;
export const editButtonId = (messageId: string): string => `edit-button-${messageId}`;

/** Whether a message was written by the person, and not sent by a command of theirs. */
export const isOwn = ({ author }: APIMessage, { me }: Pick<MessageContext, 'me'>): boolean =>
  author.id === me.id;

/** What Discord has for one's own messages. */
export function ownActionsTemplate({ id }: APIMessage, { actions }: MessageContext) {
  return html`
    <button id=${editButtonId(id)} type="button" class="plain" @click=${() => actions.edit(id)}>
      Edit
    </button>
    <button type="button" class="plain danger" @click=${() => actions.delete(id)}>Delete</button>
  `;
}

/** The text of one's own message as one types it: names after an @, and no ids. */
const typedText = (content: string, { bot, people }: Pick<MessageContext, 'bot' | 'people'>) =>
  [bot, ...people].reduce(
    (text, { id, username }) => text.replaceAll(new RegExp(`<@!?${id}>`, 'g'), `@${username}`),
    content,
  );

/** The box in which a message is edited: Enter saves, Escape leaves everything as it is. */
export function editTemplate(message: APIMessage, context: MessageContext): TemplateResult {
  const { actions, editing } = context;
  const { id } = message;
  const save = () => {
    const box = document.getElementById(editBoxId(id)) as HTMLTextAreaElement;
    actions.saveEdit(id, box.value);
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') actions.stopEditing();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      save();
    }
  };
  return html`
    <div class="text edit">
      <textarea
        id=${editBoxId(id)}
        aria-label="Edit message"
        rows="2"
        .value=${typedText(message.content, context)}
        @keydown=${press}
      ></textarea>
      ${editing?.refusal ? html`<p role="alert" class="refusal">${editing.refusal}</p>` : nothing}
      <div class="edit-buttons">
        <button type="button" class="primary" @click=${save}>Save</button>
        <button type="button" class="plain" @click=${actions.stopEditing}>Cancel</button>
      </div>
    </div>
  `;
}
