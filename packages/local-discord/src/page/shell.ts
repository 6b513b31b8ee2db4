import { html, nothing, type TemplateResult } from 'lit';
import type { View, ViewedPlace } from '../control/view.ts';
import type { Actions } from './actions.ts';
import { composerTemplate } from './composer/box.ts';
import type { Controller } from './composer/controller.ts';
import { conversationTemplate } from './conversation.ts';
import { formTemplate } from './form.ts';
import { inspectorTemplate } from './inspector.ts';
import { addressOf, placeName, sidebarTemplate } from './sidebar.ts';
import type { State } from './state.ts';
import { switchTheme } from './theme.ts';
import { welcomeTemplate } from './welcome.ts';

/** What can be done on the page outside of messages and the composer. */
export type PageActions = {
  actions: Actions;
  control: Controller;
  become(name: string): void;
  toggleInspector(): void;
  toggleList(): void;
  /** Puts a refusal away. */
  forgetRefusal(): void;
};

/** The whole page. */
export function pageTemplate(state: State, page: PageActions): TemplateResult {
  const { view } = state;
  const place = view && placeOf(state, view);
  if (!view || !place) {
    return html`<p class="status" role="status">
      ${state.isReachable ? 'Opening…' : 'This Discord cannot be reached. Is it still running?'}
    </p>`;
  }
  const { actions, control } = page;
  const { composer, commands, messageCommands, editing, word, form, isInspectorOpen, isListOpen } =
    state;
  return html`
    <div class="page ${isListOpen ? 'with-list' : ''} ${isInspectorOpen ? 'with-inspector' : ''}">
      <div class="sidebar">
        ${sidebarTemplate(view, place, { openPlace: actions.openPlace, become: page.become })}
      </div>
      <main>
        ${headerTemplate(place, state, page)} ${statusTemplate(view, state, page)}
        ${conversationTemplate(view, place, { actions, messageCommands, editing }, welcomeTemplate(place, commands, word, actions.suggest))}
        ${composerTemplate({ composer, list: control.list(), control, placeName: addressOf(place), editLast: () => actions.editLast(place.id) })}
      </main>
      ${isInspectorOpen ? inspectorTemplate(view.exchanges, page.toggleInspector) : nothing}
      ${form ? formTemplate(form, actions) : nothing}
    </div>
  `;
}

/** Where the person is, or the first place where that is not there any more. */
export const placeOf = ({ placeId }: Pick<State, 'placeId'>, { places }: View) =>
  places.find(({ id }) => id === placeId) ?? places[0];

const headerTemplate = (place: ViewedPlace, state: State, page: PageActions) => html`
  <header>
    <button
      type="button"
      class="plain list-toggle"
      aria-expanded=${state.isListOpen}
      aria-controls="channels"
      @click=${page.toggleList}
    >
      Channels
    </button>
    <h1>${placeName(place)}</h1>
    <button type="button" class="plain" @click=${switchTheme}>Theme</button>
    <button
      type="button"
      class="plain"
      aria-expanded=${state.isInspectorOpen}
      aria-controls="inspector"
      @click=${page.toggleInspector}
    >
      Under the hood
    </button>
  </header>
`;

/** What is wrong at the moment. */
function statusTemplate(view: View, { isReachable, refusal }: State, page: PageActions) {
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
            <button type="button" class="link" @click=${page.forgetRefusal}>Close</button>
          </p>`
        : nothing
    }
  `;
}
