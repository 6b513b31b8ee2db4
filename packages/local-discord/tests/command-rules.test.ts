import { describe, expect, test } from 'vitest';
import { callback, declare, openDiscord, opening, SEARCH } from '../testing/open-discord.ts';
import { violations } from './error-body.ts';

const x = (length: number) => 'x'.repeat(length);
const many = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index));

const option = (more: object = {}) => ({ type: 3, name: 'query', description: 'Words', ...more });
const command = (more: object = {}) => ({ name: 'search', description: 'Finds', ...more });

describe('a command is refused', () => {
  test.each<[string, object]>([
    ['0.name: APPLICATION_COMMAND_INVALID_NAME', command({ name: 'Search' })],
    ['0.name: APPLICATION_COMMAND_INVALID_NAME', command({ name: 'two words' })],
    ['0.name: BASE_TYPE_MAX_LENGTH', command({ name: x(33) })],
    ['0.description: BASE_TYPE_REQUIRED', command({ description: undefined })],
    ['0.description: BASE_TYPE_MAX_LENGTH', command({ description: x(101) })],
    [
      '0.options: BASE_TYPE_MAX_LENGTH',
      command({ options: many(26, (index) => option({ name: `o${index}` })) }),
    ],
    [
      '0.options.0.name: APPLICATION_COMMAND_INVALID_NAME',
      command({ options: [option({ name: 'Query' })] }),
    ],
    [
      '0.options.0.description: BASE_TYPE_REQUIRED',
      command({ options: [option({ description: '' })] }),
    ],
    ['0.options.0.type: BASE_TYPE_CHOICES', command({ options: [option({ type: 99 })] })],
    [
      '0.options.0.max_length: NUMBER_TYPE_MAX',
      command({ options: [option({ max_length: 6001 })] }),
    ],
    [
      '0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
      command({ options: [option(), option({ name: 'from', required: true })] }),
    ],
    [
      '0.options.1.name: APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
      command({ options: [option(), option()] }),
    ],
    [
      '0.options.0.autocomplete: APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_EXCLUSIVE',
      command({ options: [option({ autocomplete: true, choices: [{ name: 'A', value: 'a' }] })] }),
    ],
    [
      '0.options.0.choices.0.name: BASE_TYPE_MAX_LENGTH',
      command({ options: [option({ choices: [{ name: x(101), value: 'a' }] })] }),
    ],
    [
      '0.options.0.choices.0.value: BASE_TYPE_MAX_LENGTH',
      command({ options: [option({ choices: [{ name: 'A', value: x(101) }] })] }),
    ],
    [
      '0.options.0.choices: BASE_TYPE_MAX_LENGTH',
      command({
        options: [
          option({ choices: many(26, (index) => ({ name: `${index}`, value: `${index}` })) }),
        ],
      }),
    ],
    [
      '0: APPLICATION_COMMAND_TOO_LARGE',
      command({
        options: many(25, (index) =>
          option({
            name: `o${index}`,
            description: x(100),
            choices: many(3, (choice) => ({ name: `${choice}`, value: `${choice}`.padEnd(100) })),
          }),
        ),
      }),
    ],
    ['0.contexts.0: BASE_TYPE_CHOICES', command({ contexts: [3] })],
  ])('%s', async (expected, declared) => {
    const discord = await openDiscord();
    const { status, body } = await declare(discord, [declared]);
    expect([status, body.code]).toEqual([400, 50035]);
    expect(violations(body.errors)).toEqual([expected]);
    expect(discord.commands()).toEqual([]);
  });

  test('where two share a name', async () => {
    const { body } = await declare(await openDiscord(), [command(), command()]);
    expect(violations(body.errors)).toEqual(['1: APPLICATION_COMMANDS_DUPLICATE_NAME']);
  });
});

test('commands keep their ids when declared again, and are given back as Discord does', async () => {
  const discord = await openDiscord();
  const [first] = (await declare(discord)).body;
  const options = [option({ required: false, min_length: null })];
  const permissions = { default_member_permissions: '32' };
  const [again] = (await declare(discord, [{ ...SEARCH, options, ...permissions }])).body;
  expect(again.id).toBe(first.id);
  expect(again.version).not.toBe(first.version);
  expect(again).toMatchObject({
    default_member_permissions: '32',
    nsfw: false,
    contexts: [0, 1, 2],
  });
  expect(again.options).toEqual([option()]);
  const names = (who: string) => discord.commands({ as: who }).map(({ name }) => name);
  expect([names('ada'), names('ben')]).toEqual([['search'], []]);
});

describe('an autocompletion is refused', () => {
  const choice = (more: object = {}) => ({ name: 'Title', value: 'id', ...more });
  test.each<[string, readonly object[]]>([
    ['data.choices: BASE_TYPE_MAX_LENGTH', many(26, (index) => choice({ value: `${index}` }))],
    ['data.choices.0.name: BASE_TYPE_MAX_LENGTH', [choice({ name: x(101) })]],
    ['data.choices.0.name: BASE_TYPE_REQUIRED', [choice({ name: ' ' })]],
    ['data.choices.0.value: BASE_TYPE_MAX_LENGTH', [choice({ value: x(101) })]],
    ['data.choices.0.value: STRING_TYPE_CONVERT', [choice({ value: 5 })]],
  ])('%s', async (expected, choices) => {
    const discord = await openDiscord({ acknowledgeWithinMs: 200 });
    await declare(discord);
    let offered: unknown;
    const interaction = await opening(discord, async (ada) => {
      offered = await ada.autocomplete('search', 'query', 'x');
      return ada.command('search', { query: 'x' });
    });
    const { body } = await callback(discord, interaction, { type: 8, data: { choices } });
    expect(violations(body.errors)).toEqual([expected]);
    await interaction.outcome;
    expect(offered).toEqual([]);
  });
});
