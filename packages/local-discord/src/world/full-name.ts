import {
  type APIApplicationCommandInteractionDataOption as Option,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';

/** A command's name with those of its group and subcommand. */
export function fullName({
  name,
  options = [],
}: {
  name: string;
  options?: readonly unknown[];
}): string {
  const inner = (options as readonly Option[]).find(
    (option) => option.type === Type.Subcommand || option.type === Type.SubcommandGroup,
  );
  return inner ? `${name} ${fullName(inner as { name: string; options?: Option[] })}` : name;
}
