import type { APIEmbed } from 'discord-api-types/v10';
import { type Fault, fault, isBlank, required, within } from './fault.ts';
import { urlFaults } from './url-rules.ts';

/** Characters of all embeds of a message together. */
const MAX_EMBEDS_LENGTH = 6000;
const LINK = ['http', 'https'];
const MEDIA = ['http', 'https', 'attachment'];

/**
 * What the schema leaves open: embeds are not empty, nor their fields; their addresses can be
 * followed; together they are not too long.
 * @see https://docs.discord.com/developers/resources/message#embed-object-embed-limits
 */
export function embedFaults(embeds: readonly APIEmbed[]): readonly Fault[] {
  const faults = embeds.flatMap((embed, index) => within(faultsOfOne(embed), index));
  const length = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  if (length <= MAX_EMBEDS_LENGTH) return faults;
  const message = `Embed size exceeds maximum size of ${MAX_EMBEDS_LENGTH}`;
  return [...faults, fault([], 'MAX_EMBED_SIZE_EXCEEDED', message)];
}

/** Characters that count towards the limit: title, description, fields, footer and author. */
function embedLength(embed: APIEmbed): number {
  const texts = [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
  ];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function faultsOfOne(embed: APIEmbed): readonly Fault[] {
  const { title, description, fields, footer, author, image, thumbnail } = embed;
  const isEmpty = isBlank(title) && isBlank(description) && !fields?.length && !footer && !author;
  return [
    ...(isEmpty && !image && !thumbnail ? [required('description')] : []),
    ...(fields ?? []).flatMap((field, index) => [
      ...(isBlank(field.name) ? [required('fields', index, 'name')] : []),
      ...(isBlank(field.value) ? [required('fields', index, 'value')] : []),
    ]),
    ...(footer && isBlank(footer.text) ? [required('footer', 'text')] : []),
    ...(author && isBlank(author.name) ? [required('author', 'name')] : []),
    ...(image && isBlank(image.url) ? [required('image', 'url')] : []),
    ...(thumbnail && isBlank(thumbnail.url) ? [required('thumbnail', 'url')] : []),
    ...urlFaults(embed.url, LINK, ['url']),
    ...urlFaults(author?.url, LINK, ['author', 'url']),
    ...urlFaults(author?.icon_url, MEDIA, ['author', 'icon_url']),
    ...urlFaults(footer?.icon_url, MEDIA, ['footer', 'icon_url']),
    ...urlFaults(image?.url, MEDIA, ['image', 'url']),
    ...urlFaults(thumbnail?.url, MEDIA, ['thumbnail', 'url']),
  ];
}
