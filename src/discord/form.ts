import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { Form } from '../interactions/command.ts';
import type { FormAnswer } from './interaction-payload.ts';

/** A form as Discord draws it. @see https://docs.discord.com/developers/components/reference#label */
export const formData = ({
  title,
  customId,
  fields,
}: Form['form']): APIModalInteractionResponseCallbackData => ({
  title,
  custom_id: customId,
  components: fields.map(({ id, label, description, most, value, required = false, short }) => ({
    type: ComponentType.Label,
    label,
    ...(description && { description }),
    component: {
      type: ComponentType.TextInput,
      custom_id: id,
      style: short ? TextInputStyle.Short : TextInputStyle.Paragraph,
      max_length: most,
      required,
      ...(value && { value }),
    },
  })),
});

/** The texts of a form that was sent in, by field, as well-formed Unicode. */
export const formFields = ({ components }: FormAnswer): Record<string, string> =>
  Object.fromEntries(
    components
      .flatMap(({ component, components: row = [] }) => [component, ...row])
      .flatMap((input) =>
        input?.custom_id !== undefined && input.value !== undefined
          ? [[input.custom_id, input.value.toWellFormed()]]
          : [],
      ),
  );
