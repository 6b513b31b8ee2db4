import {
  type APIButtonComponentWithCustomId,
  type APIMessage,
  type APIStringSelectComponent,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { LocalDiscord } from 'local-discord';

const components = ({ components: rows = [] }: APIMessage) =>
  rows.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));

/** The buttons of a message, in order; a link button has no custom id. */
export const buttons = (message: APIMessage): APIButtonComponentWithCustomId[] =>
  components(message).filter(
    (component): component is APIButtonComponentWithCustomId =>
      component.type === ComponentType.Button,
  );

/** The custom id of the button with this label. */
export function buttonId(message: APIMessage, label: string): string {
  const found = buttons(message).find((button) => button.label === label);
  if (!found) throw new Error(`The message has no button "${label}".`);
  return found.custom_id;
}

/** The first menu of a message, or the first with these words on it. */
export const menu = (
  message: APIMessage,
  placeholder?: string,
): APIStringSelectComponent | undefined =>
  components(message).find(
    (component): component is APIStringSelectComponent =>
      component.type === ComponentType.StringSelect &&
      (placeholder === undefined || component.placeholder === placeholder),
  );

export const isPrivate = ({ flags }: APIMessage): boolean =>
  ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;

/** All that an embed says, in one text. */
export const said = ({ embeds, content }: APIMessage): string =>
  [
    content,
    ...embeds.flatMap(({ title, description, fields = [], footer, author }) => [
      author?.name,
      title,
      description,
      ...fields.flatMap(({ name, value }) => [name, value]),
      footer?.text,
    ]),
  ].join('\n');

/** The card that all see, by the answer that tells the sharer of it. */
export function sharedBy(discord: LocalDiscord, as: string, answer: APIMessage): APIMessage {
  const id = /Shared here: \S+\/(\d+)/.exec(answer.content)?.[1];
  const shared = discord.messages(answer.channel_id, as).find((message) => message.id === id);
  if (!shared) throw new Error('Nothing was shared.');
  return shared;
}
