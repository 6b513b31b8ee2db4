import type { LocalDiscord } from 'local-discord';
import { describe, expect, test } from 'vitest';
import { archiveOf } from '../support/archives.ts';
import { buttonId, isPrivate, menu, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

const clock = { now: () => new Date('2026-11-24T12:00:00Z') };
const download = async (discord: LocalDiscord, url: string | undefined) => {
  expect(url).toMatch(new RegExp(`^${discord.url}`));
  return (await fetch(url ?? '')).text();
};

describe('/cite', () => {
  test('gives a Chicago note, with the id under it, and no fingerprint', async () => {
    const { discord } = await openRoom(archive, { services: clock });
    const ada = discord.as('ada');
    const [choice] = await ada.autocomplete('cite', 'document', 'mikoyan');
    const cited = await ada.run('cite', { document: choice?.value });
    expect(isPrivate(cited)).toBe(false);
    expect(cited.embeds[0]?.description).toBe(
      '“Notes by Anastas Mikoyan Ahead of Meetings with Mao Zedong” (January 31, 1949), Sino-Soviet Relations, https://example.org/mikoyan.',
    );
    expect(cited.embeds[0]?.footer?.text).toBe('Chicago, note · mikoyan');
    expect(cited.components ?? []).toEqual([]);
  });

  test('takes a style, and attaches a file', async () => {
    const { discord } = await openRoom(archive, { services: clock });
    const cited = await discord
      .as('ada')
      .run('cite', { document: 'october', style: 'apa', format: 'ris', private: true });
    expect(isPrivate(cited)).toBe(true);
    expect(cited.embeds[0]?.description).toBe('*Letter on the blockade*. (1962, October). Cuba.');
    expect(cited.attachments.map(({ filename }) => filename)).toEqual(['october.ris']);
    const text = await download(discord, cited.attachments[0]?.url);
    expect(text).toContain('TY  - MANSCPT\r\n');
    expect(text).toContain('DA  - 1962/10/\r\n');
  });

  test('offers the nearest where no document has the title', async () => {
    const { discord } = await openRoom(archive);
    const none = await discord.as('ada').run('cite', { document: 'Journal of Antonof' });
    expect(isPrivate(none)).toBe(true);
    expect(said(none)).toContain('No document has this title');
  });

  test('formats nothing that a record says', async () => {
    const [first] = archive;
    if (!first) throw new Error('no archive');
    const trap = { ...first, id: 'trap', title: '*Bold* `code` @everyone <@1>' };
    const { discord } = await openRoom([trap]);
    const cited = await discord.as('ada').run('cite', { document: 'trap' });
    expect(cited.embeds[0]?.description).toContain('\\*Bold\\* \\`code\\` @\u200beveryone \\<@1>');
  });
});

describe('Cite, under a card', () => {
  test('is private, changes its style in place and gives files', async () => {
    const { discord } = await openRoom(archive, { services: clock });
    const card = await discord.as('ada').run('document', { title: 'october' });
    const ben = discord.as('ben');
    const cited = await (await ben.click(card.id, buttonId(card, 'Cite'))).answer();
    expect(isPrivate(cited)).toBe(true);
    expect(said(cited)).toContain('“Letter on the Blockade” (October 1962), Cuba.');

    const mla = await (await ben.select(cited.id, menu(cited)?.custom_id ?? '', ['mla'])).answer();
    expect(mla.id).toBe(cited.id);
    expect(said(mla)).toContain('*Letter on the Blockade*. Oct. 1962. Cuba.');
    expect(menu(mla)?.options.find((option) => option.default)?.value).toBe('mla');

    for (const [label, name] of [
      ['RIS', 'october.ris'],
      ['BibTeX', 'october.bib'],
      ['CSL JSON', 'october.json'],
    ] as const) {
      const file = await (await ben.click(cited.id, buttonId(cited, label))).answer();
      expect(isPrivate(file)).toBe(true);
      expect(file.attachments.map(({ filename }) => filename)).toEqual([name]);
      expect(await download(discord, file.attachments[0]?.url)).toContain('Letter on the blockade');
    }
  });

  test('on a card of another state of the record says so', async () => {
    const { discord, services } = await openRoom(archive);
    const card = await discord.as('ada').run('document', { title: 'october' });
    services.archive = archiveOf(
      archive.map((one) => (one.id === 'october' ? { ...one, title: 'Another letter' } : one)),
    );
    const cite = async () =>
      said(await (await discord.as('ben').click(card.id, buttonId(card, 'Cite'))).answer());
    await expect.poll(cite).toMatch(/changed since its card was shared/);
    expect(await cite()).toContain('“Another Letter”');
  });
});
