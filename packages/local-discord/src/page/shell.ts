import { html, nothing, type TemplateResult } from 'lit';
import type { View, ViewedPlace } from '../control/view.ts';
import type { Actions } from './actions.ts';
import { composerTemplate } from './composer/box.ts';
import type { Controller } from './composer/controller.ts';
import { conversationTemplate } from './conversation.ts';
import { formTemplate } from './form.ts';
import { hoodTemplate } from './hood.ts';
import { addressOf, placeName, sidebarTemplate } from './sidebar.ts';
import type { State } from './state.ts';
import { switchTheme } from './theme.ts';
import { welcomeTemplate } from './welcome.ts';

/** What the page's frame can do. */
export type Frame = {
  actions: Actions;
  control: Controller;
  become(name: string): void;
  toggleHood(): void;
  toggleList(): void;
  /** Puts a refusal away. */
  forgetRefusal(): void;
};

/** The whole page. */
export function pageTemplate(state: State, frame: Frame): TemplateResult {
  const { view } = state;
  const place = view && placeOf(state, view);
  if (!view || !place) {
    return html`<p class="status" role="status">
      ${state.isReachable ? 'Opening…' : 'This Discord cannot be reached. Is it still running?'}
    </p>`;
  }
  const { actions, control } = frame;
  const { composer, commands, messageCommands, word, form, isHoodOpen, isListOpen } = state;
  return html`
    <div class="page ${isListOpen ? 'with-list' : ''} ${isHoodOpen ? 'with-hood' : ''}">
      <div class="sidebar">
        ${sidebarTemplate(view, place, { openPlace: actions.openPlace, become: frame.become })}
      </div>
      <main>
        ${headerTemplate(place, state, frame)} ${statusTemplate(view, state, frame)}
        ${conversationTemplate(view, place, { actions, messageCommands }, welcomeTemplate(place, commands, word, actions.suggest))}
        ${composerTemplate({ composer, list: control.list(), control, placeName: addressOf(place) })}
      </main>
      ${isHoodOpen ? hoodTemplate(view.exchanges, frame.toggleHood) : nothing}
      ${form ? formTemplate(form, actions) : nothing}
    </div>
  `;
}

/** Where the person is, or the first place where that is not there any more. */
export const placeOf = ({ placeId }: Pick<State, 'placeId'>, { places }: View) =>
  places.find(({ id }) => id === placeId) ?? places[0];

const headerTemplate = (place: ViewedPlace, state: State, frame: Frame) => html`
  <header>
    <button
      type="button"
      class="plain list-toggle"
      aria-expanded=${state.isListOpen}
      aria-controls="channels"
      @click=${frame.toggleList}
    >
      Channels
    </button>
    <h1>${placeName(place)}</h1>
    <button type="button" class="plain" @click=${switchTheme}>Theme</button>
    <button
      type="button"
      class="plain"
      aria-expanded=${state.isHoodOpen}
      aria-controls="hood"
      @click=${frame.toggleHood}
    >
      Under the hood
    </button>
  </header>
`;

/** What is wrong at the moment. */
function statusTemplate(view: View, { isReachable, refusal }: State, frame: Frame) {
  const trouble = !isReachable
    ? 'This Discord cannot be reached; trying again.'
    : !view.isConnected
      ? 'The bot is not connected; what is sent now gets no answer.'
      : undefined;
  return html`
    ${trouble ? html`<p class="status" role="status">${trouble}</p>` : nothing}
    ${
      refusal
        ? html`<p class="refusal" role="alert">
            ${refusal}
            <button type="button" class="link" @click=${frame.forgetRefusal}>Close</button>
          </p>`
        : nothing
    }
  `;
}
