import type { APIApplicationCommand } from 'discord-api-types/v10';
import { type DeclaredOption, isStep } from '../rules/declaration.ts';
import { NotSent } from './not-sent.ts';

/** A command, or a subcommand of it, with the options that it takes. */
export type CommandPath = {
  command: APIApplicationCommand;
  /** Group and subcommand, from the outside in. */
  steps: readonly DeclaredOption[];
  options: readonly DeclaredOption[];
};

/**
 * Finds a command by its name, subcommands after blanks: `search`, `list add`.
 * @throws NotSent if there is none, or a subcommand is missing
 */
export function findCommand(
  commands: readonly APIApplicationCommand[],
  fullName: string,
): CommandPath {
  const [name, ...inner] = fullName.trim().split(/\s+/);
  const command = commands.find((one) => one.name === name);
  if (!command) throw new NotSent(`There is no command "/${name}" here.`);
  const steps: DeclaredOption[] = [];
  let options = (command.options ?? []) as readonly DeclaredOption[];
  for (const step of inner) {
    const found = options.find((option) => option.name === step && isStep(option));
    if (!found) throw new NotSent(`There is no command "/${fullName}" here.`);
    steps.push(found);
    options = found.options ?? [];
  }
  const next = options.find(isStep);
  if (next) throw new NotSent(`/${fullName} needs a subcommand, such as ${next.name}.`);
  return { command, steps, options };
}

/** Options put inside the steps that lead to them, as an interaction carries them. */
export const nest = (steps: CommandPath['steps'], options: readonly object[]): readonly object[] =>
  steps.reduceRight<readonly object[]>(
    (inside, { name, type }) => [{ name, type, options: inside }],
    options,
  );
