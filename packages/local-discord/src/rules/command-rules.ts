import { ApplicationCommandType } from 'discord-api-types/v10';
import { commandSize, type Declaration } from './declaration.ts';
import { type Fault, fault, isBlank, repeats, required, within } from './fault.ts';
import { nameFaults } from './name-rules.ts';
import { optionFaults } from './option-rules.ts';

/** Characters of names, descriptions and values of one command. */
const MAX_SIZE = 8000;

/** What the schema leaves open for a command's name, description and options. */
export function commandFaults(command: Declaration): readonly Fault[] {
  const isSlash = (command.type ?? ApplicationCommandType.ChatInput) === 1;
  const size = commandSize(command);
  return [
    ...(isSlash ? slashFaults(command) : menuFaults(command)),
    ...(size > MAX_SIZE
      ? [fault([], 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MAX_SIZE})`)]
      : []),
    ...(['contexts', 'integration_types'] as const).flatMap((field) =>
      repeats(command[field] ?? [], (value) => value).map(({ index }) =>
        fault([field, index], 'SET_TYPE_DUPLICATE', 'Values must be unique.'),
      ),
    ),
  ];
}

/** Commands of one kind may not share a name. */
export const commandNameFaults = (commands: readonly Declaration[]): readonly Fault[] =>
  repeats(commands, ({ type, name }) => `${type ?? 1} ${name}`).map(({ index }) =>
    fault(
      [index],
      'APPLICATION_COMMANDS_DUPLICATE_NAME',
      'Application command names must be unique',
    ),
  );

const slashFaults = (command: Declaration): readonly Fault[] => [
  ...nameFaults(command.name),
  ...(isBlank(command.description) ? [required('description')] : []),
  ...within(optionFaults(command.options ?? []), 'options'),
];

const menuFaults = (command: Declaration): readonly Fault[] => [
  ...(command.description
    ? [
        fault(
          ['description'],
          'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID',
          'Context menu commands cannot have description',
        ),
      ]
    : []),
  ...(command.options?.length
    ? [
        fault(
          ['options'],
          'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID',
          'Context menu commands cannot have options',
        ),
      ]
    : []),
];
