import type { APIApplicationCommand } from 'discord-api-types/v10';
import { type DeclaredOption, isStep } from '../../rules/declaration.ts';

/** A command that can be sent: one with subcommands gives one for each. */
export type Command = {
  /** `search`, or `list add`. */
  name: string;
  description: string;
  options: readonly DeclaredOption[];
};

/** All commands that can be sent, subcommands in place of what holds them. */
export const sendable = (declared: readonly APIApplicationCommand[]): readonly Command[] =>
  declared.flatMap(({ name, description, options }) =>
    unfold({ name, description, options: (options ?? []) as readonly DeclaredOption[] }),
  );

function unfold(command: Command): readonly Command[] {
  const steps = command.options.filter(isStep);
  if (steps.length === 0) return [command];
  return steps.flatMap(({ name, description, options }) =>
    unfold({ name: `${command.name} ${name}`, description, options: options ?? [] }),
  );
}

/** Those that fit what is typed after the slash: by their beginning first, then by any part. */
export function fitting(commands: readonly Command[], typed: string): readonly Command[] {
  const wanted = typed.replace(/^\//, '').trimStart().toLowerCase();
  const begins = commands.filter(({ name }) => name.startsWith(wanted));
  const holds = commands.filter(({ name }) => !name.startsWith(wanted) && name.includes(wanted));
  return [...begins, ...holds];
}
