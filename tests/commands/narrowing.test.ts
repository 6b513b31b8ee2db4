import { describe, expect, test } from 'vitest';
import { choose, narrowFilter, narrowings } from '../../src/commands/search/narrowing.ts';
import { buttonId, buttons, isPrivate, menu, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

describe('“Narrow by”', () => {
  test('asks the same within a collection, a decade or a person, and leads back', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const message = await ada.run('search', { query: 'from' });
    const all = await ada.run('search', { query: 'letter OR dispatch OR conversation' });
    expect(menu(message, 'Narrow by')?.options ?? []).not.toHaveLength(0);
    const options = menu(all, 'Narrow by')?.options.map(({ label, description }) => [
      label,
      description,
    ]);
    expect(options).toEqual([
      ['Dispatches', 'Collection, 12 of 15'],
      ['Sino-Soviet Relations', 'Collection, 2 of 15'],
      ['Cuba', 'Collection, 1 of 15'],
      ['1950s', 'Decade, 13 of 15'],
      ['1960s', 'Decade, 2 of 15'],
      ['Mao Zedong', 'Person, 1 of 15'],
      ['S. F. Antonov', 'Person, 1 of 15'],
    ]);

    const id = menu(all, 'Narrow by')?.custom_id ?? '';
    const sixties = await (await ada.select(all.id, id, ['decade:1960'])).answer();
    expect(sixties.id).toBe(all.id);
    expect(said(sixties)).toContain('1-2 of 2 · by relevance · the 1960s');
    const cuba = await (
      await ada.select(all.id, menu(sixties, 'Narrow by')?.custom_id ?? '', ['collection:Cuba'])
    ).answer();
    expect(said(cuba)).toContain('1 of 1 · by relevance · in Cuba · the 1960s');
    const back = menu(cuba, 'Narrow by');
    expect(back?.options.map(({ label }) => label)).toEqual(['Everything again']);
    const again = await (await ada.select(all.id, back?.custom_id ?? '', ['everything'])).answer();
    expect(said(again)).toContain('1-5 of 15');
  });

  test('gives anybody else a private copy', async () => {
    const { discord } = await openRoom(archive);
    const message = await discord.as('ada').run('search', { query: 'letter OR dispatch' });
    const id = menu(message, 'Narrow by')?.custom_id ?? '';
    const copy = await (
      await discord.as('ben').select(message.id, id, ['collection:Cuba'])
    ).answer();
    expect(copy.id).not.toBe(message.id);
    expect(isPrivate(copy)).toBe(true);
    expect(said(copy)).toContain('1 of 1');
  });

  test('takes no more days than the question had', () => {
    const filter = { from: '1963-05-01', to: '1980-01-01' };
    expect(narrowFilter(filter, { decade: '1960' })).toEqual({
      from: '1963-05-01',
      to: '1969-12-31',
    });
    expect(narrowFilter({}, {})).toEqual({ from: undefined, to: undefined });
  });

  test('offers nothing that divides nothing, and ignores what it never offered', () => {
    const facets = { collections: [{ value: 'A', count: 3 }], decades: [], people: [] };
    expect(narrowings(facets, {}, 3)).toEqual([]);
    expect(choose({ person: 'Mao' }, 'decade:x')).toEqual({ person: 'Mao' });
    expect(choose({}, 'collection:A: B')).toEqual({ collection: 'A: B' });
  });
});

describe('what is done to the words typed', () => {
  test('is said, and a button undoes it', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const message = await ada.run('search', { query: 'Beijing dispatch' });
    expect(said(message)).toContain('Also searched: *Peking*.');
    const id = buttonId(message, 'Only the names as typed');
    const typed = await (await ada.click(message.id, id)).answer();
    expect(typed.id).toBe(message.id);
    expect(said(typed)).not.toContain('Also searched');
    expect(said(typed)).toContain('In no document: *Beijing*.');
  });

  test('may be a correction', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const message = await ada.run('search', { query: 'khruschev' });
    expect(said(message)).toMatch(/Searched for \*khrushchev\* instead of \*khruschev\*/);
    const id = buttonId(message, 'Search for khruschev as typed');
    const typed = await (await ada.click(message.id, id)).answer();
    expect(said(typed)).toContain('Nothing found for “khruschev”');
    expect(buttons(typed).map(({ label }) => label)).toEqual(['Watch this']);
  });

  test('or a word that is only offered, and that a button searches for', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const message = await ada.run('search', { query: 'Khruschev' });
    expect(said(message)).toContain('Did you mean *khrushchev*?');
    expect(said(message)).not.toContain('instead of');
    const id = buttonId(message, 'Search for khrushchev');
    const meant = await (await ada.click(message.id, id)).answer();
    expect(said(meant)).toContain('*khrushchev* instead of *Khruschev*');
  });

  test('and how syntax was read', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const message = await ada.run('search', { query: 'dispatch -"number 3" in:1954' });
    expect(said(message)).toContain('Read as: without “number 3” · in 1954.');
    expect(said(message)).toContain('1-5 of 11');
    const none = await ada.run('search', { query: '"Mao Tse-tung" from:1970' });
    expect(said(none)).toContain('Without *“Mao Tse-tung”*: still nothing.');
    expect(said(none)).toContain('Without *from 1970*: still nothing.');
  });
});
