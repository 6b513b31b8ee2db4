import { Embed } from 'discord.js';
import { expect, test } from 'vitest';
import { messageText } from '../../src/discord/message-text.ts';

const words = (content: string, ...embeds: object[]) =>
  messageText({ content, embeds: embeds.map((data) => Reflect.construct(Embed, [data])) });

test.each([
  ['Did Khrushchev answer?', 'Did Khrushchev answer?'],
  ['<@123> see <#456> and <@&789> <:owl:12> about Berlin', 'see   and     about Berlin'],
  ['https://example.org/khrushchev/letter?x=1 of <t:1618953630:D> </search:12>', 'of'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
])('%s', (content, expected) => {
  expect(words(content)).toBe(expected);
});

test('a forwarded message says what was written there', () => {
  const forwarded = (content: string, embeds: object[] = []) =>
    messageText({
      content: '',
      embeds: [],
      messageSnapshots: new Map([
        ['1', { content, embeds: embeds.map((data) => Reflect.construct(Embed, [data])) }],
      ]),
    });
  expect(forwarded('Did Mao answer?')).toBe('Did Mao answer?');
  expect(forwarded('', [{ title: 'Letter' }])).toBe('Letter');
});

test('half a surrogate pair is replaced', () => {
  expect(words('Mao \ud83d').isWellFormed()).toBe(true);
});

test('a message without words of its own says what its cards say', () => {
  const card = { title: 'Letter to Kennedy', description: 'On the missiles' };
  expect(words('', card)).toBe('Letter to Kennedy\nOn the missiles');
  expect(words('👍 <@123>', card)).toBe('Letter to Kennedy\nOn the missiles');
  expect(words('Berlin', card)).toBe('Berlin');
  expect(words('')).toBe('');
});
