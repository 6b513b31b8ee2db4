import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIEmbed, APIMessage } from 'discord-api-types/v10';
import type { Actor, LocalDiscord } from 'local-discord';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/data/corpus/corpus.ts';
import { archiveOf } from '../support/archives.ts';
import { aDocument } from '../support/documents.ts';
import { buttonId, isPrivate, said } from '../support/messages.ts';
import { openRoom, type Room } from '../support/room.ts';
import { archive } from './fixtures.ts';

const CSV = `title,date,description,link
Telegram from Gromyko,16 October 1962,On the blockade,https://example.org/1
Letter from Castro,October 1962,"@everyone [click](https://evil.example) **now**",
Report,sometime in the war,,
`;

const file = (ada: Actor, content: string | Uint8Array, name = 'letters.csv') =>
  ada.upload({ name, bytes: typeof content === 'string' ? Buffer.from(content) : content });

const importing = (ada: Actor, content: string | Uint8Array, name?: string) =>
  ada.run('archive import', { file: file(ada, content, name) });

async function click(discord: LocalDiscord, as: string, message: { id: string }, id: string) {
  return (await discord.as(as).click(message.id, id)).answer();
}

const stored = async ({ services, discord }: Room) =>
  (await services.store.additions.documents(discord.guild.id, undefined, 100)).map(
    ({ json }) => JSON.parse(json) as { title: string; date: { edtf: string | null } },
  );

const first = ([embed]: readonly APIEmbed[]) => embed?.description ?? '';

test('a document is read back, changed, and added only then', async () => {
  const room = await openRoom(archive);
  const ada = room.discord.as('ada');
  const opened = await ada.command('archive add');
  expect(opened.modal?.title).toBe('Add a document');
  const typed = await ada.submit(opened.interaction.id, {
    title: 'Letter to Chiang',
    date: 'October 1962',
    link: 'example.org',
  });
  const wrong = await typed.answer();
  expect(isPrivate(wrong)).toBe(true);
  expect(said(wrong)).toContain('“example.org” isn’t a link');

  const again = await ada.click(wrong.id, buttonId(wrong, 'Change it'));
  const fields = JSON.stringify(again.modal);
  expect(fields).toContain('Letter to Chiang');
  const readBack = await (
    await ada.submit(again.interaction.id, { link: 'https://example.org/chiang' })
  ).answer();
  expect(readBack.content).toContain('October 1962, a month: right?');
  expect(await stored(room)).toEqual([]);

  const card = await click(room.discord, 'ada', readBack, buttonId(readBack, 'Add it'));
  expect(isPrivate(card)).toBe(true);
  expect(said(card)).toContain('Letter to Chiang');
  expect(buttonId(card, 'Share')).toMatch(/^document:share:added-letter-to-chiang-/);
  expect(await stored(room)).toMatchObject([
    { title: 'Letter to Chiang', date: { edtf: '1962-10' } },
  ]);
  const found = await ada.run('search', { query: 'Chiang' });
  expect(said(found)).toContain('Letter to Chiang');
});

test.each([
  ['', 'Undated: right?'],
  ['16 October 1962', '16 October 1962, a day: right?'],
  ['c. 1962', 'about 1962, a year: right?'],
  ['sometime', 'I can’t read “sometime” as a date'],
  ['5/6/63', 'a year of two figures can be of any century'],
])('the date “%s” is read back', async (date, said) => {
  const { askAboutDate } = await import('../../src/commands/archive/typed-document.ts');
  expect(askAboutDate(date)).toContain(said);
});

test('a file is reported first, added on demand, and once', async () => {
  const room = await openRoom(archive);
  const ada = room.discord.as('ada');
  const report = await importing(ada, CSV);
  expect(isPrivate(report)).toBe(true);
  const words = said(report);
  expect(words).toContain('**3 documents to add.**');
  expect(words).toContain('16 October 1962');
  expect(words).toContain('line 4: date kept as text');
  expect(words).not.toContain('/tmp');
  expect(await stored(room)).toEqual([]);
  const added = await click(room.discord, 'ada', report, buttonId(report, 'Add these 3'));
  expect(said(added)).toContain('3 documents of *letters.csv* are in this server’s archive now');
  expect((await stored(room)).map(({ title }) => title)).toEqual([
    'Telegram from Gromyko',
    'Letter from Castro',
    'Report',
  ]);
  const again = await importing(ada, CSV);
  expect(said(again)).toContain('0 documents to add, 3 here already');
  expect(again.components ?? []).toEqual([]);
  const more = await importing(ada, `${CSV}Another,1963,,\n`);
  expect(said(more)).toContain('1 document to add, 3 here already');
  buttonId(more, 'Add this one');
});

