import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Exchange } from '../rest/exchanges.ts';

/** The newest that are drawn. */
const SHOWN = 300;

/** What went over the wire between this Discord and the bot, in order. */
export function inspectorTemplate(
  exchanges: readonly Exchange[],
  close: () => void,
): TemplateResult {
  const shown = exchanges.slice(-SHOWN);
  return html`
    <section class="inspector" aria-label="Under the hood" id="inspector">
      <header>
        <h2>Under the hood</h2>
        <button type="button" class="plain" @click=${close}>Close</button>
      </header>
      <p class="muted">
        What this Discord tells the bot (→) and what the bot asks of it (←); times are from the
        interaction to the end of the request.
      </p>
      <ol tabindex="0" aria-label="Exchanges, oldest first">
        ${repeat(
          shown.map((exchange, index) => ({
            exchange,
            key: exchanges.length - shown.length + index,
          })),
          ({ key }) => key,
          ({ exchange }) => html`<li>${exchangeTemplate(exchange)}</li>`,
        )}
      </ol>
    </section>
  `;
}

function exchangeTemplate(exchange: Exchange): TemplateResult {
  const time = new Date(exchange.at).toLocaleTimeString('en-GB');
  if (exchange.kind === 'event') {
    return html`<details>
      <summary><time>${time}</time> → ${exchange.name} <b>${aboutEvent(exchange.body)}</b></summary>
      ${json(exchange.body)}
    </details>`;
  }
  const { method, path, status, delayMs, body, answer } = exchange;
  return html`<details>
    <summary>
      <time>${time}</time> ← ${method} ${shortened(path)}
      <b class=${status < 400 ? 'fine' : 'failure'}>${status}</b>
      ${delayMs === undefined ? nothing : html`<b>${delayMs.toFixed(1)} ms</b>`}
    </summary>
    ${body === undefined ? nothing : json(body)} ${answer === undefined ? nothing : json(answer)}
  </details>`;
}

/** What an interaction is about: a command's name, a component's id. */
function aboutEvent(body: unknown): string {
  const { data } = (body ?? {}) as { data?: { name?: string; custom_id?: string } };
  if (data?.name) return `/${data.name}`;
  return data?.custom_id ?? '';
}

/** What matters in a path: no version, no tokens. */
const shortened = (path: string): string =>
  path.replace('/api/v10', '').replace(/[\w-]{40,}/g, '…');

const json = (value: unknown) => html`<pre>${JSON.stringify(value, null, 2)}</pre>`;
