import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { said } from '../support/messages.ts';
import { about, openWatched } from './open-watched.ts';

const old = about('old', 'Missiles');
const fresh = about('fresh', 'More missiles');

/** A watch in #general with something to tell, that hasn't been asked yet. */
async function openDue(where = 'here') {
  const room = await openWatched([old]);
  await room.watch('add', { query: 'missiles', where });
  room.load([old, fresh]);
  return {
    ...room,
    digests: () =>
      [...room.posts('general'), ...room.discord.messages('dm', 'ada')].filter(({ embeds }) =>
        /1 new for/.test(embeds[0]?.title ?? ''),
      ),
    async goOn(minutes: number) {
      for (let ms = 0; ms < minutes * 60_000; ms += 30_000) {
        room.later(30_000);
        await room.run();
      }
    },
  };
}

describe('exactly once', () => {
  test.each(['here', 'dm'])(
    'after a death between posting and writing it down (%s)',
    async (where) => {
      const room = await openDue(where);
      const { digests } = room.services.store;
      const { finish } = digests;
      digests.finish = async () => true;
      await room.run();
      expect(room.digests()).toHaveLength(1);
      digests.finish = finish;
      await room.goOn(20);
      expect(room.digests()).toHaveLength(1);
      expect(await digests.due(10)).toEqual([]);
    },
  );

  test('after a death between the digest and what its watch has seen, with more news since', async () => {
    const room = await openDue();
    const { digests, watches } = room.services.store;
    const { add } = digests;
    const [watch] = await watches.ofOwner(room.discord.users.ada.id);
    digests.add = async (...given) => {
      await add(...given);
      // As if the process had died before the second statement.
      await watches.advance([given[0]], given[1].until, given[1].since);
      throw new Error('killed');
    };
    await room.run();
    digests.add = add;
    room.load([old, fresh, about('later', 'Still more missiles')]);
    await room.goOn(2);
    expect(room.digests().map((one) => said(one).includes('Paper fresh'))).toEqual([true, false]);
    expect(said(room.digests()[1] as never)).toContain('Paper later');
    expect((await watches.find(watch?.id ?? ''))?.seen).toBe(
      await room.services.store.knownDocuments.lastChange(),
    );
  });

  test('after a death while what is new was being entered', async () => {
    const room = await openDue();
    const { knownDocuments } = room.services.store;
    const { endChange } = knownDocuments;
    knownDocuments.endChange = async () => {
      throw new Error('killed');
    };
    await room.run();
    expect(room.digests()).toEqual([]);
    knownDocuments.endChange = endChange;
    await room.goOn(2);
    expect(room.digests()).toHaveLength(1);
  });

  test('where two processes are at it at once', async () => {
    const room = await openDue();
    await Promise.all([room.run(), room.run(), room.run()]);
    await room.goOn(1);
    expect(room.digests()).toHaveLength(1);
  });

  test('through an outage, however long, and lost answers', async () => {
    const room = await openDue();
    const path = `${room.discord.channels.general}/messages`;
    room.discord.refuseNext({ method: 'POST', path, status: 503, count: 40 });
    room.discord.dropNext({ method: 'POST', path, afterwards: true, count: 2 });
    await room.goOn(90);
    expect(room.digests()).toHaveLength(1);
  }, 120_000);
});