test('a file of a message is imported from its menu; of several one is chosen', async () => {
  const room = await openRoom(archive);
  const ada = room.discord.as('ada');
  const one = ada.say('Look', [file(ada, CSV)]);
  const report = await (await ada.onMessage('Import this file', one)).answer();
  expect(said(report)).toContain('3 documents to add');
  const two = ada.say('', [file(ada, CSV), file(ada, 'title,date\nMemo,1950\n', 'memos.csv')]);
  const asked = await (await ada.onMessage('Import this file', two)).answer();
  const menu = (
    asked.components as {
      components: { custom_id: string; options: { value: string; label: string }[] }[];
    }[]
  )[0]?.components[0];
  const memos = menu?.options.find(({ label }) => label === 'memos.csv');
  const chosen = await ada.select(asked.id, menu?.custom_id ?? '', [memos?.value ?? '']);
  expect(said(await chosen.answer())).toContain('1 document to add');
  const none = ada.say('Nothing here');
  const refused = await (await ada.onMessage('Import this file', none)).answer();
  expect(first(refused.embeds)).toBe('This message has no file to import.');
});

test('only managers may, and those with the role that the server has named', async () => {
  const room = await openRoom(archive);
  const { discord } = room;
  const [ada, ben] = [discord.as('ada'), discord.as('ben')];
  const refused = await importing(ben, CSV);
  expect(first(refused.embeds)).toContain('Only someone with “Manage Server” can add documents');
  expect(first(refused.embeds)).toContain('/settings editors');
  const set = await ada.run('settings editors', { role: 'Historians' });
  expect(first(set.embeds)).toMatch(/The role <@&\d+> may add documents/);
  const report = await importing(ben, CSV);
  const take = buttonId(report, 'Add these 3');
  expect(first((await ada.run('settings editors', { clear: true })).embeds)).toContain(
    'Only those with “Manage Server”',
  );
  expect(said(await click(discord, 'ben', report, take))).toContain('Only someone with');
  expect(await stored(room)).toEqual([]);
  const direct = await ada.run('archive export', {}, { channel: 'dm' });
  expect(first(direct.embeds)).toContain('Documents can only be added in a server');
});

test('the last addition is taken back within a day; of several documents it is asked first', async () => {
  let now = new Date('2026-12-01T10:00:00Z');
  const room = await openRoom(archive, { services: { now: () => now } });
  const { discord } = room;
  const ada = discord.as('ada');
  const none = await ada.run('archive undo');
  expect(first(none.embeds)).toContain('nothing here within a day');
  const report = await importing(ada, CSV);
  await click(discord, 'ada', report, buttonId(report, 'Add these 3'));
  const asked = await ada.run('archive undo');
  expect(said(asked)).toContain('3 documents of *letters.csv* would go');
  expect(await stored(room)).toHaveLength(3);
  const gone = await click(discord, 'ada', asked, buttonId(asked, 'Take back 3 documents'));
  expect(said(gone)).toContain('are no longer in this server’s archive');
  expect(await stored(room)).toEqual([]);

  const one = await importing(ada, 'title,date\nMemo,1950\n');
  await click(discord, 'ada', one, buttonId(one, 'Add this one'));
  now = new Date(now.getTime() + 25 * 60 * 60 * 1000);
  expect(first((await ada.run('archive undo')).embeds)).toContain('nothing here within a day');
});

test('what was read can be added for an hour', async () => {
  let now = new Date('2026-12-01T10:00:00Z');
  const room = await openRoom(archive, { services: { now: () => now } });
  const report = await importing(room.discord.as('ada'), CSV);
  now = new Date(now.getTime() + 61 * 60 * 1000);
  const late = await click(room.discord, 'ada', report, buttonId(report, 'Add these 3'));
  expect(said(late)).toContain('more than an hour old');
  expect(await stored(room)).toEqual([]);
});

test('five files an hour are imported, and no sixth', async () => {
  const room = await openRoom(archive);
  const ada = room.discord.as('ada');
  for (const number of [1, 2, 3, 4, 5]) {
    const report = await importing(ada, `title,date\nMemo ${number},1950\n`);
    await click(room.discord, 'ada', report, buttonId(report, 'Add this one'));
  }
  expect(first((await importing(ada, 'title,date\nMemo 6,1950\n')).embeds)).toContain(
    'imported 5 files within an hour',
  );
});

