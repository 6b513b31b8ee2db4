import type { APIMessage } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/data/texts/page.ts';
import type { Archive } from '../../src/search/archive.ts';
import { createArchive } from '../../src/search/minisearch/create-archive.ts';
import { anyText } from '../support/arbitrary-document.ts';
import { aDay, aDocument, aPage } from '../support/documents.ts';
import { expectWithinLimits } from '../support/embed-limits.ts';
import { buttonId, buttons, isPrivate, menu, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';

const YEARS = [1894, 1901, 1912, 1926, 1927, 1933, 1934];

const documents = [
  ...YEARS.map((year) =>
    aDocument({
      id: `note-${year}`,
      title: `The Minister in Nicaragua to the Secretary of State, ${year}`,
      collection: 'Nicaragua',
      date: aDay(`${year}-05-01`),
      url: `https://example.org/note-${year}`,
    }),
  ),
  aDocument({ id: 'record-only', title: 'A blockade of Corinto', date: aDay('1894-06-01') }),
];

const reason = (year: number) =>
  `Sir: I have the honor to report on the landing of ${year}.\n\nThe marines were withdrawn because the Government of ${year} gave assurances of order. Mr. Hay* was told so on May 1, ${year}, at 5 p.m., and __he__ agreed. The ships left the port of Bluefields the next day, and quiet has prevailed since.`;

const pages = YEARS.map((year) =>
  aPage({
    id: `note-${year}`,
    page: 1,
    label: `p. ${year - 1800}`,
    text: reason(year),
    url: `https://example.org/note-${year}#pg_1`,
  }),
);

const QUESTION = 'Why were the marines withdrawn?';
const holding = (texts: readonly Page[]): Archive =>
  createArchive({ documents, pages: texts, coverage: [], series: new Map(), readAt: new Date() });
const archive = holding(pages);
const open = () => openRoom(documents, { services: { archive } });

/** The passages of a message as they stand in the texts: escapes and the marks of the quotation undone. */
const quoted = (message: APIMessage): string[] =>
  (message.embeds[0]?.fields ?? []).map(({ value }) =>
    value
      .split('\n')
      .filter((line) => line.startsWith('> '))
      .map((line) => line.slice(2))
      .join('\n')
      .replace(/^… | …$/g, '')
      .replace(/\\([\\*_~`|<])/g, '$1'),
  );
const first = (message: APIMessage) => message.embeds[0]?.description?.split('\n')[0];

describe('/passages', () => {
  test('gives five passages word for word, each with its citation and its page, and says no more', async () => {
    const { discord } = await open();
    const before = discord.exchanges.length;
    const message = await discord.as('ada').run('passages', { question: QUESTION });
    expect(first(message)).toBe(
      '5 passages from 5 of 8 documents; read them, they are not a summary',
    );
    expect(isPrivate(message)).toBe(false);
    const shown = quoted(message);
    expect(shown).toHaveLength(5);
    for (const passage of shown) {
      expect(passage).toContain('The marines were withdrawn because');
      expect(pages.some(({ text }) => text.includes(passage))).toBe(true);
    }
    for (const { value } of message.embeds[0]?.fields ?? []) {
      expect(value).toMatch(/“The Minister in Nicaragua to the Secretary of State, \d{4}”/);
      expect(value).toMatch(/\[p\. \d+\]\(https:\/\/example\.org\/note-\d+#pg_1\), edition$/);
    }
    const requests = discord.exchanges.slice(before).filter(({ kind }) => kind === 'request');
    expect(requests).toHaveLength(1);
  });

  test('spreads them over the time that was found', async () => {
    const { discord } = await open();
    const message = await discord.as('ada').run('passages', { question: QUESTION });
    const years = (message.embeds[0]?.fields ?? []).map(({ name }) => /\d{4}/.exec(name)?.[0]);
    expect(years).toEqual(expect.arrayContaining(['1894', '1912']));
    const late = years.filter((year) => Number(year) >= 1926);
    expect(late.length).toBeLessThanOrEqual(3);
  });

  test('More gives the next ones in place; somebody else gets a copy', async () => {
    const { discord } = await open();
    const ada = discord.as('ada');
    const message = await ada.run('passages', { question: QUESTION });
    const more = buttonId(message, 'More');
    const copy = await (await discord.as('ben').click(message.id, more)).answer();
    expect(isPrivate(copy)).toBe(true);
    expect(copy.id).not.toBe(message.id);
    const next = await (await ada.click(message.id, more)).answer();
    expect(next.id).toBe(message.id);
    expect(first(next)).toBe('2 passages from 2 of 8 documents; read them, they are not a summary');
    expect(buttons(next).find(({ label }) => label === 'More')?.disabled).toBe(true);
    const all = [...quoted(message), ...quoted(next)];
    expect(new Set(all).size).toBe(7);
    const back = await (await ada.click(message.id, buttonId(next, 'Back'))).answer();
    expect(quoted(back)).toEqual(quoted(message));
  });

  test('another period is chosen from those that answers are from, and left again', async () => {
    const { discord } = await open();
    const ada = discord.as('ada');
    const message = await ada.run('passages', { question: QUESTION });
    const periods = menu(message, 'Other period');
    expect(periods?.options.map(({ label }) => label)).toEqual([
      '1890s',
      '1900s',
      '1910s',
      '1920s',
      '1930s',
    ]);
    const twenties = periods?.options[3]?.value ?? '';
    const chosen = await (
      await ada.select(message.id, periods?.custom_id ?? '', [twenties])
    ).answer();
    expect(first(chosen)).toBe(
      '2 passages from 2 of 8 documents; read them, they are not a summary',
    );
    expect(said(chosen)).toContain('1920s');
    const again = menu(chosen, 'Other period');
    expect(again?.options[0]?.label).toBe('Every period');
    const every = again?.options[0]?.value ?? '';
    const whole = await (await ada.select(message.id, again?.custom_id ?? '', [every])).answer();
    expect(quoted(whole)).toEqual(quoted(message));
  });

  test('Cite and Save lead to what cards offer, for whoever clicks', async () => {
    const { discord } = await open();
    const message = await discord.as('ada').run('passages', { question: QUESTION });
    const ben = discord.as('ben');
    const citations = await (await ben.click(message.id, buttonId(message, 'Cite'))).answer();
    expect(isPrivate(citations)).toBe(true);
    expect(said(citations).match(/“The Minister in Nicaragua/g)).toHaveLength(5);
    expect(said(citations)).toMatch(/p\. \d+\]\(\S+\), edition/);
    const [styles] = buttons(citations);
    const cited = await (await ben.click(citations.id, styles?.custom_id ?? '')).answer();
    expect(menu(cited, 'Another style')).toBeDefined();

    const which = await (await ben.click(message.id, buttonId(message, 'Save'))).answer();
    expect(buttons(which)).toHaveLength(5);
    const saving = await (await ben.click(which.id, buttons(which)[0]?.custom_id ?? '')).answer();
    expect(said(saving)).toContain('create one for');
  });

  test('a document is opened from the menu, and asked the same again', async () => {
    const { discord } = await open();
    const ada = discord.as('ada');
    const message = await ada.run('passages', { question: QUESTION, private: true });
    const documentsMenu = menu(message, 'Open a document');
    const [one] = documentsMenu?.options ?? [];
    const card = await (
      await ada.select(message.id, documentsMenu?.custom_id ?? '', [one?.value ?? ''])
    ).answer();
    const own = await (await ada.click(card.id, buttonId(card, 'Passages'))).answer();
    expect(said(own)).toContain('withdrawn');
  });

  test('two passages of one document stand once in the menus', async () => {
    const [note] = documents;
    const long = [1, 2].map((page) =>
      aPage({ id: note?.id ?? '', page, text: reason(1800 + page) }),
    );
    const { discord } = await openRoom(documents, { services: { archive: holding(long) } });
    const message = await discord.as('ada').run('passages', { question: QUESTION });
    expect(first(message)).toBe(
      '2 passages from 1 of 8 documents; read them, they are not a summary',
    );
    expect(menu(message, 'Open a document')?.options).toHaveLength(1);
  });

  test('what passages can’t answer is told what to do instead, and what is told can be typed', async () => {
    const { discord } = await open();
    const ada = discord.as('ada');
    const message = await ada.run('passages', { question: 'How many marines were withdrawn?' });
    expect(said(message)).toContain('Passages can’t count');
    expect(quoted(message)).toEqual([]);
    const lines = [...said(message).matchAll(/`(\/[^`]+)`/g)].map(([, line = '']) => line);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['/search', '/timeline']);
    for (const line of lines) {
      const answer = await (await ada.type(line)).answer();
      expect(said(answer)).not.toMatch(/Nothing found|No document/);
    }
    const anyway = await (
      await ada.click(message.id, buttonId(message, 'Show passages anyway'))
    ).answer();
    expect(quoted(anyway)).toHaveLength(5);
  });

  test('nothing found says what could be read at all, and what records have', async () => {
    const { discord } = await open();
    const message = await discord
      .as('ada')
      .run('passages', { question: 'Who ordered the blockade of Corinto?' });
    expect(isPrivate(message)).toBe(true);
    expect(said(message)).toContain('No passage was found');
    expect(said(message)).toContain('7 of 8 documents have a text here: all 7 of *Nicaragua*.');
    expect(said(message)).toContain('finds 1 document');
  });

  test('nothing found between dates says what there is without them, and blames no word', async () => {
    const { discord } = await open();
    const ada = discord.as('ada');
    const message = await ada.run('passages', { question: QUESTION, from: '1950' });
    expect(said(message)).toContain(
      `Without “from 1950” 7 passages were found: \`/passages question:${QUESTION}\``,
    );
    expect(said(message)).not.toContain('these words');
    const unknown = await ada.run('passages', { question: 'zeppelin', from: '1950' });
    expect(said(unknown)).not.toMatch(/Without|these words/);
    const everywhere = await ada.run('passages', { question: 'zeppelin' });
    expect(said(everywhere)).toContain('says which of these words are in no document');
  });

  test('a question without a letter or a figure is none', async () => {
    const { discord } = await open();
    const message = await discord.as('ada').run('passages', { question: '???' });
    expect(said(message)).toContain('Type a question');
    expect(isPrivate(message)).toBe(true);
  });

  test('an archive without texts says so, and what to do', async () => {
    const { discord } = await openRoom(documents);
    const message = await discord.as('ada').run('passages', { question: QUESTION });
    expect(said(message)).toContain('This archive holds no texts, only records');
    expect(said(message)).toContain('--texts');
  });

  test('dates and a collection narrow it, and wrong ones are told', async () => {
    const { discord } = await open();
    const ada = discord.as('ada');
    const message = await ada.run('passages', {
      question: QUESTION,
      from: '1930',
      collection: 'nicaragua',
    });
    expect(first(message)).toBe(
      '2 passages from 2 of 8 documents; read them, they are not a summary',
    );
    expect(said(message)).toContain('from 1930');
    const wrong = await ada.run('passages', { question: QUESTION, from: 'some day' });
    expect(said(wrong)).toContain('can’t read “some day”');
  });

  test('any question and any text keep to Discord’s limits and ping nobody', async () => {
    const hostile = fc.sample(anyText, { numRuns: 12, seed: 3 });
    const strange = hostile.map((text, at) =>
      aPage({
        id: `note-${YEARS[at % 7]}`,
        page: 2 + Math.floor(at / 7),
        text: `withdrawn ${text} @everyone ${'*_`|'.repeat(150)}`,
      }),
    );
    const all = [...pages, ...strange].sort((a, b) =>
      a.id < b.id ? -1 : a.id > b.id ? 1 : a.page - b.page,
    );
    const { discord } = await openRoom(documents, { services: { archive: holding(all) } });
    const ada = discord.as('ada');
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const question = `withdrawn ${text}`.slice(0, 300);
        const message = await ada.run('passages', { question });
        expectWithinLimits(message.embeds);
        expect(message.mention_everyone).toBe(false);
        expect(JSON.stringify(message.embeds)).not.toContain('@everyone');
      }),
      { numRuns: 20 },
    );
  });
});
