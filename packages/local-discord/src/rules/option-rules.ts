import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import type { DeclaredChoice, DeclaredOption } from './declaration.ts';
import { nameViolations } from './name-rules.ts';
import {
  isBlank,
  repeats,
  required,
  tooLong,
  type Violation,
  violation,
  within,
} from './violation.ts';

const MAX_CHOICE_VALUE = 100;

/**
 * What the schema leaves open for the options of a command: their order, their names, and which
 * of their settings go together.
 * @see https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure
 */
export function optionViolations(options: readonly DeclaredOption[]): readonly Violation[] {
  const firstOptional = options.findIndex((option) => !option.required && !isGroup(option));
  const mixed = options.some(isGroup) && !options.every(isGroup);
  return [
    ...options.flatMap((option, index) => [
      ...within(violationsOfOne(option), index),
      ...(option.required && firstOptional >= 0 && index > firstOptional
        ? [
            violation(
              [index],
              'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
              'Required options must be placed before non-required options',
            ),
          ]
        : []),
    ]),
    ...repeats(options, ({ name }) => name).map(({ index }) =>
      violation(
        [index, 'name'],
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        'Option name already exists',
      ),
    ),
    ...(mixed
      ? [
          violation(
            [],
            'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
            'Sub-command and sub-command group option types are mutually exclusive to all other types',
          ),
        ]
      : []),
  ];
}

const isGroup = ({ type }: DeclaredOption) =>
  type === Type.Subcommand || type === Type.SubcommandGroup;

function violationsOfOne(option: DeclaredOption): readonly Violation[] {
  const { choices, autocomplete } = option;
  return [
    ...nameViolations(option.name),
    ...(isBlank(option.description) ? [required('description')] : []),
    ...(autocomplete && choices?.length
      ? [
          violation(
            ['autocomplete'],
            'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_EXCLUSIVE',
            'Choices and autocomplete are mutually exclusive',
          ),
        ]
      : []),
    ...boundViolations(option, 'min_value', 'max_value'),
    ...boundViolations(option, 'min_length', 'max_length'),
    ...within(
      [...choiceViolations(choices ?? []), ...choiceNameViolations(choices ?? [])],
      'choices',
    ),
    ...within(optionViolations(option.options ?? []), 'options'),
  ];
}

function boundViolations(
  option: DeclaredOption,
  least: 'min_value' | 'min_length',
  most: 'max_value' | 'max_length',
): readonly Violation[] {
  const low = option[least] ?? Number.NEGATIVE_INFINITY;
  const high = option[most] ?? Number.POSITIVE_INFINITY;
  return low <= high
    ? []
    : [
        violation(
          [least],
          'APPLICATION_COMMAND_OPTIONS_MIN_GREATER_MAX',
          'Minimum cannot exceed maximum',
        ),
      ];
}

/** Also for the choices that an autocompletion is answered with. */
export function choiceViolations(
  choices: readonly (DeclaredChoice | null)[],
): readonly Violation[] {
  return choices.flatMap((choice, index) => {
    if (choice === null) return [];
    const { name, value } = choice;
    return [
      ...(isBlank(name) ? [required(index, 'name')] : []),
      ...(typeof value === 'string' && value.length > MAX_CHOICE_VALUE
        ? [tooLong([index, 'value'], MAX_CHOICE_VALUE)]
        : []),
      ...(value === '' ? [required(index, 'value')] : []),
    ];
  });
}

/** Declared choices, unlike suggested ones, may not share a name. */
const choiceNameViolations = (choices: readonly DeclaredChoice[]): readonly Violation[] =>
  repeats(choices, ({ name }) => name).map(({ index }) =>
    violation(
      [index, 'name'],
      'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
      'Option choice name already exists',
    ),
  );
