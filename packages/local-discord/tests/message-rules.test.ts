import { describe, expect, test } from 'vitest';
import { openDiscord, request } from '../testing/open-discord.ts';
import { violations } from './error-body.ts';

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
    expect(violations(body.errors)).toEqual([expected]);
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
