import {
  DiscordAuthorInfo,
  DiscordEmbed,
  DiscordEmbedDescription,
  DiscordEmbedField,
  DiscordEmbedFields,
  DiscordEmbedFooter,
  DiscordMessage,
  DiscordMessages,
  DiscordVerifiedAuthorTag,
} from '@skyra/discord-components-core';
import { type CSSResult, css } from 'lit';

/** The page's own colours in the components' places, legible in both themes. */
const LOOKS: readonly [{ elementStyles: unknown[] }, CSSResult][] = [
  [
    DiscordMessages,
    css`
      :host {
        border: 0;
        color: var(--text);
        font-family: inherit;
        line-height: 1.4;
      }
    `,
  ],
  [
    DiscordMessage,
    css`
      :host {
        padding-right: 1rem;
        color: var(--text);
        font-family: inherit;
      }
      :host(:hover) {
        background-color: var(--hover);
      }
      .discord-message-timestamp,
      .discord-message-edited {
        color: var(--text-muted);
        font-size: 0.75rem;
      }
      .discord-message-content {
        min-width: 0;
      }
      .discord-message-body {
        white-space: normal;
      }
    `,
  ],
  [
    DiscordAuthorInfo,
    css`
      :host .discord-author-username {
        color: var(--text);
        font-weight: 600;
        cursor: auto;
      }
    `,
  ],
  [
    DiscordVerifiedAuthorTag,
    css`
      :host {
        background-color: var(--accent);
        color: var(--accent-text);
        font-size: 0.7rem;
      }
    `,
  ],
  [
    DiscordEmbed,
    css`
      :host {
        max-width: 100%;
        color: var(--text);
        font-size: 0.875rem;
        line-height: 1.4;
      }
      :host .discord-embed-wrapper {
        max-width: 520px;
        border-color: var(--border);
        background-color: var(--surface-raised);
      }
      :host .discord-left-border {
        background-color: var(--border);
      }
      :host .discord-embed-root,
      :host .discord-embed-wrapper .discord-embed-grid {
        grid-template-columns: minmax(0, 1fr);
        min-width: 0;
      }
    `,
  ],
  [
    DiscordEmbedDescription,
    css`
      :host {
        line-height: 1.4;
      }
    `,
  ],
  [
    DiscordEmbedField,
    css`
      :host {
        line-height: 1.4;
      }
    `,
  ],
  [
    DiscordEmbedFields,
    css`
      @media (max-width: 500px) {
        ::slotted([inline-index]) {
          grid-column: 1/13 !important;
        }
      }
    `,
  ],
  [
    DiscordEmbedFooter,
    css`
      :host {
        color: var(--text-muted);
      }
      :host .discord-footer-separator {
        color: inherit;
      }
    `,
  ],
];

/** Gives the components the page's look; to be called once, before any is drawn. */
export function adoptComponentStyles(): void {
  for (const [component, look] of LOOKS) component.elementStyles.push(look);
}
