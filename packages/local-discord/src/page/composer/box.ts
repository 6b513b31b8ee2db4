import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Composer, List } from './composer.ts';
import type { Controller } from './controller.ts';
import { type Draft, type Field, furtherOptions } from './draft.ts';
import { LIST_ID, listTemplate, rowId } from './list.ts';

type Surroundings = {
  composer: Composer;
  list: List | undefined;
  control: Controller;
  /** Whom or what one writes to: `#general`. */
  placeName: string;
};

/** The id of the field where the person is. */
export const fieldId = (focus: Composer['focus']): string => `composer-${focus}`;

/** The box for writing, the list above it, and what was refused. */
export function composerTemplate(around: Surroundings): TemplateResult {
  const { composer, list, control } = around;
  const { draft, refusal, isListOpen, highlighted } = composer;
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!(currentTarget as Element).contains(relatedTarget as Node | null)) control.leave();
  };
  return html`
    <div class="composer" @keydown=${pressed(control)} @focusout=${leave}>
      ${list && isListOpen ? listTemplate(list, highlighted, control) : nothing}
      ${refusal ? html`<p role="alert" class="refusal">${refusal}</p>` : nothing}
      <div class="box">
        ${draft ? draftTemplate(draft, around) : textTemplate(around)}
        <button type="button" class="primary send" @click=${control.send}>Send</button>
      </div>
    </div>
  `;
}

const pressed = (control: Controller) => (event: KeyboardEvent) => {
  const isField = event.target instanceof HTMLInputElement;
  if (!isField || event.isComposing || event.shiftKey || event.ctrlKey || event.metaKey) return;
  if (control.press(event.key)) event.preventDefault();
};

/** What makes an input one of a combobox, whose list stands above the box. */
const inputTemplate = (
  { composer, list, control }: Surroundings,
  focus: Composer['focus'],
  name: string,
  { text, placeholder = '', isRequired = false }: Input,
  write: (text: string) => void,
) => {
  const isHere = composer.focus === focus;
  const hasRows = isHere && composer.isListOpen && list !== undefined && list.rows.length > 0;
  return html`<input
    id=${fieldId(focus)}
    role="combobox"
    aria-label=${name}
    aria-autocomplete="list"
    aria-expanded=${hasRows}
    aria-controls=${ifDefined(hasRows ? LIST_ID : undefined)}
    aria-activedescendant=${ifDefined(
      hasRows && composer.highlighted >= 0 ? rowId(composer.highlighted) : undefined,
    )}
    aria-required=${isRequired}
    aria-invalid=${composer.refusal?.startsWith(`${name}:`) ?? false}
    placeholder=${placeholder}
    autocomplete="off"
    spellcheck="false"
    .value=${live(text)}
    @input=${(event: InputEvent) => write((event.target as HTMLInputElement).value)}
    @focus=${() => control.enter(focus)}
  />`;
};

type Input = { text: string; placeholder?: string; isRequired?: boolean };

function textTemplate(around: Surroundings): TemplateResult {
  const { composer, control, placeName } = around;
  const name = `Message ${placeName}`;
  const input = { text: composer.text, placeholder: `${name}, or / for commands` };
  return html`${inputTemplate(around, 'text', name, input, control.typeText)}`;
}

function draftTemplate(draft: Draft, around: Surroundings): TemplateResult {
  const { command, fields, more } = draft;
  const further = furtherOptions({ ...draft, more: '' }).length;
  return html`
    <div role="group" class="draft" aria-label="/${command.name}">
      <span class="pill">/${command.name}</span>
      ${fields.map((field, index) => fieldTemplate(field, index, around))}
      ${inputTemplate(
        around,
        'more',
        'More options',
        { text: more, placeholder: further > 0 ? `+${further} more` : '' },
        around.control.typeMore,
      )}
    </div>
  `;
}

function fieldTemplate({ option, text }: Field, index: number, around: Surroundings) {
  const { name, required } = option;
  const input = { text, isRequired: required ?? false };
  const write = (value: string) => around.control.typeField(index, value);
  return html`<span class="field">
    <span class="field-name" aria-hidden="true">${name}</span>
    ${inputTemplate(around, index, name, input, write)}
  </span>`;
}