describe('what has changed before a digest could be sent', () => {
  /** Two documents are new, and Discord is away until the second try. */
  async function openRefused(where = 'here') {
    const room = await openWatched([old]);
    await room.watch('add', { query: 'missiles', where });
    room.discord.refuseNext({
      method: 'POST',
      path: /channels\/\d+\/messages/,
      status: 503,
      count: 8,
    });
    const titles = () =>
      [...room.posts('general'), ...room.discord.messages('dm', 'ada')]
        .map(({ embeds }) => embeds[0]?.title ?? '')
        .filter((title) => / new for/.test(title));
    return { ...room, titles };
  }
  const add = ({ services, discord }: Awaited<ReturnType<typeof openRefused>>, id: string) =>
    services.store.additions.add({
      guild: discord.guild.id,
      by: discord.users.ben.id,
      at: services.now(),
      kind: 'form',
      file: null,
      documents: [{ document: about(id, 'Missiles') }],
    });
  async function untilSent(room: Awaited<ReturnType<typeof openRefused>>) {
    for (let tries = 0; tries < 60 && room.titles().length === 0; tries += 1) {
      room.later(60_000);
      await room.run();
    }
    return room.titles();
  }

  test('isn’t counted where it was taken back, and the search is kept once', async () => {
    const room = await openRefused();
    const { views, additions } = room.services.store;
    const kept = new Set<string>();
    const { save } = views;
    views.save = async (...given) => {
      const id = await save(...given);
      if (given[0].command === 'watch') kept.add(id);
      return id;
    };
    await add(room, 'added-1');
    await add(room, 'added-2');
    await room.run();
    expect(room.titles()).toEqual([]);
    const [guild, by] = [room.discord.guild.id, room.discord.users.ben.id];
    await additions.undo(guild, by, new Date(0), room.services.now());
    expect(await untilSent(room)).toEqual(['1 new for “missiles”']);
    expect(kept.size).toBe(1);
  });

  test('isn’t counted where the corpus no longer has it, and nothing is told of nothing', async () => {
    const room = await openRefused();
    room.load([old, fresh, about('other', 'Missiles as well')]);
    await room.run();
    room.load([old, fresh]);
    expect(await untilSent(room)).toEqual(['1 new for “missiles”']);

    const gone = await openRefused();
    gone.load([old, fresh]);
    await gone.run();
    gone.load([old]);
    expect(await untilSent(gone)).toEqual([]);
    expect(await gone.services.store.digests.due(9)).toEqual([]);
  });

  test('isn’t looked for among all that is new where a digest names all that it tells', async () => {
    const room = await openRefused();
    const others = Array.from({ length: 50 }, (_, number) => about(`grain-${number}`, 'On grain'));
    room.load([old, fresh, ...others]);
    await room.run();
    room.load([old, fresh, ...others.slice(1)]);
    const { archive } = room.services;
    let asked = 0;
    const archiveIn = () => ({
      ...archive,
      documents: (ids: readonly string[]) => {
        asked += ids.length;
        return archive.documents(ids);
      },
    });
    room.services.archiveIn = archiveIn;
    expect(await untilSent(room)).toEqual(['1 new for “missiles”']);
    expect(asked).toBeLessThan(10);
  });

  test('takes no try of a digest while texts are being read', async () => {
    const room = await openRefused();
    room.load([old, fresh]);
    await room.run();
    const { archive, store } = room.services;
    room.load([old, fresh]);
    const read = room.services.archive;
    room.services.archive = {
      ...read,
      textCoverage: async () => ({ ...(await archive.textCoverage()), pending: 3 }),
    };
    const { claim } = store.digests;
    let claims = 0;
    store.digests.claim = (...given) => {
      claims += 1;
      return claim(...given);
    };
    room.later(60 * 60_000);
    await room.run();
    expect(await store.digests.due(9)).toHaveLength(1);
    expect(claims).toBe(0);
    room.services.archive = read;
    expect(await untilSent(room)).toEqual(['1 new for “missiles”']);
  });

  test('isn’t counted for whoever has left the server that it was added to', async () => {
    const room = await openRefused('dm');
    await add(room, 'added-1');
    room.load([old, fresh]);
    await room.run();
    room.services.channels = { ...room.services.channels, isMember: async () => false };
    expect(await untilSent(room)).toEqual(['1 new for “missiles”']);
  });
});

test('a watch that is removed while watches are asked delays no other', async () => {
  const room = await openDue();
  await room.watch('add', { query: 'obsolete', where: 'here' }, 'ben');
  room.load([old, fresh, about('later', 'Obsolete missiles')]);
  const { digests, watches } = room.services.store;
  const [first] = await watches.ofOwner(room.discord.users.ada.id);
  const { add } = digests;
  digests.add = async (...given) => {
    await watches.remove(first?.id ?? '');
    return add(...given);
  };
  await room.run();
  expect(room.lines).toEqual([]);
  expect(room.posts('general').map(({ embeds }) => embeds[0]?.title)).toContain(
    '1 new for “obsolete”',
  );
});

