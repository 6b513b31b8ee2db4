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
import type { MessageContext } from '../message-context.ts';
import './select-menu.ts';

/** The message that components stand on, and its surroundings. */
type Props = { message: APIMessage; context: MessageContext; mentioned: Mentioned };

/** What can be used on a message, row by row. */
export const componentsTemplate = (props: Props): TemplateResult => html`
  <div slot="components" class="components">
    ${(props.message.components ?? []).map((row) => draw(row, props))}
  </div>
`;

function draw(component: AnyComponent, props: Props): TemplateResult | typeof nothing {
  switch (component.type) {
    case ComponentType.Button:
      return drawButton(component, props);
    case ComponentType.StringSelect: {
      const { message, context } = props;
      return html`<select-menu
        .component=${component}
        .isPending=${isPending(component.custom_id, props)}
        .choose=${(values: readonly string[]) =>
          context.actions.select(message.id, component.custom_id, values)}
      ></select-menu>`;
    }
    case ComponentType.TextDisplay:
      return html`<div class="text">${markdown(component.content, props.mentioned)}</div>`;
    case ComponentType.Separator:
      return html`<hr />`;
    default: {
      const inside = 'components' in component ? (component.components as AnyComponent[]) : [];
      return html`<div class="row">${inside.map((one) => draw(one, props))}</div>`;
    }
  }
}

const STYLES: Partial<Record<ButtonStyle, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
};

function drawButton(button: APIButtonComponent, props: Props) {
  const label = html`${'emoji' in button ? button.emoji?.name : nothing}
  ${'label' in button ? button.label : nothing}`;
  if (button.style === ButtonStyle.Link) {
    const address = outwardAddress(button.url);
    return html`<a class="button" href=${address ?? nothing} target="_blank" rel="noopener noreferrer"
      >${label} <span aria-hidden="true">↗</span></a
    >`;
  }
  if (!('custom_id' in button)) return nothing;
  const { message, context } = props;
  const waits = isPending(button.custom_id, props);
  return html`<button
    type="button"
    class="button ${STYLES[button.style] ?? ''}"
    aria-busy=${waits}
    ?disabled=${button.disabled}
    @click=${() => !waits && context.actions.click(message.id, button.custom_id)}
  >
    ${label}
  </button>`;
}

const isPending = (customId: string, { context }: Props): boolean =>
  context.attempts.some((attempt) => attempt.customId === customId && attempt.state === 'pending');
