import { expect, test } from 'vitest';
import { aPage } from '../support/documents.ts';
import { said } from '../support/messages.ts';
import { about, openWatched } from './open-watched.ts';

const letter = about('letter', 'On missiles in Turkey');
const cable = about('cable', 'On grain');
const text = (id: string, words: string, page = 1) => aPage({ id, page, text: words });

/** A room with a watch that wants to know of changes (Ben’s) and one that doesn’t (Ada’s). */
async function openTwo(...args: Parameters<typeof openWatched>) {
  const room = await openWatched(...args);
  await room.watch('add', { query: 'missiles', where: 'dm' });
  await room.watch('add', { query: 'missiles', where: 'dm', changes: true }, 'ben');
  const titles = (as: string) =>
    room.discord
      .messages('dm', as)
      .map(({ embeds }) => embeds[0]?.title ?? '')
      .filter((title) => title.includes('for “missiles”'));
  return { ...room, titles: () => ({ ada: titles('ada'), ben: titles('ben') }) };
}

test('a text that comes to a known record is news where only the text answers, and a change where changes are asked for', async () => {
  const room = await openTwo([letter, cable]);
  const pages = [
    text('cable', 'Two pages, of which the first is on grain.'),
    text('cable', 'The missiles have left Izmir.', 2),
    text('letter', 'The missiles are obsolete.'),
  ];
  await room.change([letter, cable], pages);
  expect(room.titles()).toEqual({
    ada: ['1 new for “missiles”'],
    ben: ['2 changed for “missiles”'],
  });
  const [digest] = room.discord.messages('dm', 'ada');
  expect(digest && said(digest)).toContain('Paper cable');
  // Each is told once, also if texts go and come back, or say something else.
  await room.change([letter, cable]);
  await room.change([letter, cable], [...pages.slice(0, 2), text('letter', 'Missiles, again.')]);
  expect(room.titles()).toMatchObject({ ada: { length: 1 }, ben: { length: 1 } });
});

test('a record that comes with its text is told once, as is one whose text comes later', async () => {
  const room = await openTwo([letter]);
  await room.change([letter, cable], [text('cable', 'On missiles.')]);
  const once = { ada: ['1 new for “missiles”'], ben: ['1 new for “missiles”'] };
  expect(room.titles()).toEqual(once);
  const wire = about('wire', 'On missiles');
  await room.change([letter, cable, wire], [text('cable', 'On missiles.')]);
  await room.change(
    [letter, cable, wire],
    [text('cable', 'On missiles.'), text('wire', 'More missiles.')],
  );
  const twice = ['1 new for “missiles”', '1 new for “missiles”'];
  expect(room.titles()).toEqual({ ada: twice, ben: [...twice, '1 changed for “missiles”'] });
});

test('a record that changes and gets a text is one change', async () => {
  const room = await openTwo([letter, cable]);
  const changed = about('cable', 'On barley');
  await room.change([letter, changed], [text('cable', 'On missiles.')]);
  expect(room.titles()).toEqual({
    ada: ['1 new for “missiles”'],
    ben: ['1 changed for “missiles”'],
  });
});

test('texts that were there when a watch began, or of a record that only has another id, are no news', async () => {
  const room = await openWatched([letter, cable]);
  const pages = [text('cable', 'On missiles.')];
  await room.change([letter, cable], pages);
  await room.watch('add', { query: 'missiles', where: 'here' });
  await room.run();
  await room.change([letter, { ...cable, id: 'moved' }], [text('moved', 'On missiles.')]);
  expect(room.posts('general')).toEqual([]);
});

/** Gives an archive that says that its texts are still being read, until it is told otherwise. */
async function whileReading(room: Awaited<ReturnType<typeof openWatched>>) {
  const { archive } = room.services;
  const coverage = await archive.textCoverage();
  room.services.archive = { ...archive, textCoverage: async () => ({ ...coverage, pending: 0 }) };
  return () => {
    room.services.archive = archive;
  };
}

test('records that get other ids while texts are being read are no news, nor are their texts', async () => {
  const room = await openWatched([letter, cable]);
  await room.change([letter, cable], [text('cable', 'On missiles.')]);
  await room.watch('add', { query: 'missiles', where: 'here', changes: true });
  room.load([letter, { ...cable, id: 'moved' }], [text('moved', 'On missiles.')]);
  const end = await whileReading(room);
  await room.run();
  end();
  await room.run();
  expect(room.lines).toEqual([]);
  expect(room.posts('general')).toEqual([]);
});

test('no watch begins while texts are being read, which would be told of later', async () => {
  const room = await openWatched([letter, cable]);
  room.load([letter, cable], [text('cable', 'On missiles.')]);
  const end = await whileReading(room);
  const refusal = said(await room.watch('add', { query: 'missiles', where: 'here' }));
  expect(refusal).toContain('The texts are still being read');
  expect(await room.services.store.watches.any()).toBe(false);
  end();
  const begun = said(await room.watch('add', { query: 'missiles', where: 'here' }));
  expect(begun).toContain('There are 2 now');
  await room.run();
  expect(room.posts('general')).toEqual([]);
});

test('texts that are read after their records are told with them', async () => {
  const room = await openTwo([letter]);
  room.load([letter, cable], [text('cable', 'On missiles.')]);
  const end = await whileReading(room);
  await room.run();
  expect(room.titles()).toEqual({ ada: [], ben: [] });
  end();
  await room.run();
  const once = ['1 new for “missiles”'];
  expect(room.titles()).toEqual({ ada: once, ben: once });
  expect(room.lines).toEqual([]);
});

test('texts of many documents are asked for some at a time', async () => {
  const room = await openWatched([letter]);
  await room.watch('add', { query: 'barley', where: 'here' });
  const many = Array.from({ length: 1200 }, (_, number) => about(`n-${number}`, 'On grain'));
  room.load(
    many,
    many.map(({ id }) => text(id, 'On barley.')),
  );
  const { archive } = room.services;
  let asked = 0;
  room.services.archive = {
    ...archive,
    pagesOf: (ids, window) => {
      asked += 1;
      return archive.pagesOf(ids, window);
    },
    pages: async () => {
      throw new Error('they are not asked for one by one');
    },
  };
  await room.run();
  expect(room.lines).toEqual([]);
  expect(room.posts('general')[0]?.embeds[0]?.title).toBe('1,200 new for “barley”');
  expect(asked).toBe(3);
});
