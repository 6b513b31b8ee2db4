import type { APIMessage } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../support/arbitrary-document.ts';
import { aDocument } from '../support/documents.ts';
import { expectWithinLimits } from '../support/embed-limits.ts';
import { buttons, isPrivate, menu } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

const footer = (message: APIMessage) => message.embeds[0]?.footer?.text;
const said = (message: APIMessage) => message.embeds[0]?.description ?? '';

describe('/search', () => {
  test('answers with five hits, publicly, in one call to Discord', async () => {
    const { discord } = await openRoom(archive);
    const before = discord.exchanges.length;
    const message = await discord.as('ada').run('search', { query: 'dispatch' });
    expect(footer(message)).toBe('1-5 of 12 · by relevance');
    expect(isPrivate(message)).toBe(false);
    expect(said(message)).toContain('**1.** Dispatch number');
    expect(said(message)).toContain('1954-04-');
    expect(said(message)).toMatch(/> .*\*\*dispatch\*\*/i);
    expect(menu(message)?.options.map(({ value }) => value)).toHaveLength(5);
    expect(buttons(message).map(({ label, disabled }) => [label, disabled ?? false])).toEqual([
      ['Previous', true],
      ['Next', false],
      ['Save', false],
    ]);
    const requests = discord.exchanges.slice(before).filter(({ kind }) => kind === 'request');
    expect(requests).toHaveLength(1);
  });

  test('links a title that has an address', async () => {
    const { discord } = await openRoom(archive);
    const message = await discord.as('ada').run('search', { query: 'Mikoyan' });
    expect(said(message)).toContain(
      '[Notes by Anastas Mikoyan ahead of Meetings with Mao Zedong](https://example.org/mikoyan)',
    );
  });

  test('the invoker turns the page in place; anybody else gets a private copy', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const ben = discord.as('ben');
    const message = await ada.run('search', { query: 'dispatch', sort: 'oldest' });
    const next = buttons(message)[1]?.custom_id ?? '';

    const copy = await (await ben.click(message.id, next)).answer();
    expect(copy.id).not.toBe(message.id);
    expect(isPrivate(copy)).toBe(true);
    expect(footer(copy)).toContain('6-10 of 12');

    const turned = await (await ada.click(message.id, next)).answer();
    expect(turned.id).toBe(message.id);
    expect(footer(turned)).toContain('6-10 of 12');
    expect(said(turned)).toContain('**6.** Dispatch number 6');

    const last = await (await ada.click(message.id, buttons(turned)[1]?.custom_id ?? '')).answer();
    expect(footer(last)).toContain('11-12 of 12');
    expect(buttons(last)[1]?.disabled).toBe(true);

    const own = await (await ben.click(copy.id, buttons(copy)[0]?.custom_id ?? '')).answer();
    expect(own.id).toBe(copy.id);
    expect(footer(own)).toContain('1-5 of 12');
  });

  test('filters by overlap of dates and by collection, and says so', async () => {
    const { discord } = await openRoom(archive);
    const message = await discord.as('ada').run('search', {
      query: 'letter',
      from: 'October 1962',
      to: 'c. 1962',
      collection: 'cuba',
    });
    expect(footer(message)).toBe('1 of 1 · by relevance · from October 1962 to c. 1962 · in Cuba');
    expect(said(message)).toContain('Letter on the blockade');
  });

  test.each([
    [
      { from: '1962 blockade letter' },
      ['from 1962', '“blockade letter”'],
      'Letter on the blockade',
    ],
    [
      { from: '"October 1962" letter' },
      ['from October 1962', '“letter”'],
      'Letter on the blockade',
    ],
    [{ to: '16 October 1959 border until:1960' }, ['to 16 October 1959', 'to 1960'], 'Antonov'],
    [{ collection: 'cuba blockade' }, ['in Cuba', '“blockade”'], 'Letter on the blockade'],
    [{ collection: '"Sino-Soviet Relations" border' }, ['“border”'], 'Antonov'],
  ])(
    '%j: an option that swallowed more than its value is understood',
    async (values, read, hit) => {
      const { discord } = await openRoom(archive);
      const message = await discord.as('ada').run('search', { query: 'telegram', ...values });
      const [lead = ''] = /Read as: .*/.exec(said(message)) ?? [];
      for (const part of read) expect(lead).toContain(part);
      expect(said(message)).toContain(hit);
    },
  );

  test('nothing found says what was asked, what emptied it and what is missing', async () => {
    const coverage = [
      {
        collection: 'Sino-Soviet Relations',
        listed: 71,
        held: 10,
        missing: [[11, 71] as [number, number]],
      },
    ];
    const { discord } = await openRoom(archive, { coverage });
    const filtered = await discord.as('ada').run('search', { query: 'Castro', to: '1950' });
    expect(said(filtered)).toContain('Nothing found for “Castro” (to 1950)');
    expect(said(filtered)).toContain('Without `to`: 1 found.');
    expect(said(filtered)).toContain(
      'Nearly found:\n**1.** Ciphered Telegram from Ambassador Alekseev',
    );
    const [opened] = menu(filtered)?.options ?? [];
    expect(opened?.value).toBe('alekseev');
    expect(said(filtered)).toContain(
      '61 of 71 documents of *Sino-Soviet Relations* are not loaded',
    );

    const unknown = await discord.as('ada').run('search', { query: 'zzyzx' });
    expect(said(unknown)).toContain('“zzyzx” is in no document');
  });

  test('a match in the title alone shows in bold; a word that is nowhere is said', async () => {
    const { discord } = await openRoom(archive);
    const message = await discord.as('ada').run('search', { query: 'ciphered xyzzyq' });
    expect(said(message)).toContain('> **Ciphered** Telegram from Ambassador Alekseev');
    expect(said(message)).toContain('In no document: *xyzzyq*.');
  });

  test.each([
    [{ from: 'before 1950', to: '1949' }, 1],
    [{ from: '1950', to: 'after 1958' }, 1],
    [{ from: 'before 1950', to: 'after 1958' }, 2],
  ])('%j: a date that is open on a side is no bound there', async (dates, total) => {
    const { discord } = await openRoom(archive);
    const message = await discord.as('ada').run('search', { query: 'Mao', ...dates });
    expect(footer(message)).toContain(`of ${total} ·`);
  });

  test('filters that only together keep everything out are said to', async () => {
    const { discord } = await openRoom(archive);
    const values = { query: 'Mao', from: '1970', collection: 'Cuba' };
    expect(said(await discord.as('ada').run('search', values))).toContain(
      'Without any filter: 2 found.',
    );
  });

  test('a query without a word says so', async () => {
    const { discord } = await openRoom(archive);
    const message = await discord.as('ada').run('search', { query: '😀 !?' });
    expect(said(message)).toContain('It has no words to search for.');
  });

  test('a slip of the pen is corrected and said', async () => {
    const { discord } = await openRoom(archive);
    const message = await discord.as('ada').run('search', { query: 'khruschev' });
    expect(said(message)).toMatch(/Searched for \*khrushchev\* instead of \*khruschev\*/i);
    expect(said(message)).toContain('Alekseev');
  });

  test('autocomplete offers titles with their dates; choosing one opens its card', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const choices = await ada.autocomplete('search', 'query', 'notes by m');
    expect(choices[0]).toMatchObject({
      name: 'Notes by Anastas Mikoyan ahead of Meetings with Mao Zedong (31 January 1949)',
      value: 'id:mikoyan',
    });
    const card = await ada.run('search', { query: 'id:mikoyan' });
    expect(footer(card)).toBe('mikoyan');
    expect(buttons(card).map(({ label }) => label)).toEqual([
      'Discuss',
      'Cite',
      'Save',
      'Related',
      'Source',
      'Remove',
    ]);
    const collections = await ada.autocomplete('search', 'collection', 'cu');
    expect(collections).toEqual([{ name: 'Cuba', value: 'Cuba' }]);
  });

  test('an id that is a word of other documents hides none of them', async () => {
    const { discord } = await openRoom([
      aDocument({ id: 'korea', title: 'On the peninsula', description: 'A report.' }),
      aDocument({ id: 'd2', title: 'The armistice in Korea' }),
      aDocument({ id: 'far-east', title: 'A journey', description: 'East of far away.' }),
    ]);
    const ada = discord.as('ada');
    const hits = said(await ada.run('search', { query: 'korea' }));
    expect(hits).toContain('The armistice in Korea');
    expect(hits.indexOf('On the peninsula')).toBeLessThan(hits.indexOf('The armistice'));
    const [choice] = await ada.autocomplete('search', 'query', 'on the peninsula');
    expect(footer(await ada.run('search', { query: String(choice?.value) }))).toBe('korea');
    expect(footer(await ada.run('search', { query: 'far-east' }))).toBe('far-east');
  });

  test.each([
    [{ query: 'x', from: 'yesterday-ish' }, /can’t read “yesterday-ish”/],
    [{ query: 'x', from: '1960', to: '1950' }, /comes after/],
    [{ query: 'x', collection: 'Nowhere' }, /no collection “Nowhere”/],
  ])('wrong input %j is answered privately with what to do', async (values, words) => {
    const { discord } = await openRoom(archive);
    const message = await discord.as('ada').run('search', values);
    expect(isPrivate(message)).toBe(true);
    expect(said(message)).toMatch(words);
  });

  test('any text, hostile ones included, gets an answer and pings nobody', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const query = text.slice(0, 500).trim() || 'x';
        const message = await ada.run('search', { query });
        expectWithinLimits(message.embeds);
        expect(message.mentions).toEqual([]);
        expect(message.mention_everyone).toBe(false);
        expect(JSON.stringify(message.embeds)).not.toContain('@everyone');
      }),
      { numRuns: 40 },
    );
  });
});
