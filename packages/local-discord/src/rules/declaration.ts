import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';

/** The parts of a declared option that rules look at, whatever its type. */
export type DeclaredOption = {
  type: number;
  name: string;
  description: string;
  name_localizations?: Localizations;
  description_localizations?: Localizations;
  required?: boolean | null | undefined;
  autocomplete?: boolean | null | undefined;
  choices?: readonly DeclaredChoice[] | null | undefined;
  options?: readonly DeclaredOption[] | null | undefined;
  min_value?: number | null | undefined;
  max_value?: number | null | undefined;
  min_length?: number | null | undefined;
  max_length?: number | null | undefined;
  channel_types?: readonly number[] | null | undefined;
};

/** Whether it is a subcommand or a group of them, and not an option to fill in. */
export const isStep = ({ type }: DeclaredOption): boolean =>
  type === Type.Subcommand || type === Type.SubcommandGroup;

export type DeclaredChoice = {
  name: string;
  value: string | number;
  name_localizations?: Localizations;
};

/** The same for a command. */
export type Declaration = {
  type?: number | null | undefined;
  name: string;
  description?: string | null | undefined;
  name_localizations?: Localizations;
  description_localizations?: Localizations;
  options?: readonly DeclaredOption[] | null | undefined;
  contexts?: readonly number[] | null | undefined;
  integration_types?: readonly number[] | null | undefined;
};

type Localizations = { readonly [locale: string]: string | null | undefined } | null | undefined;

/**
 * Characters of a command's names, descriptions and values, its options and choices included; of
 * translations only the longest counts.
 * @see https://docs.discord.com/developers/interactions/application-commands#application-command-object
 */
export function commandSize(part: Declaration | DeclaredOption): number {
  const choices = 'choices' in part ? (part.choices ?? []) : [];
  return (
    longest(part.name, part.name_localizations) +
    longest(part.description ?? '', part.description_localizations) +
    sum(part.options ?? [], commandSize) +
    sum(
      choices,
      (choice) => longest(choice.name, choice.name_localizations) + String(choice.value).length,
    )
  );
}

const longest = (text: string, translations: Localizations): number =>
  Math.max(text.length, ...Object.values(translations ?? {}).map((other) => other?.length ?? 0));

const sum = <Item>(items: readonly Item[], length: (item: Item) => number): number =>
  items.reduce((total, item) => total + length(item), 0);
