import { describe, expect, test } from 'vitest';
import { buttonId, buttons, isPrivate, menu, said } from '../support/messages.ts';
import { about, openWatched } from './open-watched.ts';

const jupiter = about('jupiter', 'Jupiter missiles in Turkey');
const berlin = about('berlin', 'The wall in Berlin');
const izmir = about('izmir', 'Missiles at Izmir');

describe('/watch', () => {
  test('states its baseline, tells of what is new, once, and never of what was there', async () => {
    const room = await openWatched([jupiter, berlin]);
    const added = await room.watch('add', { query: 'Jupiter missiles', where: 'here' });
    expect(isPrivate(added)).toBe(true);
    expect(said(added)).toContain('Watching “Jupiter missiles”');
    expect(said(added)).toMatch(
      /There is 1 now; you will be told in <#\d+> of what comes after 1 December 2026/,
    );
    await room.run();
    expect(room.posts('general')).toEqual([]);

    await room.change([jupiter, berlin, izmir, about('paris', 'A treaty')]);
    const [digest, ...others] = room.posts('general');
    expect(others).toEqual([]);
    if (!digest) throw new Error('nothing was posted');
    expect(digest.embeds[0]?.title).toBe('1 new for “Jupiter missiles”');
    expect(said(digest)).toContain('Paper izmir');
    expect(said(digest)).not.toContain('Paper jupiter');
    expect(said(digest)).toContain(`Watched by <@${room.discord.users.ada.id}>`);
    expect(menu(digest)?.options.map(({ value }) => value)).toEqual(['izmir']);
    expect(buttons(digest).map(({ label }) => label)).toEqual(['Search', 'Stop watching']);

    room.later(60_000);
    await room.run();
    // The same again, less, and what was gone: nothing of it is new.
    await room.change([jupiter]);
    await room.change([jupiter, berlin, izmir]);
    expect(room.posts('general')).toHaveLength(1);
  });

  test('tells its owner alone, with what the search would find', async () => {
    const room = await openWatched([jupiter]);
    const added = await room.watch('add', { query: 'missiles', where: 'dm' });
    expect(said(added)).toContain('by direct message');
    await room.change([jupiter, izmir]);
    expect(room.posts('general')).toEqual([]);
    const [digest] = room.discord.messages('dm', 'ada');
    if (!digest) throw new Error('nothing was sent');
    expect(said(digest)).toContain('1 new for “missiles”');
    const ada = room.discord.as('ada');
    const found = await (await ada.click(digest.id, buttonId(digest, 'Search'))).answer();
    expect(said(found)).toContain('Search: missiles');
    expect(said(found)).toContain('1-2 of 2');
    const stopped = await (await ada.click(digest.id, buttonId(digest, 'Stop watching'))).answer();
    expect(said(stopped)).toContain('No longer watching');
    await room.change([jupiter, izmir, about('tyre', 'More missiles')]);
    expect(
      room.discord
        .messages('dm', 'ada')
        .filter(({ embeds }) => /new for/.test(embeds[0]?.title ?? '')),
    ).toHaveLength(1);
  });

  test('keeps to dates and collections, and says so', async () => {
    const room = await openWatched([jupiter, about('x', 'y', { collection: 'Cuba' })]);
    const added = await room.watch('add', { query: 'missiles', collection: 'cuba', where: 'here' });
    expect(said(added)).toContain('There are none now (in Cuba)');
    const x = about('x', 'y', { collection: 'Cuba' });
    await room.change([jupiter, x, izmir, about('havana', 'Missiles', { collection: 'Cuba' })]);
    const [digest] = room.posts('general');
    expect(digest && said(digest)).toContain('1 new for “missiles”');
    expect(digest && said(digest)).toContain('in Cuba');
    expect(digest && said(digest)).toContain('Paper havana');
  });

  test('tells of changed records only if asked, and each once', async () => {
    const room = await openWatched([jupiter, berlin]);
    await room.watch('add', { query: 'missiles', where: 'here' });
    await room.watch('add', { query: 'missiles', where: 'here', changes: true }, 'ben');
    const changed = about('berlin', 'Missiles near Berlin');
    await room.change([jupiter, changed]);
    expect(room.posts('general').map(({ embeds }) => embeds[0]?.title)).toEqual([
      '1 changed for “missiles”',
    ]);
    await room.change([jupiter, berlin]);
    await room.change([jupiter, changed]);
    expect(room.posts('general')).toHaveLength(1);
  });

  test('a record that only has another id is neither new nor changed', async () => {
    const room = await openWatched([about('a', 'one missile'), about('b', 'two missiles')]);
    await room.watch('add', { query: 'missiles', where: 'here', changes: true });
    await room.change([
      { ...about('a', 'two missiles'), title: 'Paper b' },
      { ...about('c', 'one missile'), title: 'Paper a' },
    ]);
    expect(room.posts('general')).toEqual([]);
    await room.change([
      { ...about('a', 'two missiles'), title: 'Paper b' },
      { ...about('c', 'one missile'), title: 'Paper a' },
      about('d', 'three missiles'),
    ]);
    expect(room.posts('general').map(({ embeds }) => embeds[0]?.title)).toEqual([
      '1 new for “missiles”',
    ]);
  });

  test('what was loaded but not yet looked at when a watch began is no news', async () => {
    const room = await openWatched([jupiter]);
    await room.watch('add', { query: 'wall', where: 'here' });
    room.load([jupiter, izmir]);
    expect(said(await room.watch('add', { query: 'missiles', where: 'here' }))).toContain(
      'There are 2 now',
    );
    await room.change([jupiter, izmir, berlin]);
    expect(room.posts('general').map(({ embeds }) => embeds[0]?.title)).toEqual([
      '1 new for “wall”',
    ]);
  });

  test('of very many, one digest has the count and the first', async () => {
    const room = await openWatched([jupiter]);
    await room.watch('add', { query: 'dispatch', where: 'here' });
    const many = Array.from({ length: 2500 }, (_, index) => about(`d-${index}`, 'A dispatch'));
    await room.change([jupiter, ...many]);
    const [digest, ...others] = room.posts('general');
    expect(others).toEqual([]);
    expect(digest?.embeds[0]?.title).toBe('2,500 new for “dispatch”');
    expect(digest && said(digest)).toContain('…and 2,490 more.');
  });

  test('is listed, and ended by its owner or whoever manages the server alone', async () => {
    const room = await openWatched([jupiter]);
    expect(said(await room.watch('list'))).toContain('You have no watches here');
    await room.watch('add', { query: '*missiles*', where: 'here' }, 'ben');
    await room.watch('add', { query: 'wall', where: 'dm' }, 'ben');
    const ofBen = said(await room.watch('list', {}, 'ben'));
    expect(ofBen).toContain('“\\*missiles\\*” · in <#');
    expect(ofBen).toContain('“wall” · by direct message · since 1 December 2026');
    // Ada manages the server: she sees what is posted there, and not what Ben is told alone.
    const ofAda = said(await room.watch('list'));
    expect(ofAda).toContain(`of <@${room.discord.users.ben.id}>`);
    expect(ofAda).not.toContain('wall');
    expect(said(await room.watch('remove', { watch: '*missiles*' }))).toContain('No longer');
    expect(said(await room.watch('remove', { watch: 'wall' }))).toContain('You have no watch');
    expect(said(await room.watch('remove', { watch: 'wall' }, 'ben'))).toContain('No longer');
  });

  test('of others by direct message is counted for whoever manages the server', async () => {
    const room = await openWatched([jupiter]);
    await room.watch('add', { query: 'wall', where: 'dm' }, 'ben');
    expect(said(await room.watch('list'))).toContain(
      'Of the 100 that this server can have, 1 is told by direct message, and seen by its owner alone.',
    );
    expect(said(await room.watch('list', {}, 'ben'))).not.toContain('Of the 100');
  });

  test('takes no room of others while it is paused', async () => {
    const room = await openWatched([jupiter]);
    const { watches } = room.services.store;
    const guild = room.discord.guild.id;
    const watch = { owner: 'x', guild, channel: undefined, question: {}, createdAt: new Date() };
    const ids: string[] = [];
    for (let number = 0; number < 100; number += 1) {
      ids.push(await watches.add({ ...watch, channel: number < 60 ? 'c' : undefined, seen: 0 }));
    }
    const begin = async () => said(await room.watch('add', { query: 'wall', where: 'here' }));
    expect(await begin()).toContain('60 in its channels, 40 by direct message');
    await watches.pause(ids[0] ?? '', 'gone');
    expect(await begin()).toContain('Watching “wall”');
  });

  test('is there once, and no more than 25 times a person', async () => {
    const room = await openWatched([jupiter]);
    for (let number = 1; number <= 25; number += 1) {
      await room.watch('add', { query: `word${number}`, where: 'dm' });
    }
    expect(said(await room.watch('add', { query: 'Word7', where: 'dm' }))).toContain(
      'You already watch',
    );
    expect(said(await room.watch('add', { query: 'one more', where: 'dm' }))).toContain(
      'You have 25 watches, and can’t have more',
    );
    const { watches } = room.services.store;
    const [first] = await watches.ofOwner(room.discord.users.ada.id);
    await watches.pause(first?.id ?? '', 'forbidden');
    expect(said(await room.watch('add', { query: 'one more', where: 'dm' }))).toContain('Watching');
  }, 60_000);
});

