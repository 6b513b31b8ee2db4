import {
  type APIEmbed,
  type APIMessage,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import { type AnyComponent, flatten } from '../rules/component-tree.ts';

/** A message as plain text, with the ids of what can be clicked and chosen. */
export function formatMessage(message: APIMessage): string {
  const flags = message.flags ?? 0;
  const marks = [
    ...(flags & MessageFlags.Ephemeral ? ['only you can see this'] : []),
    ...(flags & MessageFlags.Loading ? ['is thinking…'] : []),
  ];
  const head = [message.author.username, `message ${message.id}`, ...marks].join(' · ');
  const files = message.attachments.map(
    ({ filename, size, url }) => `File ${filename} (${size} bytes) ${url}`,
  );
  const components = flatten(message.components ?? []).flatMap(({ component }) =>
    formatComponent(component),
  );
  return [
    head,
    ...(message.content ? ['', message.content] : []),
    ...message.embeds.flatMap((embed) => ['', formatEmbed(embed)]),
    ...(files.length > 0 ? ['', ...files] : []),
    ...(components.length > 0 ? ['', ...components] : []),
  ].join('\n');
}

function formatEmbed({ author, title, url, description, fields, image, footer }: APIEmbed): string {
  const parts = [
    author?.name,
    title && (url ? `${title} <${url}>` : title),
    description,
    ...(fields ?? []).map(({ name, value }) => `${name}\n${indent(value)}`),
    image && `Image ${image.url}`,
    footer && `(${footer.text})`,
  ];
  return indent(parts.filter(Boolean).join('\n\n'));
}

const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ');

function formatComponent(component: AnyComponent): readonly string[] {
  if (component.type === ComponentType.Button) {
    const label = `[${('label' in component && component.label) || '…'}]`;
    if (component.style === ButtonStyle.Link) return [`${label} ${component.url}`];
    const id = 'custom_id' in component ? component.custom_id : '';
    return [`${label} --click ${id}${component.disabled ? ' (disabled)' : ''}`];
  }
  if (component.type === ComponentType.StringSelect) {
    return [
      `Menu ${component.custom_id}: ${component.placeholder ?? ''}`.trimEnd(),
      ...component.options.map(
        ({ label, value, description }) =>
          `  --choose ${value}  ${label}${description ? ` · ${description}` : ''}`,
      ),
    ];
  }
  if (component.type === ComponentType.TextDisplay) return [component.content];
  return [];
}