test('an export is a corpus, with where each is from, and comes back as the same', async () => {
  const room = await openRoom(archive);
  const { discord } = room;
  const ada = discord.as('ada');
  const nothing = await ada.run('archive export');
  expect(first(nothing.embeds)).toContain('Nothing has been added to this server yet');
  const report = await importing(ada, CSV);
  await click(discord, 'ada', report, buttonId(report, 'Add these 3'));
  const exported = await ada.run('archive export');
  expect(isPrivate(exported)).toBe(true);
  const [corpus, origins] = await Promise.all(
    exported.attachments.map(async ({ filename, url }) => ({
      filename,
      text: await (await fetch(url)).text(),
    })),
  );
  expect([corpus?.filename, origins?.filename]).toEqual([
    'additions.jsonl',
    'additions.origins.jsonl',
  ]);
  const [line] = (origins?.text ?? '').split('\n');
  expect(JSON.parse(line ?? '')).toMatchObject({
    file: 'letters.csv',
    line: 2,
    added_by: discord.users.ada.id,
  });
  const path = join(await mkdtemp(join(tmpdir(), 'reading-room-')), 'additions.jsonl');
  await writeFile(path, corpus?.text ?? '');
  expect((await loadCorpus([path])).documents).toHaveLength(3);
  const back = await importing(ada, corpus?.text ?? '', 'additions.jsonl');
  expect(said(back)).toContain('0 documents to add, 3 here already');
});

test('an export that doesn’t fit into a message comes in parts, each document once', async () => {
  const { discord, services } = await openRoom(archive);
  const documents = Array.from({ length: 120 }, (_, index) => ({
    document: aDocument({ id: `added-${index}`, description: 'x'.repeat(90_000) }),
  }));
  const by = discord.users.ada.id;
  const act = { guild: discord.guild.id, by, at: new Date(), kind: 'form', file: null } as const;
  await services.store.additions.add({ ...act, documents });
  const textOf = async ({ attachments: [corpus] }: APIMessage) =>
    (await fetch(corpus?.url ?? '')).text();
  const one = await discord.as('ada').run('archive export');
  expect(said(one)).toContain('of 120, as a corpus');
  const two = await click(discord, 'ada', one, buttonId(one, 'Next part'));
  expect(two.attachments.map(({ filename }) => filename)).toEqual([
    'additions-2.jsonl',
    'additions-2.origins.jsonl',
  ]);
  expect(two.components ?? []).toEqual([]);
  const lines = `${await textOf(one)}${await textOf(two)}`.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).id)).toEqual(
    documents.map(({ document }) => document.id),
  );
});

test('a server has no more than it may; what would be too much is counted, and nothing added', async () => {
  const room = await openRoom(archive);
  const { discord, services } = room;
  const documents = Array.from({ length: 19_999 }, (_, index) => ({
    document: aDocument({ id: `added-${index}` }),
  }));
  const by = discord.users.ada.id;
  const act = { guild: discord.guild.id, by, at: new Date(), kind: 'form', file: null } as const;
  await services.store.additions.add({ ...act, documents });
  const refused = await importing(discord.as('ada'), CSV);
  expect(first(refused.embeds)).toContain(
    'A server can have 20,000 documents of its own. This one has 19,999, so 3 more don’t fit.',
  );
  expect(await services.store.additions.count(discord.guild.id)).toBe(19_999);
});

