import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';

export type ActionRow = APIActionRowComponent<APIComponentInMessageActionRow>;

/** @param danger for what deletes: Discord shows it red */
export const button = (
  label: string,
  id: string,
  { disabled = false, primary = false, danger = false } = {},
): APIButtonComponent => ({
  type: ComponentType.Button,
  style: danger ? ButtonStyle.Danger : primary ? ButtonStyle.Primary : ButtonStyle.Secondary,
  label,
  custom_id: id,
  disabled,
});

export const linkButton = (label: string, url: string): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Link,
  label,
  url,
});

export const buttonRow = (...components: APIButtonComponent[]): ActionRow => ({
  type: ComponentType.ActionRow,
  components,
});

export const menuRow = (
  id: string,
  placeholder: string,
  options: APISelectMenuOption[],
): ActionRow => ({
  type: ComponentType.ActionRow,
  components: [{ type: ComponentType.StringSelect, custom_id: id, placeholder, options }],
});