test('what is added while the store is away is told once it is back', async () => {
  const room = await openWatched([old]);
  await room.watch('add', { query: 'missiles', where: 'here' });
  const { store } = room.services;
  const { additions, watches } = store;
  const away = async () => {
    throw new Error('the store is away');
  };
  room.services.store = {
    ...store,
    additions: { ...additions, version: away },
    watches: { ...watches, any: away },
  };
  await additions.add({
    guild: room.discord.guild.id,
    by: room.discord.users.ben.id,
    at: room.services.now(),
    kind: 'form',
    file: null,
    documents: [{ document: about('added-1', 'Missiles') }],
  });
  await room.run();
  await room.run();
  expect(room.lines.length).toBeGreaterThan(0);
  room.services.store = store;
  room.load([old, fresh]);
  for (let again = 0; again < 3; again += 1) await room.run();
  const titles = room.posts('general').map(({ embeds }) => embeds[0]?.title);
  expect(titles).toEqual(['2 new for “missiles”']);
});

describe('a refusal', () => {
  test.each([
    ['gone', 'its channel is gone'],
    ['forbidden', 'I may no longer post in'],
    ['rejected', 'Discord refused what I posted'],
  ])('pauses a watch, and its owner is told once (%s)', async (why, words) => {
    const room = await openDue();
    if (why === 'gone') room.discord.deleteChannel('general');
    else if (why === 'forbidden') room.discord.deny('general', Permission.SendMessages);
    else {
      const path = `${room.discord.channels.general}/messages`;
      room.discord.refuseNext({ method: 'POST', path, status: 400, code: 200000, count: 1000 });
    }
    await room.goOn(5);
    const told = room.told();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('A watch is paused');
    expect(told[0]).toContain(words);
    const ada = room.discord.as('ada');
    const elsewhere = { channel: 'archive' };
    expect(said(await ada.run('watch list', {}, elsewhere))).toContain('**paused**');
    if (why !== 'rejected') return;
    // Added again, it goes on, and tells only of what comes then.
    const again = await ada.run('watch add', { query: 'missiles', where: 'here' });
    expect(said(again)).toContain('There are 2 now');
    expect(said(await ada.run('watch list', {}, elsewhere))).not.toContain('**paused**');
  });

  test('of direct messages pauses the watch, and is told when it is asked for', async () => {
    const room = await openDue('dm');
    room.discord.refuseNext({
      method: 'POST',
      path: /channels\/\d+\/messages/,
      status: 403,
      code: 50007,
      count: 100,
    });
    await room.goOn(5);
    expect(room.digests()).toEqual([]);
    expect(await room.services.store.watches.unnotified()).toEqual([]);
    const [watch] = await room.services.store.watches.ofOwner(room.discord.users.ada.id);
    expect(watch).toMatchObject({ paused: 'forbidden', isNotified: true });
  });

  test('is said at once where it can be known', async () => {
    const room = await openWatched([old]);
    room.discord.deny('general', Permission.EmbedLinks);
    await expect
      .poll(async () => said(await room.watch('add', { query: 'missiles', where: 'here' })))
      .toContain('I lack “Embed Links” here');
    room.discord.deny('general', Permission.SendMessages, 'ben');
    await expect
      .poll(async () => said(await room.watch('add', { query: 'missiles', where: 'here' }, 'ben')))
      .toContain('You lack “Send Messages” here');
    expect(await room.services.store.watches.any()).toBe(false);
  });
});

test('an archive that can’t answer tells nothing, and what is new comes after', async () => {
  const room = await openDue();
  const { archive } = room.services;
  room.services.archive = {
    ...archive,
    async contents() {
      throw new Error('the search thread ended');
    },
  };
  await room.goOn(1);
  expect(room.digests()).toEqual([]);
  expect(room.lines.length).toBeGreaterThan(0);
  room.services.archive = archive;
  await room.goOn(1);
  expect(room.digests()).toHaveLength(1);
});

test('what is new waits for texts that are still being read', async () => {
  const room = await openDue();
  const { archive } = room.services;
  room.services.archive = {
    ...archive,
    textCoverage: async () => ({ ...(await archive.textCoverage()), pending: 3 }),
  };
  await room.goOn(1);
  expect(room.digests()).toEqual([]);
  room.services.archive = archive;
  await room.goOn(1);
  expect(room.digests()).toHaveLength(1);
});
