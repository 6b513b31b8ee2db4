import { html, nothing, type TemplateResult } from 'lit';
import type { View, ViewedPlace } from '../control/view.ts';

type Actions = { openPlace(id: string): void; become(name: string): void };

/** The places, and who one is. */
export function sidebarTemplate(
  { me, people, places }: View,
  place: ViewedPlace,
  actions: Actions,
): TemplateResult {
  const servers = [...new Set(places.flatMap(({ server }) => server ?? [])), undefined];
  return html`
    <nav aria-label="Channels" id="channels">
      ${servers.map(
        (server) => html`
          <h2>${server ?? 'Direct messages'}</h2>
          <ul>
            ${inOrder(places.filter((one) => one.server === server)).map(
              (one) => html`<li>${placeButton(one, one.id === place.id, actions)}</li>`,
            )}
          </ul>
        `,
      )}
    </nav>
    <div class="people" role="group" aria-label="You are">
      <span aria-hidden="true">You are</span>
      ${people.map(
        ({ id, username, global_name }) => html`
          <button
            type="button"
            aria-pressed=${id === me.id}
            @click=${() => actions.become(username)}
          >
            <img src="/page/avatar/${id}.svg" alt="" width="20" height="20" />${global_name ?? username}
          </button>
        `,
      )}
    </div>
  `;
}

/** Threads below their channels. */
const inOrder = (places: readonly ViewedPlace[]): readonly ViewedPlace[] =>
  places
    .filter(({ kind }) => kind !== 'thread')
    .flatMap((channel) => [channel, ...places.filter(({ parentId }) => parentId === channel.id)]);

const placeButton = (place: ViewedPlace, isHere: boolean, actions: Actions) => html`
  <button
    type="button"
    class="place ${place.kind}"
    aria-current=${isHere ? 'page' : nothing}
    @click=${() => actions.openPlace(place.id)}
  >
    ${placeName(place)}
  </button>
`;

/** A place's name as one reads it: a channel with its sign. */
export const placeName = ({ kind, name }: ViewedPlace): string =>
  kind === 'channel' ? `# ${name}` : name;

/** The same as one addresses it: `#general`. */
export const addressOf = (place: ViewedPlace): string => placeName(place).replace('# ', '#');
