import type { LocalDiscord } from 'local-discord';
import { describe, expect, test } from 'vitest';
import { aDay, aDocument } from '../support/documents.ts';
import { isPrivate, menu, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';

const ARCHIVE = 'https://digitalarchive.example.org/document';
const documents = [
  aDocument({
    id: 'telegram',
    title: 'The Long Telegram',
    date: aDay('1946-02-22'),
    description: 'On the sources of Soviet conduct.',
    url: `${ARCHIVE}/116178`,
    source: ['861.00/2–2246'],
  }),
  aDocument({
    id: 'minutes-2',
    title: 'Minutes',
    date: aDay('1950-01-02'),
    description: 'Second day of the talks.',
    url: `${ARCHIVE}/7#second`,
    source: ['Box 1, Folder 29'],
  }),
  aDocument({
    id: 'minutes-1',
    title: 'Minutes',
    date: aDay('1950-01-01'),
    description: 'First day of the talks.',
    url: `${ARCHIVE}/7#first`,
    source: ['Box 1, Folder 29'],
  }),
  aDocument({ id: 'note', title: 'A note on conduct', source: ['Box 11, Folder 29'] }),
];
/** As it is pasted from a newsletter: longer than a choice may be. */
const PASTED = `http://www.digitalarchive.example.org/document/116178/?utm_source=letter&utm_campaign=${'x'.repeat(300)}#top`;

const idOf = ({ embeds }: { embeds: { footer?: { text: string } }[] }) => embeds[0]?.footer?.text;

/** Writes a message; answers its id. */
async function write(discord: LocalDiscord, content: string): Promise<string> {
  const response = await fetch(`${discord.url}/control/say?as=ben&channel=general`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ content }),
  });
  return ((await response.json()) as { id: string }).id;
}

async function findFor(content: string) {
  const { discord } = await openRoom(documents);
  const outcome = await discord
    .as('ada')
    .onMessage('Find documents', await write(discord, content));
  return outcome.answer();
}

describe('a document is named by its link or reference', () => {
  test.each([PASTED, '861.00/2-2246', 'ref:861.00/2-2246'])('%s', async (typed) => {
    const { discord } = await openRoom(documents);
    const ada = discord.as('ada');
    for (const [command, option] of [
      ['document', 'title'],
      ['cite', 'document'],
      ['related', 'document'],
    ] as const) {
      const [choice, ...others] = await ada.autocomplete(command, option, typed);
      expect([choice?.value, others]).toEqual(['telegram', []]);
      const answer = await ada.run(command, { [option]: typed });
      expect(said(answer)).toContain('The Long Telegram');
      expect(said(answer)).not.toContain('No document');
    }
    expect(idOf(await ada.run('document', { title: typed }))).toBe('telegram');
    const quoted = await ada.run('quote', {
      text: 'on the sources of Soviet conduct',
      document: typed,
    });
    expect(said(quoted)).toContain('Exact');
  });

  test('in lists, to add and to remove', async () => {
    const { discord } = await openRoom(documents);
    const ada = discord.as('ada');
    await ada.run('list create', { name: 'Conduct' });
    const added = await ada.run('list add', { list: 'Conduct', document: PASTED });
    expect(said(added)).toContain('The Long Telegram');
    const offered = await ada.autocomplete('list remove', 'document', PASTED, {
      list: 'Conduct',
    });
    expect(offered.map(({ value }) => value)).toEqual(['telegram']);
    const removed = await ada.run('list remove', { list: 'Conduct', document: PASTED });
    expect(said(removed)).toContain('is no longer in');
  });

  test('or asks which, where several have it', async () => {
    const { discord } = await openRoom(documents);
    const ada = discord.as('ada');
    const byLink = await ada.run('document', { title: `${ARCHIVE}/7` });
    expect(isPrivate(byLink)).toBe(true);
    expect(said(byLink)).toContain('2 documents have this address: which?');
    expect(menu(byLink)?.options.map(({ value }) => value)).toEqual(['minutes-1', 'minutes-2']);
    const byReference = await ada.run('cite', { document: 'Box 1 Folder 29' });
    expect(said(byReference)).toContain('2 documents have this reference: which?');
    expect(said(byReference)).toContain('Box 1, Folder 29');
    const byTitle = await ada.run('document', { title: 'minutes' });
    expect(said(byTitle)).toContain('2 documents have this title: which?');
  });

  test('or says that none has it', async () => {
    const { discord } = await openRoom(documents);
    const ada = discord.as('ada');
    const byLink = await ada.run('document', { title: `${ARCHIVE}/11` });
    expect(said(byLink)).toContain('No document has this address');
    const byReference = await ada.run('document', { title: 'ref:"Box 2 Folder 29"' });
    expect(said(byReference)).toContain('No document here has the reference “Box 2 Folder 29”.');
    expect(menu(byReference)?.options.length).toBeGreaterThan(0);
  });
});

