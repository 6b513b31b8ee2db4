import { describe, expect, test } from 'vitest';
import { callback, declare, openDiscord, opening, request, SEARCH } from '../support/sandbox.ts';

/** Faults of an error body as `path: code`, as the client's own message lists them. */
function faults(errors: object, path = ''): readonly string[] {
  return Object.entries(errors).flatMap(([key, value]) =>
    key === '_errors'
      ? value.map(({ code }: { code: string }) => `${path}: ${code}`)
      : faults(value, path ? `${path}.${key}` : key),
  );
}

const row = (...components: object[]) => ({ components: [{ type: 1, components }] });
const button = (more: object = {}) => ({
  type: 2,
  style: 1,
  label: 'Go',
  custom_id: 'go',
  ...more,
});
const link = (more: object) => ({ type: 2, style: 5, label: 'Go', ...more });
const options = (...values: string[]) => values.map((value) => ({ label: 'Option', value }));
const menu = (more: object = {}) => ({
  type: 3,
  custom_id: 'menu',
  options: options('a', 'b'),
  ...more,
});
const embed = (more: object) => ({ embeds: [{ title: 'T', ...more }] });
const x = (length: number) => 'x'.repeat(length);
const many = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index));

describe('a message is refused', () => {
  test.each<[string, object]>([
    ['content: BASE_TYPE_MAX_LENGTH', { content: x(2001) }],
    ['embeds.0.title: BASE_TYPE_MAX_LENGTH', embed({ title: x(257) })],
    ['embeds.0.description: BASE_TYPE_MAX_LENGTH', embed({ description: x(4097) })],
    ['embeds.0.footer.text: BASE_TYPE_MAX_LENGTH', embed({ footer: { text: x(2049) } })],
    ['embeds.0.author.name: BASE_TYPE_MAX_LENGTH', embed({ author: { name: x(257) } })],
    [
      'embeds.0.fields.0.name: BASE_TYPE_MAX_LENGTH',
      embed({ fields: [{ name: x(257), value: 'v' }] }),
    ],
    [
      'embeds.0.fields.0.value: BASE_TYPE_MAX_LENGTH',
      embed({ fields: [{ name: 'n', value: x(1025) }] }),
    ],
    [
      'embeds.0.fields: BASE_TYPE_MAX_LENGTH',
      embed({ fields: many(26, () => ({ name: 'n', value: 'v' })) }),
    ],
    ['embeds: BASE_TYPE_MAX_LENGTH', { embeds: many(11, () => ({ title: 'T' })) }],
    ['embeds.0.fields.0.name: BASE_TYPE_REQUIRED', embed({ fields: [{ name: '', value: 'v' }] })],
    ['embeds.0.fields.0.value: BASE_TYPE_REQUIRED', embed({ fields: [{ name: 'n', value: ' ' }] })],
    ['embeds.0.fields.0.value: BASE_TYPE_REQUIRED', embed({ fields: [{ name: 'n' }] })],
    ['embeds.0.footer.text: BASE_TYPE_REQUIRED', embed({ footer: { text: '' } })],
    ['embeds.0.description: BASE_TYPE_REQUIRED', { embeds: [{}] }],
    ['embeds.0.url: URL_TYPE_INVALID_URL', embed({ url: 'nowhere' })],
    ['embeds.0.url: URL_TYPE_INVALID_SCHEME', embed({ url: 'ftp://example.org/' })],
    ['embeds.0.image.url: ATTACHMENT_NOT_FOUND', embed({ image: { url: 'attachment://a.png' } })],
    ['embeds.0.color: NUMBER_TYPE_MAX', embed({ color: 0x1000000 })],
    ['embeds.0.timestamp: DATE_TIME_TYPE_PARSE', embed({ timestamp: 'yesterday' })],
    [
      'embeds: MAX_EMBED_SIZE_EXCEEDED',
      { embeds: [{ description: x(4000) }, { description: x(1000), footer: { text: x(1001) } }] },
    ],
    [
      'components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
      { components: [...row(button()).components, ...row(button()).components] },
    ],
    [
      'components.0.components.0.custom_id: BASE_TYPE_REQUIRED',
      row(button({ custom_id: undefined })),
    ],
    [
      'components.0.components.0.custom_id: BASE_TYPE_MAX_LENGTH',
      row(button({ custom_id: x(101) })),
    ],
    ['components.0.components.0.label: BASE_TYPE_MAX_LENGTH', row(button({ label: x(81) }))],
    ['components.0.components.0.label: BASE_TYPE_REQUIRED', row(button({ label: '' }))],
    ['components.0.components.0.url: BASE_TYPE_REQUIRED', row(link({}))],
    ['components.0.components.0.url: URL_TYPE_INVALID_SCHEME', row(link({ url: 'file:///etc' }))],
    [
      'components.0.components.0.custom_id: BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      row(link({ url: 'https://example.org', custom_id: 'go' })),
    ],
    [
      'components.0.components: BASE_TYPE_MAX_LENGTH',
      row(...many(6, (index) => button({ custom_id: `${index}` }))),
    ],
    ['components.0.components: BASE_TYPE_MIN_LENGTH', row()],
    [
      'components: BASE_TYPE_BAD_LENGTH',
      { components: many(6, (index) => row(button({ custom_id: `${index}` })).components[0]) },
    ],
    ['components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED', row(button(), menu())],
    ['components.0.components.0.options: BASE_TYPE_MIN_LENGTH', row(menu({ options: [] }))],
    [
      'components.0.components.0.options: BASE_TYPE_MAX_LENGTH',
      row(menu({ options: options(...many(26, String)) })),
    ],
    [
      'components.0.components.0.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
      row(menu({ options: options('a', 'a') })),
    ],
    [
      'components.0.components.0.options.0.value: BASE_TYPE_MAX_LENGTH',
      row(menu({ options: options(x(101)) })),
    ],
    ['components.0.components.0.max_values: BASE_TYPE_BAD_LENGTH', row(menu({ max_values: 3 }))],
    ['components.0.type: UNION_TYPE_CHOICES', { components: [{ type: 10, content: 'text' }] }],
    ['attachments.0.id: ATTACHMENT_NOT_FOUND', { content: 'x', attachments: [{ id: '0' }] }],
    [
      'allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    ],
    [
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      { content: 'x', flags: 1 << 15, components: [{ type: 10, content: 'text' }] },
    ],
  ])('%s', async (expected, message) => {
    const discord = await openDiscord();
    const path = `/channels/${discord.channels.general}/messages`;
    const { status, body } = await request(discord, 'POST', path, message);
    expect([status, body.code]).toEqual([400, 50035]);
    expect(faults(body.errors)).toEqual([expected]);
  });
});

test('a message at every limit is taken, and unknown keys are passed over', async () => {
  const discord = await openDiscord();
  const path = `/channels/${discord.channels.general}/messages`;
  const { status, body } = await request(discord, 'POST', path, {
    content: x(2000),
    nonsense: 1,
    embeds: [
      {
        title: x(256),
        description: x(4096),
        fields: [{ name: x(256), value: x(1024), surprise: true }],
        footer: { text: x(368) },
        timestamp: '1962-10-16T00:00:00+00:00',
      },
    ],
    components: [
      ...many(4, (line) => ({
        type: 1,
        components: many(5, (index) => button({ custom_id: `${line}${index}`.padEnd(100) })),
      })),
      ...row(menu({ options: options(...many(25, String)) })).components,
    ],
  });
  expect(body.errors).toBeUndefined();
  expect(status).toBe(200);
});

test('a message pings nobody where it says so, and everybody where it says nothing', async () => {
  const discord = await openDiscord();
  const path = `/channels/${discord.channels.general}/messages`;
  const content = `@everyone <@${discord.users.ada.id}>`;
  const loud = await request(discord, 'POST', path, { content });
  expect(loud.body).toMatchObject({ mention_everyone: true, mentions: [{ username: 'ada' }] });
  const quiet = await request(discord, 'POST', path, { content, allowed_mentions: { parse: [] } });
  expect(quiet.body).toMatchObject({ mention_everyone: false, mentions: [] });
});

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
    expect(faults(body.errors)).toEqual([expected]);
    expect(discord.commands()).toEqual([]);
  });

  test('where two share a name', async () => {
    const { body } = await declare(await openDiscord(), [command(), command()]);
    expect(faults(body.errors)).toEqual(['1: APPLICATION_COMMANDS_DUPLICATE_NAME']);
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
    expect(faults(body.errors)).toEqual([expected]);
    await interaction.outcome;
    expect(offered).toEqual([]);
  });
});
