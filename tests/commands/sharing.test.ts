import { type APIMessage, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import type { LocalDiscord, Outcome } from 'local-discord';
import { describe, expect, test } from 'vitest';
import { reconcileShares } from '../../src/documents/reconcile-shares.ts';
import { createLogger } from '../../src/log.ts';
import { archiveOf } from '../support/archives.ts';
import { buttonId, buttons, isPrivate, said, sharedBy } from '../support/messages.ts';
import { openRoom, type Room } from '../support/room.ts';
import { archive } from './fixtures.ts';

const privateCard = (discord: LocalDiscord, as = 'ada', title = 'mikoyan', channel = 'general') =>
  discord.as(as).run('document', { title, private: true }, { channel });

const click = async (discord: LocalDiscord, as: string, id: string, button: string) =>
  discord.as(as).click(id, button);

/** Shares a private card and gives what the others see of it. */
async function share(discord: LocalDiscord, as: string, card: APIMessage): Promise<APIMessage> {
  const answer = await (await click(discord, as, card.id, buttonId(card, 'Share'))).answer();
  return sharedBy(discord, as, answer);
}

const shownToAll = (discord: LocalDiscord) =>
  discord.messages('general').filter((message) => !isPrivate(message));

describe('Share', () => {
  test('with a note asks for it and posts the card under it, escaped and without pings', async () => {
    const { discord } = await openRoom(archive);
    const card = await privateCard(discord);
    const asked = await click(discord, 'ada', card.id, buttonId(card, 'Share with a note'));
    expect(asked.modal?.title).toBe('Share with a note');

    const note = 'Look at *this*\n@everyone <@1>';
    const sent = await discord.as('ada').submit(asked.interaction.id, { note });
    const answer = await sent.answer();
    expect(answer.id).toBe(card.id);
    const shared = sharedBy(discord, 'ada', answer);
    expect(shared.message_reference).toBeUndefined();
    expect(shared.interaction_metadata).toBeUndefined();
    expect(isPrivate(shared)).toBe(false);
    expect(shared.content).toContain(`Shared by <@${discord.users.ada.id}>\n> Look at \\*this\\*`);
    expect(shared.mentions).toEqual([]);
    expect(shared.mention_everyone).toBe(false);
    expect(shared.embeds[0]?.footer?.text).toBe('mikoyan');
  });

  test('with the longest note there can be is within Discord’s limits', async () => {
    const { discord } = await openRoom(archive);
    const card = await privateCard(discord);
    const asked = await click(discord, 'ada', card.id, buttonId(card, 'Share with a note'));
    const note = '*\n'.repeat(750);
    const sent = await discord.as('ada').submit(asked.interaction.id, { note });
    expect(sharedBy(discord, 'ada', await sent.answer()).content.length).toBeLessThanOrEqual(2000);
  });

  test('without words in the form shares without a note', async () => {
    const { discord } = await openRoom(archive);
    const card = await privateCard(discord);
    const asked = await click(discord, 'ada', card.id, buttonId(card, 'Share with a note'));
    const sent = await discord.as('ada').submit(asked.interaction.id, { note: '  ' });
    expect(sharedBy(discord, 'ada', await sent.answer()).content).toBe(
      `Shared by <@${discord.users.ada.id}>`,
    );
  });

  test('names what the person and the app lack, and posts nothing', async () => {
    const { discord } = await openRoom(archive);
    const card = await privateCard(discord, 'ben');
    discord.deny('general', Permission.SendMessages, 'ben');
    discord.deny('general', Permission.EmbedLinks);
    for (const button of ['Share', 'Share with a note']) {
      const refused = await click(discord, 'ben', card.id, buttonId(card, button));
      const message = await refused.answer();
      expect(isPrivate(message)).toBe(true);
      expect(said(message)).toContain('You lack “Send Messages” here.');
      expect(said(message)).toContain('I lack “Embed Links” here.');
    }
    expect(discord.messages('general', 'ada')).toEqual([]);
  });

  test('in a thread asks for the permission that threads have', async () => {
    const { discord } = await openRoom(archive);
    const public_ = await discord.as('ada').run('document', { title: 'mikoyan' });
    await (await click(discord, 'ada', public_.id, buttonId(public_, 'Discuss'))).answer();
    discord.deny('general', Permission.SendMessages, 'ben');
    const card = await privateCard(discord, 'ben', 'antonov', public_.id);
    expect(isPrivate(await share(discord, 'ben', card))).toBe(false);
  });

  test('works where only the person brings the app; where Discord hides it, that is said', async () => {
    const { discord } = await openRoom(archive);
    const card = await privateCard(discord, 'ada', 'mikoyan', 'elsewhere');
    const shared = await (await click(discord, 'ada', card.id, buttonId(card, 'Share'))).answer();
    expect(isPrivate(shared)).toBe(false);

    discord.deny('elsewhere', Permission.UseExternalApps, 'ben');
    const hidden = await discord
      .as('ben')
      .run('search', { query: 'Mao' }, { channel: 'elsewhere' });
    expect(isPrivate(hidden)).toBe(true);
    expect(hidden.content).toContain('Discord shows this to you alone');
    const asked = await privateCard(discord, 'ben', 'mikoyan', 'elsewhere');
    expect(asked.content).not.toContain('Discord shows this to you alone');
  });
});

describe('Remove', () => {
  const shareAs = async (discord: LocalDiscord, as: string) => {
    const card = await privateCard(discord, as);
    return share(discord, as, card);
  };
  const removed = (outcome: Outcome) => outcome.interaction.completed;

  test('is for who shared the card and for moderators, and for nobody else', async () => {
    const { discord } = await openRoom(archive);
    const shared = await shareAs(discord, 'ben');
    await removed(await click(discord, 'ben', shared.id, buttonId(shared, 'Remove')));
    expect(shownToAll(discord)).toEqual([]);

    const again = await shareAs(discord, 'ben');
    discord.deny('general', Permission.ManageMessages, 'ada');
    const refused = await click(discord, 'ada', again.id, buttonId(again, 'Remove'));
    expect(said(await refused.answer())).toContain('Manage Messages');
    expect(shownToAll(discord)).toHaveLength(1);
    discord.deny('general', 0n, 'ada');
    await removed(await click(discord, 'ada', again.id, buttonId(again, 'Remove')));
    expect(shownToAll(discord)).toEqual([]);
  });

  test('works on what a command put there, in direct messages and where the app is no member', async () => {
    const { discord } = await openRoom(archive);
    for (const channel of ['dm', 'elsewhere', 'between']) {
      const card = await discord.as('ada').run('document', { title: 'mikoyan' }, { channel });
      await removed(await click(discord, 'ada', card.id, buttonId(card, 'Remove')));
      expect(discord.messages(channel, 'ada')).toEqual([]);
    }
  });

  test('makes the card forget that it was shared', async () => {
    const { discord } = await openRoom(archive);
    const shared = await shareAs(discord, 'ben');
    await expect.poll(async () => said(await privateCard(discord))).toContain('Shared here once');
    await removed(await click(discord, 'ben', shared.id, buttonId(shared, 'Remove')));
    await expect.poll(async () => said(await privateCard(discord))).not.toContain('Shared here');
  });
});

describe('Discuss', () => {
  const discuss = async ({ discord }: Room, as: string, messageId: string) => {
    const message = discord.messages('general', as).find(({ id }) => id === messageId);
    if (!message) throw new Error('no such message');
    return (await click(discord, as, messageId, buttonId(message, 'Discuss'))).answer();
  };

  test('opens a thread at the card, named by the document, with the card in it', async () => {
    const room = await openRoom(archive);
    const { discord } = room;
    const card = await discord.as('ada').run('document', { title: 'mikoyan' });
    const answer = await discuss(room, 'ben', card.id);
    expect(isPrivate(answer)).toBe(true);
    expect(said(answer)).toContain(`The discussion is open: <#${card.id}>.`);
    const [inThread] = discord.messages(card.id);
    expect(inThread?.embeds[0]?.footer?.text).toBe('mikoyan');
    expect(inThread?.content).toBe(`Discussion started by <@${discord.users.ben.id}>`);
    expect(inThread?.mentions).toEqual([]);
  });

  test('leads to the thread that the channel has, from any card, and opens another if that is gone', async () => {
    let time = Date.now();
    const room = await openRoom(archive, { services: { now: () => new Date(time) } });
    const { discord } = room;
    const first = await discord.as('ada').run('document', { title: 'mikoyan' });
    const second = await discord.as('ben').run('document', { title: 'mikoyan' });
    await discuss(room, 'ada', first.id);
    expect(said(await discuss(room, 'ben', second.id))).toContain(
      `This channel is discussing it in <#${first.id}>`,
    );
    discord.deleteChannel(first.id);
    time += 60_000;
    expect(said(await discuss(room, 'ben', second.id))).toContain(`is open: <#${second.id}>`);
  });

  test('of two at once opens one', async () => {
    const room = await openRoom(archive);
    const { discord } = room;
    const cards = [
      await discord.as('ada').run('document', { title: 'mikoyan' }),
      await discord.as('ben').run('document', { title: 'mikoyan' }),
    ];
    // The one who comes first is slow.
    discord.delayNext({ method: 'POST', path: /threads$/, ms: 300 });
    const answers = await Promise.all([
      discuss(room, 'ada', cards[0]?.id ?? ''),
      discuss(room, 'ben', cards[1]?.id ?? ''),
    ]);
    const led = answers.map((answer) => /<#(\d+)>/.exec(said(answer))?.[1]);
    expect(new Set(led).size).toBe(1);
    expect(discord.messages(led[0])).toHaveLength(1);
  });

  test('names what is missing, and says where it can’t be', async () => {
    const room = await openRoom(archive);
    const { discord } = room;
    const card = await discord.as('ada').run('document', { title: 'mikoyan' });
    discord.deny('general', Permission.CreatePublicThreads);
    discord.deny('general', Permission.SendMessagesInThreads, 'ben');
    const refused = said(await discuss(room, 'ben', card.id));
    expect(refused).toContain('You lack “Send Messages in Threads”');
    expect(refused).toContain('I lack “Create Public Threads”');
    const direct = await discord.as('ada').run('document', { title: 'mikoyan' }, { channel: 'dm' });
    const outcome = await click(discord, 'ada', direct.id, buttonId(direct, 'Discuss'));
    expect(said(await outcome.answer())).toContain('only be opened in a server channel');
  });
});

describe('a card’s memory', () => {
  const field = (message: Parameters<typeof said>[0], name: string) =>
    message.embeds[0]?.fields?.find((one) => one.name === name)?.value;

  test('says how often and by whom, with a link, and which discussion there is', async () => {
    const { discord, services } = await openRoom(archive);
    await discord.as('ada').run('document', { title: 'mikoyan' });
    const last = await discord.as('ben').run('document', { title: 'mikoyan' });
    // What was sent is written down a moment after it is there.
    const shared = () => services.store.shares.of(discord.guild.id, 'mikoyan');
    await expect.poll(shared).toHaveLength(2);
    await (await click(discord, 'ada', last.id, buttonId(last, 'Discuss'))).answer();
    const memory = field(await privateCard(discord), 'Came up before');
    const { guild, channels, users } = discord;
    expect(memory).toMatch(
      new RegExp(
        `^Shared here twice, last on <t:\\d+:D> by <@${users.ben.id}> \\(\\[card\\]\\(https://discord.com/channels/${guild.id}/${channels.general}/${last.id}\\)\\); one discussion: <#${last.id}>\\.$`,
      ),
    );
  });

  test('tells of another channel only who sees it, and a public card only of its own', async () => {
    const { discord } = await openRoom(archive);
    const { archive: other } = discord.channels;
    await discord.as('ada').run('document', { title: 'mikoyan' }, { channel: 'archive' });
    await expect
      .poll(async () => field(await privateCard(discord), 'Came up before') ?? '')
      .toContain(`in <#${other}> once`);
    const open = await discord.as('ada').run('document', { title: 'mikoyan' });
    expect(field(open, 'Came up before')).toBeUndefined();

    discord.deny(other, Permission.ViewChannel, 'ben');
    const seenByBen = async () => field(await privateCard(discord, 'ben'), 'Came up before') ?? '';
    await expect.poll(seenByBen).toContain('Shared here once');
    const seen = await seenByBen();
    expect(seen).not.toContain(other);
  });

  test('tells of a private thread nobody outside it, and inside it of its channel, too', async () => {
    const { discord } = await openRoom(archive);
    const thread = discord.startPrivateThread('general', 'among us', ['ada']);
    const memory = async (title: string, channel: string, as = 'ada') =>
      field(await privateCard(discord, as, title, channel), 'Came up before');
    await discord.as('ada').run('document', { title: 'mikoyan' }, { channel: thread });
    await discord.as('ada').run('document', { title: 'antonov' });
    await expect.poll(() => memory('mikoyan', thread)).toContain('Shared here once');
    expect(await memory('antonov', thread)).toContain(`in <#${discord.channels.general}> once`);

    expect(await memory('mikoyan', 'general', 'ben')).toBeUndefined();
    expect(await memory('mikoyan', 'archive', 'ben')).toBeUndefined();
    const open = await discord.as('ada').run('document', { title: 'mikoyan' });
    expect(field(open, 'Came up before')).toBeUndefined();
    await expect(
      discord.as('ben').run('document', { title: 'mikoyan' }, { channel: thread }),
    ).rejects.toThrow();
  });

  test('counts neither private cards nor those of other servers', async () => {
    const { discord } = await openRoom(archive);
    await privateCard(discord);
    await discord.as('ada').run('document', { title: 'mikoyan' }, { channel: 'elsewhere' });
    expect(field(await privateCard(discord), 'Came up before')).toBeUndefined();
  });

  test('can be switched off and on by who manages the server, and by nobody else', async () => {
    const { discord } = await openRoom(archive);
    await discord.as('ada').run('document', { title: 'mikoyan' });
    await expect(discord.as('ben').run('settings memory', { show: 'off' })).rejects.toThrow(
      'no command',
    );
    const off = await discord.as('ada').run('settings memory', { show: 'off' });
    expect(isPrivate(off)).toBe(true);
    expect(field(await privateCard(discord), 'Came up before')).toBeUndefined();
    expect(said(await discord.as('ada').run('settings memory'))).toContain('no longer say');
    await discord.as('ada').run('settings memory', { show: 'on' });
    expect(field(await privateCard(discord), 'Came up before')).toContain('Shared here once');
  });

  test('after an end in the middle keeps the cards that stand in their channel, and no others', async () => {
    const { discord, services } = await openRoom(archive);
    const { shares } = services.store;
    const card = await discord.as('ada').run('document', { title: 'mikoyan' });
    await expect.poll(() => shares.of(discord.guild.id, 'mikoyan')).toHaveLength(1);
    const [share] = await shares.of(discord.guild.id, 'mikoyan');
    if (!share) throw new Error('no share');
    await shares.forget(card.id);
    // As the rows were before the answers were sent.
    await shares.begin({ ...share, message: card.interaction_metadata?.id ?? '' });
    await shares.begin({ ...share, message: '123456789' });
    await shares.begin({ ...share, message: '987654321', channel: '1' });
    expect(await shares.of(discord.guild.id, 'mikoyan')).toEqual([]);

    await reconcileShares(services, createLogger('silent'));
    expect(await shares.of(discord.guild.id, 'mikoyan')).toEqual([share]);
    expect(await shares.unconfirmed()).toEqual([]);
  });

  test('says that the record has changed since its card was shared', async () => {
    const { discord, services } = await openRoom(archive);
    await discord.as('ada').run('document', { title: 'mikoyan' });
    expect(field(await privateCard(discord), 'Changed since')).toBeUndefined();
    services.archive = archiveOf(
      archive.map((one) => (one.id === 'mikoyan' ? { ...one, description: 'Corrected.' } : one)),
    );
    expect(field(await privateCard(discord), 'Changed since')).toMatch(/shared on <t:\d+:D>/);
  });
});

test('every button of a card has an owner', async () => {
  const { discord } = await openRoom(archive);
  const cards = [
    await privateCard(discord),
    await discord.as('ada').run('document', { title: 'mikoyan' }),
  ];
  for (const card of cards) {
    for (const { custom_id, label } of buttons(card)) {
      if (!custom_id || label === 'Remove') continue;
      const outcome = await discord.as('ada').click(card.id, custom_id);
      if (outcome.modal) continue;
      expect(said(await outcome.answer()), label).not.toMatch(/no longer in use|went wrong/);
    }
  }
});
