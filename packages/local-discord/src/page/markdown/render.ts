import type { APIUser } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { ViewedPlace } from '../../control/view.ts';
import { messageAddress, outwardAddress } from './address.ts';
import { type Node, parseMarkdown } from './parse.ts';
import { formatTimestamp } from './timestamp.ts';

/** What mentions are drawn by, and where one that leads somewhere leads. */
export type Mentioned = {
  people: readonly APIUser[];
  bot: APIUser;
  places: readonly ViewedPlace[];
  openPlace(id: string): void;
  openMessage(placeId: string, messageId: string): void;
};

type Drawn = TemplateResult | string | typeof nothing;

/** A text in Discord's Markdown, drawn. */
export const markdown = (text: string, mentioned: Mentioned): readonly Drawn[] =>
  draw(parseMarkdown(text), mentioned);

const draw = (nodes: Node['content'], mentioned: Mentioned): readonly Drawn[] =>
  typeof nodes === 'string' ? [nodes] : (nodes ?? []).map((node) => drawNode(node, mentioned));

function drawNode(node: Node, mentioned: Mentioned): Drawn {
  const inside = () => draw(node.content, mentioned);
  switch (node.type) {
    case 'text':
      return String(node.content);
    case 'br':
    case 'newline':
      return html`<br />`;
    case 'strong':
      return html`<strong>${inside()}</strong>`;
    case 'em':
      return html`<em>${inside()}</em>`;
    case 'underline':
      return html`<u>${inside()}</u>`;
    case 'strikethrough':
      return html`<s>${inside()}</s>`;
    case 'inlineCode':
      return html`<code>${node.content}</code>`;
    case 'codeBlock':
      return html`<pre><code>${node.content}</code></pre>`;
    case 'blockQuote':
      return html`<blockquote>${draw(withoutLastBreak(node.content), mentioned)}</blockquote>`;
    case 'heading':
      return html`<div class="heading level-${node.level}">${inside()}</div>`;
    case 'subtext':
      return html`<small class="subtext">${inside()}</small>`;
    case 'list':
      return drawList(node, mentioned);
    case 'link':
    case 'url':
    case 'autolink':
      return drawLink(node, mentioned);
    case 'spoiler':
      return html`<details class="spoiler"><summary>spoiler</summary>${inside()}</details>`;
    case 'timestamp':
      return html`<time>${formatTimestamp(Number(node.timestamp), node.format)}</time>`;
    default:
      return drawMention(node, mentioned);
  }
}

/** The end of a quote's last line is the end of the quote. */
const withoutLastBreak = (content: Node['content']): Node['content'] =>
  Array.isArray(content) && content.at(-1)?.type === 'br' ? content.slice(0, -1) : content;

function drawList({ items = [], isOrdered, start }: Node, mentioned: Mentioned): TemplateResult {
  const rows = items.map((item) => html`<li>${draw(item, mentioned)}</li>`);
  return isOrdered ? html`<ol start=${start ?? 1}>${rows}</ol>` : html`<ul>${rows}</ul>`;
}

function drawLink({ target = '', content }: Node, mentioned: Mentioned): Drawn {
  const address = outwardAddress(target);
  const inside = draw(content, mentioned);
  if (!address) return html`${inside}`;
  const { places, openMessage } = mentioned;
  const { placeId, messageId = '' } = messageAddress(target) ?? {};
  const place = places.find(({ id }) => id === placeId);
  if (place) {
    const jump = () => openMessage(place.id, messageId);
    return html`<button type="button" class="link" @click=${jump}>${inside}</button>`;
  }
  return html`<a href=${address} target="_blank" rel="noopener noreferrer">${inside}</a>`;
}

function drawMention({ type, id, name, fullName }: Node, mentioned: Mentioned): Drawn {
  const { people, bot, places, openPlace } = mentioned;
  const sign = (text: string) => html`<span class="mention">${text}</span>`;
  switch (type) {
    case 'user': {
      const user = [bot, ...people].find((one) => one.id === id);
      return sign(`@${user?.global_name ?? user?.username ?? 'unknown-user'}`);
    }
    case 'channel': {
      const place = places.find((one) => one.id === id);
      if (!place) return sign('#unknown');
      return html`<button type="button" class="mention" @click=${() => openPlace(place.id)}>
        #${place.name}
      </button>`;
    }
    case 'role':
      return sign('@role');
    case 'everyone':
    case 'here':
      return sign(`@${type}`);
    case 'slashCommand':
      return sign(`/${fullName}`);
    case 'emoji':
      return `:${name}:`;
    case 'twemoji':
      return name ?? '';
    default:
      return nothing;
  }
}