test('what a file says pings nobody, formats nothing, and shows nothing else', async () => {
  const { discord } = await openRoom(archive);
  const ada = discord.as('ada');
  const evil = '@everyone <@&1> **x** [a](https://evil.example) `b`';
  const csv = `title,date,description,collection\n"${evil}","${evil}","${evil}","${evil}"\nLetter,1950,,\n`;
  const report = await importing(ada, csv, '@everyone **a**.csv');
  expect(report.mention_everyone).toBe(false);
  const words = said(report).replaceAll('**1.**', '').replaceAll('**2.**', '');
  expect(words).not.toMatch(/@everyone|(?<!\\)\[a\]\(|(?<!\\)\*\*x|(?<!\\)<@&/u);
});

/** A file by its first record's title and description. */
const letters = (...descriptions: readonly string[]) =>
  ['title,date,description', ...descriptions.map((of, at) => `Letter ${at},1950,${of}`), ''].join(
    '\n',
  );

test('a record that is here with other content is told, and what is here stays', async () => {
  const room = await openRoom(archive);
  const { discord } = room;
  const ada = discord.as('ada');
  const report = await importing(ada, letters('on grain', 'on coal'));
  await click(discord, 'ada', report, buttonId(report, 'Add these 2'));
  const changed = letters('on grain', '@everyone **on oil**', 'on tin');
  const again = await importing(ada, changed);
  expect(said(again)).toContain('1 document to add, 2 here already (1 with other content)');
  expect(said(again)).toContain('line 3: “Letter 1”: differs in description');
  const added = await click(discord, 'ada', again, buttonId(again, 'Add this one'));
  expect(said(added)).toContain('1 document of *letters.csv* is in this server’s archive now.');
  expect(said(added)).toContain('2 documents were here already. 1 document says something else in');
  const { documents } = room.services.store.additions;
  const kept = (await documents(discord.guild.id, undefined, 9)).map(({ json }) =>
    JSON.parse(json),
  );
  expect(kept.map(({ description }) => description)).toEqual(['on grain', 'on coal', 'on tin']);

  // The same holds for what the corpus has.
  const [mikoyan] = archive;
  const corpus = `${JSON.stringify({ ...mikoyan, description: 'Otherwise.' })}\n`;
  const inCorpus = await importing(ada, corpus, 'corpus.jsonl');
  expect(said(inCorpus)).toContain('0 documents to add, 1 here already (1 with other content)');
  expect(said(inCorpus)).toContain('differs in description');
});

test('two people add the same file at once: each is told what became of it', async () => {
  const room = await openRoom(archive);
  const { discord } = room;
  await discord.as('ada').run('settings editors', { role: 'Historians' });
  const one = await importing(discord.as('ada'), letters('on grain', 'on coal'));
  const other = await importing(discord.as('ben'), letters('on grain', 'on oil'));
  const { additions } = room.services.store;
  const { add } = additions;
  let isFirst = true;
  // Whoever reads the file first is the second to add it.
  additions.add = async (addition) => {
    if (!isFirst) return add(addition);
    isFirst = false;
    await click(discord, 'ben', other, buttonId(other, 'Add these 2'));
    return add(addition);
  };
  const late = await click(discord, 'ada', one, buttonId(one, 'Add these 2'));
  expect(said(late)).toContain('Everything in *letters.csv* was here already.');
  expect(said(late)).toContain('1 document says something else in the file');
});

describe('a document that is here already', () => {
  const typed = { title: 'Letter to Chiang', date: 'October 1962', description: 'On rice.' };

  async function readBack(ada: Actor, fields: Record<string, string>) {
    const opened = await ada.command('archive add');
    return (await ada.submit(opened.interaction.id, fields)).answer();
  }

  test('is shown when the same is typed, with what differs, and can be changed', async () => {
    const room = await openRoom(archive);
    const { discord } = room;
    const ada = discord.as('ada');
    const first = await readBack(ada, typed);
    await click(discord, 'ada', first, buttonId(first, 'Add it'));
    const same = await readBack(ada, typed);
    expect(said(same)).toContain('This document is here already');
    expect(said(same)).toContain('says the same as what you typed. Nothing was saved.');
    const other = await readBack(ada, {
      ...typed,
      description: 'On **tea**.',
      link: 'https://example.org',
    });
    expect(said(other)).toContain('What you typed differs in description and link.');
    expect(said(other)).toContain('On rice.');
    expect(said(other)).not.toContain('tea');
    const again = await ada.click(other.id, buttonId(other, 'Change it'));
    expect(JSON.stringify(again.modal)).toContain('On **tea**.');
    expect(await stored(room)).toHaveLength(1);
  });

  test('is seen when *Add it* is clicked, whoever added it meanwhile', async () => {
    const room = await openRoom(archive);
    const { discord } = room;
    await discord.as('ada').run('settings editors', { role: 'Historians' });
    const [one, other] = [
      await readBack(discord.as('ada'), typed),
      await readBack(discord.as('ben'), { ...typed, description: 'On tea.' }),
    ];
    await click(discord, 'ada', one, buttonId(one, 'Add it'));
    const late = await click(discord, 'ben', other, buttonId(other, 'Add it'));
    expect(said(late)).toContain('What you typed differs in description.');
    expect(said(late)).toContain('On rice.');
    expect(said(late)).toContain(`by <@${discord.users.ada.id}>`);
    expect(said(late)).not.toContain('/archive undo');
    expect(await stored(room)).toHaveLength(1);
  });

  test('is seen when *Add it* is clicked at the same moment', async () => {
    const room = await openRoom(archive);
    const { discord } = room;
    const ada = discord.as('ada');
    const both = [
      await readBack(ada, typed),
      await readBack(ada, { ...typed, description: 'On tea.' }),
    ];
    const answers = await Promise.all(
      both.map((message) => click(discord, 'ada', message, buttonId(message, 'Add it'))),
    );
    const words = answers.map(said).toSorted();
    expect(words.filter((one) => one.includes('Added\nWithin a day'))).toHaveLength(1);
    expect(words.filter((one) => one.includes('differs in description.'))).toHaveLength(1);
    expect(await stored(room)).toHaveLength(1);
  });

  test('is seen when *Add it* is clicked after the corpus has grown', async () => {
    const room = await openRoom(archive);
    const { discord, services } = room;
    const waiting = await readBack(discord.as('ada'), typed);
    const { toTypedDocument } = await import('../../src/commands/archive/typed-document.ts');
    const { document, idInCorpus } = toTypedDocument(
      { link: '', collection: '', ...typed },
      discord.guild.id,
    );
    services.archive = archiveOf([...archive, { ...document, id: idInCorpus }]);
    const late = await click(discord, 'ada', waiting, buttonId(waiting, 'Add it'));
    expect(said(late)).toContain('This document is here already');
    expect(await stored(room)).toEqual([]);
  });
});
