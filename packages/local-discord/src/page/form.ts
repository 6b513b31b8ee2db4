import {
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';

/** A form that the bot has opened, and the interaction that it belongs to. */
export type OpenForm = {
  interaction: string;
  modal: APIModalInteractionResponseCallbackData;
  refusal: string | undefined;
};

type Actions = {
  submitForm(values: Record<string, string>): void;
  closeForm(): void;
};

type Asked = { label: string; description: string | undefined; input: APITextInputComponent };

/** The form as a dialog over everything else. */
export function formTemplate({ modal, refusal }: OpenForm, actions: Actions): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const entered = new FormData(event.target as HTMLFormElement);
    actions.submitForm(
      Object.fromEntries([...entered].map(([name, value]) => [name, String(value)])),
    );
  };
  return html`
    <dialog class="form" aria-labelledby="form-title" @cancel=${actions.closeForm}>
      <form @submit=${submit} novalidate>
        <h2 id="form-title">${modal.title}</h2>
        ${inputsOf(modal).map(field)}
        ${refusal ? html`<p role="alert" class="refusal">${refusal}</p>` : nothing}
        <div class="form-buttons">
          <button type="button" class="plain" @click=${actions.closeForm}>Cancel</button>
          <button type="submit" class="primary">Submit</button>
        </div>
      </form>
    </dialog>
  `;
}

function field({ label, description, input }: Asked): TemplateResult {
  const { custom_id, style, placeholder = '', value = '', required = true } = input;
  const id = `input-${custom_id}`;
  const box =
    style === TextInputStyle.Paragraph
      ? html`<textarea id=${id} name=${custom_id} rows="4" placeholder=${placeholder} .value=${value} ?required=${required}></textarea>`
      : html`<input id=${id} name=${custom_id} placeholder=${placeholder} .value=${value} ?required=${required} autocomplete="off" />`;
  return html`
    <label for=${id}>${label}${required ? html` <span aria-hidden="true">*</span>` : nothing}</label>
    ${description ? html`<p class="muted">${description}</p>` : nothing}
    ${box}
  `;
}

/** The texts that a form asks for, in either layout that Discord has. */
const inputsOf = (modal: APIModalInteractionResponseCallbackData): readonly Asked[] =>
  modal.components.flatMap((part): readonly Asked[] => {
    if (part.type === ComponentType.ActionRow) {
      return part.components.map((input) => ({
        label: input.label ?? input.custom_id,
        description: undefined,
        input,
      }));
    }
    if (part.type === ComponentType.Label && part.component.type === ComponentType.TextInput) {
      return [{ label: part.label, description: part.description, input: part.component }];
    }
    return [];
  });
