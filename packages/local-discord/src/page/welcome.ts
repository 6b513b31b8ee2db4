import { html, nothing, type TemplateResult } from 'lit';
import type { ViewedPlace } from '../control/view.ts';
import type { Command } from './composer/commands.ts';
import { placeName } from './sidebar.ts';

/** A command to try, as a button says it. */
type Suggestion = { label: string; command: string; values: Record<string, string> };

/** The beginning of every place: what one can do here. */
export function welcomeTemplate(
  place: ViewedPlace,
  commands: readonly Command[],
  word: string | null | undefined,
  send: (command: string, values: Record<string, string>) => void,
): TemplateResult {
  const suggestions = suggestionsFor(commands, word);
  return html`
    <section class="welcome" aria-label="Welcome">
      <h2>${placeName(place)}</h2>
      <p>
        This is a Discord of your own, on this machine only, with the real bot in it. Type
        <kbd>/</kbd> below for its commands${suggestions.length > 0 ? ', or begin here:' : '.'}
      </p>
      ${
        place.hasBot
          ? nothing
          : html`<p>The bot isn’t a member here: its commands come with those who installed it.</p>`
      }
      ${
        suggestions.length > 0
          ? html`<p class="suggestions">
              ${suggestions.map(
                ({ label, command, values }) => html`
                  <button type="button" class="primary" @click=${() => send(command, values)}>
                    ${label}
                  </button>
                `,
              )}
            </p>`
          : nothing
      }
      <details>
        <summary>Your own archive, and your own Discord</summary>
        <p>
          Save your listing pages as text, then make a corpus of them and start with it:
        </p>
        <pre>npm run -s import -- my-pages/ --out corpus.jsonl
CORPUS=corpus.jsonl npm start</pre>
        <p>
          To bring the bot into a real Discord, make an application at
          <a href="https://discord.com/developers/applications" target="_blank" rel="noopener noreferrer"
            >discord.com/developers/applications</a
          >, put its token into <code>.env</code> as <code>DISCORD_TOKEN</code>, and start again. The
          README tells every step.
        </p>
      </details>
    </section>
  `;
}

/** A search, today's anniversaries, a random document: as far as the bot has the commands. */
function suggestionsFor(commands: readonly Command[], word: string | null | undefined) {
  // All at once, so that none moves away from under the mouse.
  if (word === undefined) return [];
  const all: readonly (Suggestion | undefined)[] = [
    word === null
      ? undefined
      : { label: `Search for “${word}”`, command: 'search', values: { query: word } },
    { label: 'Today’s anniversaries', command: 'onthisday', values: {} },
    { label: 'A random document', command: 'random', values: {} },
  ];
  return all.filter((one): one is Suggestion => commands.some(({ name }) => name === one?.command));
}