describe('/search', () => {
  test('opens the card of a link', async () => {
    const { discord } = await openRoom(documents);
    const ada = discord.as('ada');
    expect(idOf(await ada.run('search', { query: PASTED }))).toBe('telegram');
    const bare = 'digitalarchive.example.org/document/116178';
    expect(idOf(await ada.run('search', { query: bare }))).toBe('telegram');
    const [choice] = await ada.autocomplete('search', 'query', bare);
    expect(choice?.value).toBe('id:telegram');
  });

  test('lists those of one link, and says what a link doesn’t find', async () => {
    const { discord } = await openRoom(documents);
    const ada = discord.as('ada');
    const several = await ada.run('search', { query: `${ARCHIVE}/7` });
    expect(said(several)).toContain('1 link, in the archive.');
    expect(said(several)).toContain('1-2 of 2');
    const none = await ada.run('search', { query: `${ARCHIVE}/8` });
    expect(isPrivate(none)).toBe(true);
    expect(said(none)).toMatch(/No document here has the address .*document\/8/);
  });

  test.each([
    ['a link', PASTED],
    ['an id', 'minutes-1'],
    ['a choice', 'id:telegram'],
    ['a reference', '861.00/2-2246'],
  ])('keeps to filters where %s names a document, and says so', async (_, query) => {
    const { discord } = await openRoom(documents);
    const ada = discord.as('ada');
    const within = await ada.run('search', { query, from: '1946', to: '1950' });
    const title = query === 'minutes-1' ? 'Minutes' : 'The Long Telegram';
    expect(said(within)).toContain(title);
    expect(said(within)).not.toContain('Nothing found');
    for (const filter of [{ from: '1951' }, { to: '1900', in: 'records' }]) {
      const outside = await ada.run('search', { query, ...filter });
      expect(isPrivate(outside)).toBe(true);
      expect(said(outside)).toContain('Nothing found');
      expect(said(outside)).toContain(Object.values(filter)[0]);
      expect(said(outside)).toContain(title);
      expect(menu(outside)?.options).toHaveLength(1);
    }
  });

  test('reads what may be a reference as words, where no document has that address', async () => {
    const { discord } = await openRoom([
      ...documents,
      aDocument({ id: 'ledger', title: 'Ledger', description: 'From vol. xii/3' }),
    ]);
    const found = await discord.as('ada').run('search', { query: 'vol.xii/3' });
    expect(said(found)).toContain('Ledger');
    expect(said(found)).not.toContain('link');
    expect(said(found)).not.toContain('In no document');
    const none = await discord.as('ada').run('search', { query: 'vol.xix/77' });
    expect(said(none)).not.toContain('address');
  });

  test('finds by a reference beside words, and says how it was read', async () => {
    const { discord } = await openRoom(documents);
    const ada = discord.as('ada');
    const found = await ada.run('search', { query: 'first ref:"box 1 / folder 29"' });
    expect(said(found)).toContain('Read as: reference: “box 1 / folder 29”.');
    expect(said(found)).toContain('1 of 1');
    const alone = await ada.run('search', { query: 'ref:"box 1 / folder 29"' });
    expect(said(alone)).toContain('> Box 1, Folder 29');
    const none = await ada.run('search', { query: 'conduct ref:"Box 12"' });
    expect(said(none)).toContain('Nothing found');
    expect(said(none)).toMatch(/Without \*reference: “Box 12”\*: 2 found/);
  });
});

describe('Find documents', () => {
  test('lists those of the links first', async () => {
    const answer = await findFor(
      `Is the note on conduct older than <${ARCHIVE}/116178#a>? See [the minutes](${ARCHIVE}/7/) and https://example.com/elsewhere.`,
    );
    expect(isPrivate(answer)).toBe(true);
    expect(said(answer)).toContain('3 links, 2 of them in the archive.');
    expect(said(answer)).toContain('Not in the archive: *https://example.com/elsewhere*.');
    const places = ['The Long Telegram', 'Minutes', 'A note on conduct'].map((title) =>
      said(answer).indexOf(title),
    );
    expect(said(answer)).toMatch(/\*\*4\.\*\* .*A note on conduct/);
    expect(places.every((place) => place >= 0)).toBe(true);
  });

  test('finds by a bare link, and by the link of a card', async () => {
    expect(said(await findFor(`${ARCHIVE}/116178`))).toMatch(/1\..*The Long Telegram/);
    expect(said(await findFor(`${ARCHIVE}/8`))).toContain('No document here has the address');
    const { discord } = await openRoom(documents);
    const ada = discord.as('ada');
    const card = await ada.run('document', { title: 'telegram' });
    const outcome = await ada.onMessage('Find documents', card.id);
    expect(said(await outcome.answer())).toContain('1 link, in the archive.');
  });
});
