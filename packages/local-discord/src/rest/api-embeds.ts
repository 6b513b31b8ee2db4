import { type APIAttachment, type APIEmbed, EmbedType } from 'discord-api-types/v10';
import { InvalidForm, type Violation, violation } from '../rules/violation.ts';

const PROTOCOL = 'attachment://';

/**
 * Embeds as Discord gives them back: nulls and empty lists left out, and `attachment://` names
 * replaced by the addresses of the files.
 * @throws InvalidForm if such a name is not among the files
 */
export function toApiEmbeds(
  embeds: readonly APIEmbed[],
  files: readonly APIAttachment[],
): APIEmbed[] {
  const violations: Violation[] = [];
  const resolve = (url: string, path: Violation['path']): string => {
    if (!url.startsWith(PROTOCOL)) return url;
    const name = url.slice(PROTOCOL.length);
    const file = files.find(({ filename }) => filename === name);
    if (!file)
      violations.push(violation(path, 'ATTACHMENT_NOT_FOUND', `No file is named "${name}".`));
    return file?.url ?? url;
  };
  const answered = embeds.map((embed, index): APIEmbed => {
    const { image, thumbnail, author, footer, fields, ...rest } = withoutNulls(embed);
    const at = (...path: Violation['path']) => ['embeds', index, ...path];
    return {
      ...rest,
      type: EmbedType.Rich,
      ...(fields?.length
        ? { fields: fields.map(({ inline, ...field }) => ({ ...field, inline: inline ?? false })) }
        : {}),
      ...(image ? { image: { ...image, url: resolve(image.url, at('image', 'url')) } } : {}),
      ...(thumbnail
        ? { thumbnail: { ...thumbnail, url: resolve(thumbnail.url, at('thumbnail', 'url')) } }
        : {}),
      ...(author
        ? { author: withIcon(withoutNulls(author), resolve, at('author', 'icon_url')) }
        : {}),
      ...(footer
        ? { footer: withIcon(withoutNulls(footer), resolve, at('footer', 'icon_url')) }
        : {}),
    };
  });
  if (violations.length > 0) throw new InvalidForm(violations);
  return answered;
}

const withIcon = <Part extends { icon_url?: string }>(
  part: Part,
  resolve: (url: string, path: Violation['path']) => string,
  path: Violation['path'],
): Part => (part.icon_url ? { ...part, icon_url: resolve(part.icon_url, path) } : part);

const withoutNulls = <Part extends object>(part: Part): Part =>
  Object.fromEntries(
    Object.entries(part).filter(([, value]) => value !== null && value !== undefined),
  ) as Part;

/** Addresses of the files that embeds show, and that are therefore not listed again. */
export const shownByEmbeds = (embeds: readonly APIEmbed[]): ReadonlySet<string> =>
  new Set(
    embeds.flatMap(({ image, thumbnail, author, footer }) =>
      [image?.url, thumbnail?.url, author?.icon_url, footer?.icon_url].filter(
        (url) => url !== undefined,
      ),
    ),
  );
