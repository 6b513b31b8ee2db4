import type { APIEmbed, APIEmbedField, APIEmbedImage } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { outwardAddress, ownAddress } from '../markdown/address.ts';
import { type Mentioned, markdown } from '../markdown/render.ts';
import { formatSentAt } from '../markdown/timestamp.ts';

/** Fields beside one another in a row. */
const COLUMNS = 3;

/** An embed: its parts in Discord's order, each as Markdown where Discord reads Markdown. */
export function embedTemplate(embed: APIEmbed, mentioned: Mentioned): TemplateResult {
  const { color, author, title, url, description, fields = [] } = embed;
  const colour = color === undefined ? undefined : `#${color.toString(16).padStart(6, '0')}`;
  const pictures = [embed.image, embed.thumbnail];
  return html`
    <discord-embed slot="embeds" color=${ifDefined(colour)}>
      <discord-embed-description slot="description">
        ${author ? html`<div class="embed-author">${linked(author.name, author.url)}</div>` : nothing}
        ${title ? html`<div class="embed-title">${linked(markdown(title, mentioned), url)}</div>` : nothing}
        ${description ? html`<div class="text">${markdown(description, mentioned)}</div>` : nothing}
      </discord-embed-description>
      ${
        fields.length > 0
          ? html`<discord-embed-fields slot="fields">
              ${placed(fields).map(([field, column]) => fieldTemplate(field, column, mentioned))}
            </discord-embed-fields>`
          : nothing
      }
      ${pictures.map((picture) => pictureTemplate(picture, title))} ${footerTemplate(embed)}
    </discord-embed>
  `;
}

const linked = (text: unknown, url: string | undefined) => {
  const address = url && outwardAddress(url);
  return address
    ? html`<a href=${address} target="_blank" rel="noopener noreferrer">${text}</a>`
    : text;
};

/** Fields with their columns: inline ones side by side, up to three, any other on a row of its own. */
function placed(fields: readonly APIEmbedField[]): readonly [APIEmbedField, number | undefined][] {
  let column = 0;
  return fields.map((field) => {
    column = field.inline ? (column % COLUMNS) + 1 : 0;
    return [field, column || undefined];
  });
}

const fieldTemplate = (
  { name, value }: APIEmbedField,
  column: number | undefined,
  mentioned: Mentioned,
) => html`
  <discord-embed-field inline-index=${ifDefined(column)}>
    <div class="field-title">${markdown(name, mentioned)}</div>
    <div class="text">${markdown(value, mentioned)}</div>
  </discord-embed-field>
`;

/** A picture that this Discord keeps is shown; one of another host is only linked to. */
function pictureTemplate(picture: APIEmbedImage | undefined, title = 'Picture') {
  if (!picture) return nothing;
  const own = ownAddress(picture.url);
  return html`<div slot="fields" class="embed-image">
    ${own ? html`<img src=${own} alt=${picture.description ?? title} />` : linked('Image', picture.url)}
  </div>`;
}

const footerTemplate = ({ footer, timestamp }: APIEmbed) =>
  footer || timestamp
    ? html`<discord-embed-footer slot="footer">
        ${[footer?.text, timestamp && formatSentAt(timestamp)].filter(Boolean).join(' • ')}
      </discord-embed-footer>`
    : nothing;