describe('Save under a search', () => {
  test('offers to watch it, and saves a document', async () => {
    const room = await openWatched([jupiter, berlin]);
    const ada = room.discord.as('ada');
    const hits = await ada.run('search', { query: 'misiles' });
    const saving = await (await ada.click(hits.id, buttonId(hits, 'Save'))).answer();
    expect(isPrivate(saving)).toBe(true);
    const chosen = await (
      await ada.select(saving.id, menu(saving)?.custom_id ?? '', ['jupiter'])
    ).answer();
    expect(said(chosen)).toContain('create one for');
    const watching = await (await ada.click(saving.id, buttonId(saving, 'Watch this'))).answer();
    expect(said(watching)).toContain('Watching “missiles”');
    const here = await (
      await ada.click(watching.id, buttonId(watching, 'Post here instead'))
    ).answer();
    expect(said(here)).toContain('You will be told in <#');
    await room.change([jupiter, berlin, izmir]);
    expect(
      room.posts('general').filter(({ embeds }) => /new for/.test(embeds[0]?.title ?? '')),
    ).toHaveLength(1);
  });

  test('an empty search can be watched at once', async () => {
    const room = await openWatched([jupiter]);
    const ada = room.discord.as('ada');
    const nothing = await ada.run('search', { query: 'Penkovsky' });
    const watching = await (await ada.click(nothing.id, buttonId(nothing, 'Watch this'))).answer();
    expect(said(watching)).toContain('There are none now');
    expect(said(watching)).toContain('In no document: *Penkovsky*');
    await room.change([jupiter, about('gru', 'Colonel Penkovsky')]);
    expect(room.told().join()).toContain('1 new for “Penkovsky”');
  });
});
