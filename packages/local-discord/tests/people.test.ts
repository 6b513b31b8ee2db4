import { describe, expect, test } from 'vitest';
import type { OptionValues } from '../src/control/read-options.ts';
import {
  answered,
  callback,
  declare,
  openDiscord,
  opening,
  openWithCommand,
} from '../testing/open-discord.ts';

const row = (...components: object[]) => ({ type: 1, components });

describe('a person cannot send', () => {
  test.each<[string, OptionValues]>([
    ['query: This option is required.', {}],
    ['query: This option is required.', { query: '  ' }],
    ['query: At most 50 characters are allowed.', { query: 'x'.repeat(51) }],
    ['There is no option "words".', { query: 'x', words: 'y' }],
    ['sort: Pick one of Oldest first.', { query: 'x', sort: 'newest' }],
    ['limit: A whole number is needed.', { query: 'x', limit: 1.5 }],
    ['limit: At most 5.', { query: 'x', limit: 6 }],
    ['limit: At least 1.', { query: 'x', limit: 0 }],
    ['private: Pick True or False.', { query: 'x', private: 'perhaps' }],
  ])('%s', async (reason, values) => {
    const discord = await openWithCommand();
    await expect(discord.as('ada').command('search', values)).rejects.toThrow(reason);
  });

  test('a command that there is not, or to a channel they are not in', async () => {
    const discord = await openWithCommand();
    const ada = discord.as('ada');
    await expect(ada.command('find')).rejects.toThrow('There is no command "/find" here.');
    await expect(ada.command('search', { query: 'x' }, { channel: 'attic' })).rejects.toThrow(
      'There is no channel "attic".',
    );
    await discord
      .as('ben')
      .autocomplete('search', 'sort', 'o')
      .then(
        () => expect.unreachable(),
        (error) => expect(error.message).toBe('"sort" offers nothing while typing.'),
      );
  });

  test('a command where it is not offered', async () => {
    const discord = await openDiscord();
    await declare(discord, [
      { name: 'guilds-only', description: 'x', contexts: [0] },
      { name: 'with-the-bot', description: 'x', contexts: [0, 1, 2], integration_types: [0] },
      { name: 'anywhere', description: 'x', contexts: [0, 1, 2], integration_types: [0, 1] },
    ]);
    const names = (channel: string) => discord.commands({ channel }).map(({ name }) => name);
    expect(names('general')).toEqual(['anywhere', 'guilds-only', 'with-the-bot']);
    expect(names('dm')).toEqual(['anywhere', 'with-the-bot']);
    expect(names('elsewhere')).toEqual(['anywhere']);
    expect(names('between')).toEqual(['anywhere']);
  });
});

describe('a person cannot use', () => {
  const CLICKABLE = {
    content: 'x',
    components: [
      row(
        { type: 2, style: 1, label: 'Next', custom_id: 'next' },
        { type: 2, style: 1, label: 'Previous', custom_id: 'previous', disabled: true },
        { type: 2, style: 5, label: 'Source', url: 'https://example.org/' },
      ),
      row({ type: 3, custom_id: 'open', options: [{ label: 'One', value: '1' }] }),
    ],
  };

  test('a private message of someone else', async () => {
    const discord = await openWithCommand();
    const { id } = await answered(discord, { ...CLICKABLE, flags: 64 });
    await expect(discord.as('ben').click(id, 'next')).rejects.toThrow(`ben sees no message ${id}.`);
    const interaction = await opening(discord, (ada) => ada.click(id, 'next'));
    await callback(discord, interaction, { type: 7, data: { content: 'seen' } });
    expect((await interaction.outcome).message()?.content).toBe('seen');
  });

  test('disabled buttons, links, unknown buttons and values', async () => {
    const discord = await openWithCommand();
    const { id } = await answered(discord, CLICKABLE);
    const ada = discord.as('ada');
    await expect(ada.click(id, 'previous')).rejects.toThrow('"previous" is disabled.');
    await expect(ada.click(id, 'https://example.org/')).rejects.toThrow('no such component');
    await expect(ada.click(id, 'open')).rejects.toThrow('no such component');
    await expect(ada.select(id, 'open', ['2'])).rejects.toThrow('The menu has no "2".');
    await expect(ada.select(id, 'open', [])).rejects.toThrow('The menu takes 1 to 1 values.');
  });
});

test.each([
  ['/search query:two words', { query: 'two words' }],
  ['search query:a: b limit:3', { query: 'a: b', limit: 3 }],
  ['/search limit:3 query: x ', { limit: 3, query: 'x' }],
  [
    '/search query:https://example.org sort:Oldest first',
    { query: 'https://example.org', sort: 'oldest' },
  ],
])('the line %s is read', async (line, values) => {
  const discord = await openWithCommand();
  const interaction = await opening(discord, (ada) => ada.type(line));
  await callback(discord, interaction, { type: 4, data: { content: 'x' } });
  const { payload } = (await interaction.outcome).interaction;
  const options: { name: string; value: unknown }[] =
    payload.type === 2 && 'options' in payload.data ? (payload.data.options as []) : [];
  expect(Object.fromEntries(options.map(({ name, value }) => [name, value]))).toEqual(values);
});

test('the log shows the interaction, and its callback with its delay', async () => {
  const discord = await openWithCommand();
  await answered(discord, { content: 'x' });
  expect(discord.exchanges.at(-1)).toMatchObject({
    kind: 'request',
    method: 'POST',
    status: 204,
    body: { type: 4, data: { content: 'x' } },
    delayMs: expect.any(Number),
  });
});
