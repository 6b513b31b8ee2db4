import { ApplicationCommandType } from 'discord-api-types/v10';
import { commandSize, type Declaration } from './declaration.ts';
import { nameViolations } from './name-rules.ts';
import { optionViolations } from './option-rules.ts';
import { isBlank, repeats, required, type Violation, violation, within } from './violation.ts';

/** Characters of names, descriptions and values of one command. */
const MAX_SIZE = 8000;

/** What the schema leaves open for a command's name, description and options. */
export function commandViolations(command: Declaration): readonly Violation[] {
  const isSlash = (command.type ?? ApplicationCommandType.ChatInput) === 1;
  const size = commandSize(command);
  return [
    ...(isSlash ? slashViolations(command) : menuViolations(command)),
    ...(size > MAX_SIZE
      ? [
          violation(
            [],
            'APPLICATION_COMMAND_TOO_LARGE',
            `Command exceeds maximum size (${MAX_SIZE})`,
          ),
        ]
      : []),
    ...(['contexts', 'integration_types'] as const).flatMap((field) =>
      repeats(command[field] ?? [], (value) => value).map(({ index }) =>
        violation([field, index], 'SET_TYPE_DUPLICATE', 'Values must be unique.'),
      ),
    ),
  ];
}

/** Commands of one kind may not share a name. */
export const commandNameViolations = (commands: readonly Declaration[]): readonly Violation[] =>
  repeats(commands, ({ type, name }) => `${type ?? 1} ${name}`).map(({ index }) =>
    violation(
      [index],
      'APPLICATION_COMMANDS_DUPLICATE_NAME',
      'Application command names must be unique',
    ),
  );

const slashViolations = (command: Declaration): readonly Violation[] => [
  ...nameViolations(command.name),
  ...(isBlank(command.description) ? [required('description')] : []),
  ...within(optionViolations(command.options ?? []), 'options'),
];

const menuViolations = (command: Declaration): readonly Violation[] => [
  ...(command.description
    ? [
        violation(
          ['description'],
          'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID',
          'Context menu commands cannot have description',
        ),
      ]
    : []),
  ...(command.options?.length
    ? [
        violation(
          ['options'],
          'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID',
          'Context menu commands cannot have options',
        ),
      ]
    : []),
];
