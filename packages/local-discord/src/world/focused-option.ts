import {
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  InteractionType,
} from 'discord-api-types/v10';

type Option = APIApplicationCommandInteractionDataOption<InteractionType>;

/** The option that someone is typing, in an autocompletion. */
export function focusedOption(payload: APIInteraction): Option | undefined {
  if (payload.type !== InteractionType.ApplicationCommandAutocomplete) return undefined;
  return search(payload.data.options as readonly Option[]);
}

const search = (options: readonly Option[] | undefined): Option | undefined =>
  options
    ?.map((option) =>
      'focused' in option && option.focused
        ? option
        : search('options' in option ? (option.options as readonly Option[]) : undefined),
    )
    .find((found) => found !== undefined);
