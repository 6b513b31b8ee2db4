import type { ModalSubmitInteraction } from 'discord.js';
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { Form } from '../interactions/command.ts';

/** A form as Discord draws it. @see https://docs.discord.com/developers/components/reference#label */
export const formData = ({
  title,
  customId,
  fields,
}: Form['form']): APIModalInteractionResponseCallbackData => ({
  title,
  custom_id: customId,
  components: fields.map(({ id, label, description, most, value, required = false }) => ({
    type: ComponentType.Label,
    label,
    ...(description && { description }),
    component: {
      type: ComponentType.TextInput,
      custom_id: id,
      style: TextInputStyle.Paragraph,
      max_length: most,
      required,
      ...(value && { value }),
    },
  })),
});

/** The texts of a form that was sent in, by field, as well-formed Unicode. */
export const formFields = ({ fields }: ModalSubmitInteraction): Record<string, string> =>
  Object.fromEntries(
    fields.fields
      .filter((field) => field.type === ComponentType.TextInput)
      .map((field) => [field.customId, field.value.toWellFormed()]),
  );
