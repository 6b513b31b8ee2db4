import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Composer, SuggestionList } from './composer.ts';
import type { Controller } from './controller.ts';
import { type Draft, type Field, furtherOptions } from './draft.ts';
import { LIST_ID, rowId, suggestionListTemplate } from './suggestion-list.ts';

type Props = {
  composer: Composer;
  list: SuggestionList | undefined;
  control: Controller;
  /** Whom or what one writes to: `#general`. */
  placeName: string;
  /** Opens what one wrote last here for editing. */
  editLast(): void;
};

/** The id of the field where the person is. */
export const fieldId = (focus: Composer['focus']): string => `composer-${focus}`;

/** The box for writing, the list above it, and what was refused. */
export function composerTemplate(props: Props): TemplateResult {
  const { composer, list, control } = props;
  const { draft, refusal, isListOpen, highlighted } = composer;
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!(currentTarget as Element).contains(relatedTarget as Node | null)) control.leave();
  };
  return html`
    <div class="composer" @keydown=${pressed(props)} @focusout=${leave}>
      ${list && isListOpen ? suggestionListTemplate(list, highlighted, control) : nothing}
      ${refusal ? html`<p role="alert" class="refusal">${refusal}</p>` : nothing}
      <div class="box">
        ${draft ? draftTemplate(draft, props) : textTemplate(props)}
        <button type="button" class="primary send" @click=${control.send}>Send</button>
      </div>
    </div>
  `;
}

const pressed =
  ({ control, composer, editLast }: Props) =>
  (event: KeyboardEvent) => {
    // A browser opens its own dialog by the keys of a field for files.
    const isField = event.target instanceof HTMLInputElement && event.target.type !== 'file';
    if (!isField || event.isComposing || event.shiftKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowUp' && !composer.draft && composer.text === '') return editLast();
    if (control.press(event.key)) event.preventDefault();
  };

/** What makes an input one of a combobox, whose list stands above the box. */
const inputTemplate = (
  { composer, list, control }: Props,
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

function textTemplate(props: Props): TemplateResult {
  const { composer, control, placeName } = props;
  const name = `Message ${placeName}`;
  const input = { text: composer.text, placeholder: `${name}, or / for commands` };
  const attach = (event: Event) => {
    const chooser = event.target as HTMLInputElement;
    void control.attach([...(chooser.files ?? [])]);
    chooser.value = '';
    document.getElementById(fieldId('text'))?.focus();
  };
  return html`
    <label class="attach" title="Attach files">
      <span aria-hidden="true">+</span>
      <input type="file" multiple aria-label="Attach files" @change=${attach} />
    </label>
    ${composer.files.map(
      ({ id, name: file }) => html`<button
        type="button"
        class="pill"
        aria-label="Remove ${file}"
        @click=${() => control.detach(id)}
      >${file} ×</button>`,
    )}
    ${inputTemplate(props, 'text', name, input, control.typeText)}
  `;
}

function draftTemplate(draft: Draft, props: Props): TemplateResult {
  const { command, fields, more } = draft;
  const further = furtherOptions({ ...draft, more: '' }).length;
  return html`
    <div role="group" class="draft" aria-label="/${command.name}">
      <span class="pill">/${command.name}</span>
      ${fields.map((field, index) => fieldTemplate(field, index, props))}
      ${inputTemplate(
        props,
        'more',
        'More options',
        { text: more, placeholder: further > 0 ? `+${further} more` : '' },
        props.control.typeMore,
      )}
    </div>
  `;
}

function fieldTemplate(field: Field, index: number, props: Props) {
  const { option, text } = field;
  const { name, required } = option;
  if (option.type === ApplicationCommandOptionType.Attachment) {
    return fileFieldTemplate(field, index, props);
  }
  const input = { text, isRequired: required ?? false };
  const write = (value: string) => props.control.typeField(index, value);
  return html`<span class="field">
    <span class="field-name" aria-hidden="true">${name}</span>
    ${inputTemplate(props, index, name, input, write)}
  </span>`;
}

/** A field that a file is chosen for. */
function fileFieldTemplate({ option, text }: Field, index: number, { control, composer }: Props) {
  const { name, required } = option;
  const choose = (event: Event) => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file) void control.chooseFile(index, file);
  };
  return html`<label class="field">
    <span class="field-name" aria-hidden="true">${name}</span>
    <span class="file-name" aria-hidden="true">${text || 'Choose a file'}</span>
    <input
      id=${fieldId(index)}
      type="file"
      class="covered"
      aria-label=${text ? `${name}: ${text}` : name}
      aria-required=${required ?? false}
      aria-invalid=${composer.refusal?.startsWith(`${name}:`) ?? false}
      @change=${choose}
      @focus=${() => control.enter(index)}
    />
  </label>`;
}
