import type { APIEmbed } from 'discord-api-types/v10';
import { urlViolations } from './url-rules.ts';
import { isBlank, required, type Violation, violation, within } from './violation.ts';

/** Characters of all embeds of a message together. */
const MAX_EMBEDS_LENGTH = 6000;
const LINK = ['http', 'https'];
const MEDIA = ['http', 'https', 'attachment'];

/**
 * What the schema leaves open: embeds are not empty, nor their fields; their addresses can be
 * followed; together they are not too long.
 * @see https://docs.discord.com/developers/resources/message#embed-object-embed-limits
 */
export function embedViolations(embeds: readonly APIEmbed[]): readonly Violation[] {
  const violations = embeds.flatMap((embed, index) => within(violationsOfOne(embed), index));
  const length = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  if (length <= MAX_EMBEDS_LENGTH) return violations;
  const message = `Embed size exceeds maximum size of ${MAX_EMBEDS_LENGTH}`;
  return [...violations, violation([], 'MAX_EMBED_SIZE_EXCEEDED', message)];
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

function violationsOfOne(embed: APIEmbed): readonly Violation[] {
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
    ...urlViolations(embed.url, LINK, ['url']),
    ...urlViolations(author?.url, LINK, ['author', 'url']),
    ...urlViolations(author?.icon_url, MEDIA, ['author', 'icon_url']),
    ...urlViolations(footer?.icon_url, MEDIA, ['footer', 'icon_url']),
    ...urlViolations(image?.url, MEDIA, ['image', 'url']),
    ...urlViolations(thumbnail?.url, MEDIA, ['thumbnail', 'url']),
  ];
}
