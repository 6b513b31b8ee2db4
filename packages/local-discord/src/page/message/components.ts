import {
  type APIButtonComponent,
  type APIMessage,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { AnyComponent } from '../../rules/component-tree.ts';
import { outwardAddress } from '../markdown/address.ts';
import { type Mentioned, markdown } from '../markdown/render.ts';
import type { Scene } from '../scene.ts';
import './select-menu.ts';

/** The message that components stand on, and its surroundings. */
type Around = { message: APIMessage; scene: Scene; mentioned: Mentioned };

/** What can be used on a message, row by row. */
export const componentsTemplate = (around: Around): TemplateResult => html`
  <div slot="components" class="components">
    ${(around.message.components ?? []).map((row) => draw(row, around))}
  </div>
`;

function draw(component: AnyComponent, around: Around): TemplateResult | typeof nothing {
  switch (component.type) {
    case ComponentType.Button:
      return drawButton(component, around);
    case ComponentType.StringSelect: {
      const { message, scene } = around;
      return html`<select-menu
        .component=${component}
        .isPending=${isPending(component.custom_id, around)}
        .choose=${(values: readonly string[]) =>
          scene.actions.select(message.id, component.custom_id, values)}
      ></select-menu>`;
    }
    case ComponentType.TextDisplay:
      return html`<div class="text">${markdown(component.content, around.mentioned)}</div>`;
    case ComponentType.Separator:
      return html`<hr />`;
    default: {
      const inside = 'components' in component ? (component.components as AnyComponent[]) : [];
      return html`<div class="row">${inside.map((one) => draw(one, around))}</div>`;
    }
  }
}

const STYLES: Partial<Record<ButtonStyle, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
};

function drawButton(button: APIButtonComponent, around: Around) {
  const label = html`${'emoji' in button ? button.emoji?.name : nothing}
  ${'label' in button ? button.label : nothing}`;
  if (button.style === ButtonStyle.Link) {
    const address = outwardAddress(button.url);
    return html`<a class="button" href=${address ?? nothing} target="_blank" rel="noopener noreferrer"
      >${label} <span aria-hidden="true">↗</span></a
    >`;
  }
  if (!('custom_id' in button)) return nothing;
  const { message, scene } = around;
  const waits = isPending(button.custom_id, around);
  return html`<button
    type="button"
    class="button ${STYLES[button.style] ?? ''}"
    aria-busy=${waits}
    ?disabled=${button.disabled}
    @click=${() => !waits && scene.actions.click(message.id, button.custom_id)}
  >
    ${label}
  </button>`;
}

const isPending = (customId: string, { scene }: Around): boolean =>
  scene.attempts.some((attempt) => attempt.customId === customId && attempt.state === 'pending');
