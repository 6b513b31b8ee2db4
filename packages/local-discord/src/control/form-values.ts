import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { NotSent } from './not-sent.ts';

type Modal = APIModalInteractionResponseCallbackData;
type Input = APITextInputComponent | APIComponentInLabel;

/**
 * A filled form as an interaction carries it: its layout, with values in place of inputs.
 * @throws NotSent for a missing or too long text
 */
export function fillForm(modal: Modal, values: Readonly<Record<string, string>>): object {
  const fill = (input: Input, label?: string): object => {
    if (input.type !== ComponentType.TextInput) {
      throw new NotSent('Only text can be filled in from here.');
    }
    const { custom_id, required = true, min_length = 0, max_length = 4000, value = '' } = input;
    const text = values[custom_id] ?? value;
    const name = label ?? (('label' in input && input.label) || custom_id);
    if (required && !text) throw new NotSent(`${name}: This is required.`);
    if (text && text.length < min_length) {
      throw new NotSent(`${name}: At least ${min_length} characters are needed.`);
    }
    if (text.length > max_length) {
      throw new NotSent(`${name}: At most ${max_length} characters are allowed.`);
    }
    return { type: ComponentType.TextInput, custom_id, value: text };
  };
  const components = modal.components.map((part, index) => {
    const id = index + 1;
    if (part.type === ComponentType.ActionRow) {
      return { id, type: part.type, components: part.components.map((input) => fill(input)) };
    }
    if (part.type === ComponentType.Label) {
      return { id, type: part.type, component: fill(part.component, part.label) };
    }
    return { id, type: part.type };
  });
  return { custom_id: modal.custom_id, components };
}
