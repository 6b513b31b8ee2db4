import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import type { LocalDiscord } from 'local-discord';
import { until } from 'local-discord/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { startBot } from '../../src/discord/client.ts';
import { createLogger } from '../../src/log.ts';
import { archive } from '../commands/fixtures.ts';
import { aDay, aDocument } from '../support/documents.ts';
import { buttonId, buttons, isPrivate, menu, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';

/** Interactions come by either way; messages only by the gateway. */
const open = (options: Parameters<typeof openRoom>[1] = {}, documents = archive) =>
  openRoom(documents, { door: 'gateway', ...options });

const answersIn = (discord: LocalDiscord, channel = 'general') =>
  discord.messages(channel, 'ada').filter(({ author }) => author.bot);

/** The answer to a message, once it is there. */
async function answerTo(discord: LocalDiscord, id: string, channel = 'general') {
  const find = () =>
    answersIn(discord, channel).find((one) => one.message_reference?.message_id === id);
  await until(discord, () => find() !== undefined);
  const answer = find();
  if (!answer) throw new Error('no answer');
  return answer;
}

const bot = (discord: LocalDiscord) => `<@${discord.bot.id}>`;

describe('a message that mentions the app', () => {
  test('gets small cards of what it names in brackets, and a menu where that is unclear', async () => {
    const { discord } = await open();
    const ada = discord.as('ada');
    const id = ada.say(
      `${bot(discord)} compare [[Letter on the blockade]] with [[1949-01-31]] and [[Dispatch]], [[leap]]`,
    );
    const answer = await answerTo(discord, id);
    expect(isPrivate(answer)).toBe(false);
    expect(answer.embeds.map(({ title }) => title)).toEqual([
      '(1) Letter on the blockade',
      '(2) Notes by Anastas Mikoyan ahead of Meetings with Mao Zedong',
    ]);
    expect(answer.embeds[1]?.description).toBe(
      '1949-01-31 · Sino-Soviet Relations\nOn nationalization and the Western powers.',
    );
    expect(answer.content).toBe(
      '“Dispatch” can be 12 documents.\nI answer three at once; 1 more was left out.',
    );
    const card = await discord.as('ben').click(answer.id, buttonId(answer, 'Open 2'));
    expect(isPrivate(await card.answer())).toBe(true);
    expect(said(await card.answer())).toContain('Notes by Anastas Mikoyan');
    const chosen = await ada.select(answer.id, String(menu(answer)?.custom_id), ['dispatch-3']);
    expect(said(await chosen.answer())).toContain('Dispatch number 3 from Peking');
  });

  test('gets one card of a document that it names twice', async () => {
    const { discord } = await open();
    const id = discord
      .as('ada')
      .say(`${bot(discord)} [[mikoyan]] https://www.example.org/mikoyan/ [[1949-01-31]]`);
    const answer = await answerTo(discord, id);
    expect(answer.embeds).toHaveLength(1);
    expect(buttons(answer).map(({ label }) => label)).toEqual(['Open']);
  });

  test('finds by a part of a title and by an id in its words', async () => {
    const { discord } = await open();
    const ada = discord.as('ada');
    const named = await answerTo(discord, ada.say(`see ${bot(discord)} [[Ambassador Alekseev]]`));
    expect(named.embeds.map(({ title }) => title)).toEqual([
      'Ciphered Telegram from Ambassador Alekseev',
    ]);
    expect(buttons(named).map(({ label }) => label)).toEqual(['Open']);
    const byId = await answerTo(discord, ada.say(`${bot(discord)} what about dispatch-7?`));
    expect(byId.embeds.map(({ title }) => title)).toEqual(['Dispatch number 7 from Peking']);
  });

  test('is told in one line that nothing is called so, with the nearest', async () => {
    const { discord } = await open();
    const id = discord.as('ada').say(`${bot(discord)} [[Cyphered *telegrm* from Alekseev]]`);
    const answer = await answerTo(discord, id);
    expect(answer.embeds).toEqual([]);
    expect(answer.content).toBe(
      'Nothing here is called “Cyphered \\*telegrm\\* from Alekseev”. The nearest is *Ciphered Telegram from Ambassador Alekseev*.',
    );
  });

  test('with plain words is a search, whose buttons work', async () => {
    const { discord } = await open();
    const answer = await answerTo(discord, discord.as('ada').say(`${bot(discord)} dispatch`));
    expect(said(answer)).toContain('Search: dispatch');
    const next = await discord.as('ada').click(answer.id, buttonId(answer, 'Next'));
    expect((await next.answer()).id).toBe(answer.id);
    const asked = await answerTo(discord, discord.as('ada').say(bot(discord)));
    expect(said(asked)).toContain('What are you looking for?');
  });

  test('changes its answer when it is edited, and takes it along when it goes', async () => {
    const { discord } = await open();
    const ada = discord.as('ada');
    const id = ada.say(`${bot(discord)} [[october]]`);
    const answer = await answerTo(discord, id);
    ada.edit(id, `${bot(discord)} [[leap]]`);
    await until(discord, () => said(answersIn(discord)[0] ?? answer).includes('leap day'));
    expect(answersIn(discord).map((one) => one.id)).toEqual([answer.id]);
    ada.delete(id);
    await until(discord, () => answersIn(discord).length === 0);
    // What asks only after a change is answered, too; without the mention nothing is asked any more.
    const late = ada.say('what did he say in [[october]]?');
    ada.edit(late, `${bot(discord)} what did he say in [[october]]?`);
    await answerTo(discord, late);
    ada.edit(late, 'never mind');
    await until(discord, () => answersIn(discord).length === 0);
  });

  test('is told, where it was edited beyond five answers a minute, that its answer is an older one’s', async () => {
    let time = Date.parse('2026-11-24T12:00:00Z');
    const { discord } = await open({
      services: { now: () => new Date(time) },
      discord: { now: () => time },
    });
    const ada = discord.as('ada');
    const id = ada.say(`${bot(discord)} [[october]]`);
    await answerTo(discord, id);
    const saysSo = (words: string) =>
      until(discord, () => said(answersIn(discord)[0] as never).includes(words));
    for (const [name, title] of [
      ['antonov', 'Antonov'],
      ['mikoyan', 'Mikoyan'],
      ['october', 'blockade'],
      ['antonov', 'Antonov'],
    ] as const) {
      ada.edit(id, `${bot(discord)} [[${name}]]`);
      await saysSo(title);
    }
    ada.edit(id, `${bot(discord)} [[mikoyan]]`);
    await saysSo('Your message has changed');
    expect(said(await answerTo(discord, id))).not.toContain('Antonov');
    time += 61_000;
    ada.edit(id, `${bot(discord)} [[october]]`);
    await saysSo('blockade');
    // A server that wants no answers any more keeps none that isn't true.
    await ada.run('settings mentions', { answer: 'off' });
    ada.edit(id, `${bot(discord)} [[mikoyan]]`);
    await until(discord, () => !answersIn(discord).some((one) => one.message_reference));
  });

  test('keeps its answer after a restart, and after ten minutes whatever it is changed to', async () => {
    let time = Date.parse('2026-11-24T12:00:00Z');
    const now = () => new Date(time);
    // By HTTP no bot is at the gateway but those that are started here.
    const { discord, services } = await open({ services: { now }, door: 'http' });
    const log = createLogger('silent');
    const first = await startBot(discord, commands, services, log);
    const ada = discord.as('ada');
    const id = ada.say(`${bot(discord)} [[mikoyan]]`);
    await answerTo(discord, id);
    await first.stop();
    const again = await startBot(discord, commands, services, log);
    onTestFinished(again.stop);
    ada.edit(id, `${bot(discord)} [[october]]`);
    await until(discord, () => said(answersIn(discord)[0] as never).includes('blockade'));
    time += 11 * 60_000;
    ada.edit(id, `${bot(discord)} [[leap]]`);
    const other = ada.say(`${bot(discord)} [[antonov]]`);
    await answerTo(discord, other);
    expect(said(await answerTo(discord, id))).toContain('blockade');
  });
});

describe('no answer', () => {
  test('comes to others: to replies, to roles, to bots, and where the bot isn’t mentioned', async () => {
    const { discord } = await open();
    const ada = discord.as('ada');
    ada.say('[[october]] dispatch https://example.org/mikoyan');
    ada.say(`<@${discord.users.ben.id}> [[october]]`);
    ada.say(`<@&${discord.guild.id}> [[october]]`);
    const asked = ada.say(`${bot(discord)} [[october]]`);
    await answerTo(discord, asked);
    expect(answersIn(discord)).toHaveLength(1);
  });

  test('comes to more than five messages a minute of a person', async () => {
    let time = Date.parse('2026-11-24T12:00:00Z');
    const { discord } = await open({
      services: { now: () => new Date(time) },
      discord: { now: () => time },
    });
    const ada = discord.as('ada');
    const asked = Array.from({ length: 6 }, () => ada.say(`${bot(discord)} [[october]]`));
    const ben = discord.as('ben').say(`${bot(discord)} [[leap]]`);
    await answerTo(discord, ben);
    for (const id of asked.slice(0, 5)) await answerTo(discord, id);
    time += 61_000;
    await answerTo(discord, ada.say(`${bot(discord)} [[antonov]]`));
    expect(answersIn(discord)).toHaveLength(7);
  });

  test('comes where a server doesn’t want it, or the bot may not write', async () => {
    const { discord } = await open();
    const ada = discord.as('ada');
    const set = (values: Record<string, string>) => ada.run('settings mentions', values);
    expect(said(await set({ answer: 'off' }))).toContain('I don’t answer');
    ada.say(`${bot(discord)} [[october]]`);
    const only = await set({ answer: 'on', channel: 'archive' });
    expect(said(only)).toContain(`in <#${discord.channels.archive}>`);
    ada.say(`${bot(discord)} [[october]]`);
    const there = ada.say(`${bot(discord)} [[october]]`, [], { channel: 'archive' });
    await answerTo(discord, there, 'archive');
    expect(answersIn(discord).filter((one) => !isPrivate(one))).toEqual([]);
    await set({ answer: 'on' });
    discord.deny('general', Permission.SendMessages);
    ada.say(`${bot(discord)} [[october]]`);
    await answerTo(
      discord,
      ada.say(`${bot(discord)} [[leap]]`, [], { channel: 'archive' }),
      'archive',
    );
    expect(answersIn(discord).filter((one) => !isPrivate(one))).toEqual([]);
  });
});

test('nothing that a document or a message says pings, formats or acts', async () => {
  const title = '@everyone **bold** [x](https://evil.example)';
  const documents = [
    aDocument({ id: 'a-1', title, description: '<@1> # big', date: aDay('1950-01-01') }),
  ];
  const { discord } = await open({}, documents);
  const answer = await answerTo(discord, discord.as('ada').say(`${bot(discord)} a-1`));
  expect(answer.mention_everyone).toBe(false);
  expect(answer.mentions).toEqual([]);
  expect(answer.embeds[0]?.title).toContain('\\*\\*bold\\*\\*');
  expect(answer.embeds[0]?.description).toContain('\\<@1>');
  // Discord would put a preview of the page under the bot's words.
  const unheld = discord.as('ada').say(`${bot(discord)} https://evil.example/page`);
  const { content } = await answerTo(discord, unheld);
  expect(content).toContain('evil.example');
  expect(content).not.toContain('https://');
});
