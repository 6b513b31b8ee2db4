import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import type { LocalDiscord } from 'local-discord';
import { describe, expect, test } from 'vitest';
import { archiveOf } from '../support/archives.ts';
import { buttonId, isPrivate, menu, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A room with a clock that can be set, and what people type there. */
async function openLists() {
  let time = Date.parse('2026-11-24T12:00:00Z');
  const room = await openRoom(archive, { services: { now: () => new Date(time) } });
  const list = (
    as: string,
    doing: string,
    values: Record<string, string | boolean> = {},
    channel = 'general',
  ) => room.discord.as(as).run(`list ${doing}`, values, { channel });
  return {
    ...room,
    list,
    later: (ms: number) => {
      time += ms;
    },
  };
}

const clicked = async (discord: LocalDiscord, as: string, id: string, button: string) =>
  (await discord.as(as).click(id, button)).answer();

describe('/list', () => {
  test('keeps documents with who, when and why, and pages through them', async () => {
    const { discord, list } = await openLists();
    const made = await list('ada', 'create', { name: 'Border talks', scope: 'server' });
    expect(isPrivate(made)).toBe(false);
    const added = await list('ben', 'add', {
      list: 'Border talks',
      document: 'antonov',
      note: 'See *p. 3* @everyone',
    });
    expect(said(added)).toContain('is in **Border talks**.');
    for (let number = 1; number <= 6; number += 1) {
      await list('ada', 'add', { list: 'border TALKS', document: `dispatch-${number}` });
    }
    const shown = await list('ada', 'show', { list: 'Border talks' });
    expect(isPrivate(shown)).toBe(false);
    expect(said(shown)).toContain('List: Border talks');
    expect(said(shown)).toContain('1-5 of 7');
    expect(said(shown)).toMatch(
      new RegExp(
        `> See \\\\\\*p. 3\\\\\\* @\u200beveryone · added by <@${discord.users.ben.id}> on <t:\\d+:D>`,
      ),
    );
    const next = await clicked(discord, 'ada', shown.id, buttonId(shown, 'Next'));
    expect(next.id).toBe(shown.id);
    expect(said(next)).toContain('6-7 of 7');
    expect(menu(next)?.options).toHaveLength(2);
  });

  test('refuses a second list of a name, letter case aside, in its scope alone', async () => {
    const { list } = await openLists();
    await list('ada', 'create', { name: 'Talks' });
    expect(said(await list('ada', 'create', { name: 'TALKS' }))).toContain('already');
    expect(said(await list('ada', 'create', { name: 'Talks', scope: 'server' }))).toContain(
      'List created',
    );
    expect(said(await list('ben', 'create', { name: 'Talks' }))).toContain('List created');
  });

  test('of one’s own is seen by oneself alone', async () => {
    const { discord, list } = await openLists();
    const made = await list('ada', 'create', { name: 'Private thoughts' });
    expect(isPrivate(made)).toBe(true);
    await list('ada', 'add', { list: 'Private thoughts', document: 'antonov' });
    expect(isPrivate(await list('ada', 'show', { list: 'Private thoughts' }))).toBe(true);
    expect(said(await list('ben', 'show', { list: 'Private thoughts' }))).toContain(
      'There is no list',
    );
    expect(await discord.as('ben').autocomplete('list show', 'list', 'priv')).toEqual([]);
    const [choice] = await discord.as('ada').autocomplete('list show', 'list', 'priv');
    expect(choice?.name).toBe('Private thoughts (your list, 1)');

    const open = await list('ada', 'show', { list: String(choice?.value), private: false });
    expect(isPrivate(open)).toBe(false);
    expect(said(open)).toContain('Journal of Ambassador Antonov');
    const toAll = discord.messages('general', 'ben').filter((message) => !isPrivate(message));
    expect(toAll.map(({ id }) => id)).toEqual([open.id]);
  });

  test('in direct messages knows only lists of one’s own', async () => {
    const { list } = await openLists();
    const refused = await list('ada', 'create', { name: 'x', scope: 'server' }, 'dm');
    expect(said(refused)).toContain('Server lists only work in a server');
    expect(said(await list('ada', 'create', { name: 'x' }, 'dm'))).toContain('List created');
    expect(said(await list('ada', 'show', { list: 'x' }))).toContain('This list is empty');
  });

  test('changes notes, takes documents out and says what is not there', async () => {
    const { discord, list } = await openLists();
    await list('ada', 'create', { name: 'Talks' });
    await list('ada', 'add', { list: 'Talks', document: 'antonov' });
    const again = await list('ada', 'add', { list: 'Talks', document: 'antonov', note: 'Because' });
    expect(said(again)).toContain('its note is new');
    await list('ada', 'note', { list: 'Talks', document: 'antonov', note: 'For another reason' });
    expect(said(await list('ada', 'show', { list: 'Talks' }))).toContain('For another reason');

    const kept = await discord
      .as('ada')
      .autocomplete('list remove', 'document', 'journal', { list: 'Talks' });
    expect(kept.map(({ value }) => value)).toEqual(['antonov']);
    expect(said(await list('ada', 'remove', { list: 'Talks', document: 'mikoyan' }))).toContain(
      'is not in',
    );
    await list('ada', 'remove', { list: 'Talks', document: 'antonov' });
    expect(said(await list('ada', 'show', { list: 'Talks' }))).toContain('This list is empty');
    const none = await list('ada', 'add', { list: 'Talks', document: 'Journal of Antonof' });
    expect(said(none)).toContain('No document has this title');
  });

  test('shows what is no longer loaded by the title it had, and what has changed', async () => {
    const { list, services } = await openLists();
    await list('ada', 'create', { name: 'Talks' });
    await list('ada', 'add', { list: 'Talks', document: 'antonov' });
    await list('ada', 'add', { list: 'Talks', document: 'mikoyan' });
    services.archive = archiveOf(
      archive
        .filter(({ id }) => id !== 'antonov')
        .map((one) => (one.id === 'mikoyan' ? { ...one, description: 'Corrected.' } : one)),
    );
    const shown = said(await list('ada', 'show', { list: 'Talks' }));
    expect(shown).toContain(
      '1 of this list is no longer loaded: *From the Journal of Ambassador Antonov*',
    );
    expect(shown).toContain('the record has changed since');
    const removed = await list('ada', 'remove', { list: 'Talks', document: 'antonov' });
    expect(said(removed)).toContain('From the Journal of Ambassador Antonov');
  });

  test('asks before it deletes, and restores for seven days', async () => {
    const { discord, list, later } = await openLists();
    await list('ada', 'create', { name: 'Talks' });
    await list('ada', 'add', { list: 'Talks', document: 'antonov', note: 'Why' });
    const asked = await list('ada', 'delete', { list: 'Talks' });
    expect(said(asked)).toContain('Delete this list?');
    expect(said(await list('ada', 'show', { list: 'Talks' }))).toContain('Why');
    const spared = await clicked(discord, 'ada', asked.id, buttonId(asked, 'Keep'));
    expect(said(spared)).toContain('Nothing was deleted');

    const second = await list('ada', 'delete', { list: 'Talks' });
    const gone = await clicked(discord, 'ada', second.id, buttonId(second, 'Delete'));
    expect(said(gone)).toContain('can be restored until');
    expect(said(await list('ada', 'show', { list: 'Talks' }))).toContain('There is no list');
    const back = await clicked(discord, 'ada', gone.id, buttonId(gone, 'Restore'));
    expect(said(back)).toContain('is back, with 1 document');
    expect(said(await list('ada', 'show', { list: 'Talks' }))).toContain('Why');

    const third = await list('ada', 'delete', { list: 'Talks' });
    await clicked(discord, 'ada', third.id, buttonId(third, 'Delete'));
    later(6 * DAY);
    const [choice] = await discord.as('ada').autocomplete('list restore', 'list', '');
    expect(choice?.name).toBe('Talks (your list, 1)');
    expect(await discord.as('ben').autocomplete('list restore', 'list', '')).toEqual([]);
    later(2 * DAY);
    expect(await discord.as('ada').autocomplete('list restore', 'list', '')).toEqual([]);
    const late = await list('ada', 'restore', { list: String(choice?.value) });
    expect(said(late)).toContain('can’t be restored');
  });

  test('lets a server’s list be renamed and deleted by its maker and by who manages the server', async () => {
    const { discord, list } = await openLists();
    await list('ada', 'create', { name: 'Hers', scope: 'server' });
    await list('ben', 'create', { name: 'His', scope: 'server' });
    expect(said(await list('ben', 'rename', { list: 'Hers', name: 'x' }))).toContain(
      'Manage Server',
    );
    expect(said(await list('ben', 'delete', { list: 'Hers' }))).toContain('Manage Server');
    expect(said(await list('ada', 'rename', { list: 'His', name: 'Theirs' }))).toContain(
      '**His** is now **Theirs**',
    );
    discord.deny('general', Permission.ManageMessages, 'ada');
    expect(said(await list('ada', 'rename', { list: 'Theirs', name: 'Ours' }))).toContain('Ours');
    await list('ada', 'rename', { list: 'Ours', name: 'Theirs' });
    discord.deny('general', Permission.ManageGuild, 'ada');
    expect(said(await list('ada', 'delete', { list: 'Theirs' }))).toContain('Manage Server');
    const asked = await list('ben', 'delete', { list: 'Theirs' });
    expect(said(await clicked(discord, 'ben', asked.id, buttonId(asked, 'Delete')))).toContain(
      'List deleted',
    );
  });

  test('tells who wrote a note and when apart from who added the document', async () => {
    const { discord, list, later } = await openLists();
    await list('ada', 'create', { name: 'Talks', scope: 'server' });
    await list('ada', 'add', { list: 'Talks', document: 'antonov', note: 'Mine' });
    later(DAY);
    await list('ben', 'note', { list: 'Talks', document: 'antonov', note: 'His words' });
    const shown = said(await list('ada', 'show', { list: 'Talks' }));
    expect(shown).toMatch(
      new RegExp(
        `His words · note by <@${discord.users.ben.id}> on <t:\\d+:D> · added by <@${discord.users.ada.id}>`,
      ),
    );
    const file = async (format: string) => {
      const { attachments } = await list('ada', 'export', { list: 'Talks', format });
      return (await fetch(attachments[0]?.url ?? '')).text();
    };
    expect(await file('csv')).toContain(
      `His words,${discord.users.ben.id},2026-11-25T12:00:00.000Z,${discord.users.ada.id},`,
    );
    for (const format of ['ris', 'bibtex', 'csl-json', 'markdown']) {
      expect(await file(format)).toContain(discord.users.ben.id);
      expect(await file(format)).not.toContain(discord.users.ada.id);
    }
  });

  test('brings back with Undo what somebody else removed or overwrote', async () => {
    const { discord, list } = await openLists();
    await list('ada', 'create', { name: 'Talks', scope: 'server' });
    await list('ada', 'add', { list: 'Talks', document: 'antonov', note: 'Hers' });
    const before = said(await list('ada', 'show', { list: 'Talks' }));

    const removed = await list('ben', 'remove', { list: 'Talks', document: 'antonov' });
    await clicked(discord, 'ada', removed.id, buttonId(removed, 'Undo'));
    expect(said(await list('ada', 'show', { list: 'Talks' }))).toBe(before);

    const noted = await list('ben', 'add', { list: 'Talks', document: 'antonov', note: 'His' });
    const undone = await clicked(discord, 'ada', noted.id, buttonId(noted, 'Undo'));
    expect(said(await list('ada', 'show', { list: 'Talks' }))).toBe(before);
    await clicked(discord, 'ben', undone.id, buttonId(undone, 'Undo'));
    expect(said(await list('ada', 'show', { list: 'Talks' }))).toContain('His');
    const first = await list('ada', 'add', { list: 'Talks', document: 'mikoyan', note: 'New' });
    expect(first.components).toEqual([]);
  });

  test.each([
    ['ris', 'border-talks.ris', 'N1  - Because'],
    ['bibtex', 'border-talks.bib', 'annotation = {Because}'],
    ['csl-json', 'border-talks.json', '"annote": "Because"'],
    ['csv', 'border-talks.csv', ',Because,'],
    ['markdown', 'border-talks.md', '\n\n   Because\n'],
  ])('exports as %s, notes included', async (format, filename, noted) => {
    const { list } = await openLists();
    await list('ada', 'create', { name: 'Border talks' });
    expect(said(await list('ada', 'export', { list: 'Border talks', format }))).toContain(
      'nothing to export',
    );
    await list('ada', 'add', { list: 'Border talks', document: 'antonov', note: 'Because' });
    await list('ada', 'add', { list: 'Border talks', document: 'mikoyan' });
    const exported = await list('ada', 'export', { list: 'Border talks', format });
    expect(isPrivate(exported)).toBe(true);
    expect(exported.attachments.map((file) => file.filename)).toEqual([filename]);
    const text = await (await fetch(exported.attachments[0]?.url ?? '')).text();
    expect(text).toContain(noted);
    expect(text.indexOf('Antonov')).toBeLessThan(text.indexOf('Mikoyan'));
  });
});

describe('Save, under a card', () => {
  test('makes a list where there is none, and asks why', async () => {
    const { discord, list } = await openLists();
    const ada = discord.as('ada');
    const card = await ada.run('document', { title: 'mikoyan' });
    const save = await clicked(discord, 'ada', card.id, buttonId(card, 'Save'));
    expect(isPrivate(save)).toBe(true);
    expect(menu(save)).toBeUndefined();
    const form = await ada.click(save.id, buttonId(save, 'New list'));
    const saved = await (await ada.submit(form.interaction.id, { name: 'Talks' })).answer();
    expect(saved.id).toBe(save.id);
    expect(said(saved)).toContain('is in **Talks** (your list)');

    const why = await ada.click(saved.id, buttonId(saved, 'Add a note'));
    const noted = await (await ada.submit(why.interaction.id, { note: 'Look at p. 3' })).answer();
    expect(said(noted)).toContain('> Look at p. 3');
    expect(said(await list('ada', 'show', { list: 'Talks' }))).toContain('Look at p. 3');
  });

  test('offers one’s own lists and the server’s', async () => {
    const { discord, list } = await openLists();
    await list('ada', 'create', { name: 'Hers' });
    await list('ben', 'create', { name: 'His' });
    await list('ben', 'create', { name: 'Ours', scope: 'server' });
    const card = await discord.as('ada').run('document', { title: 'mikoyan' });
    const save = await clicked(discord, 'ada', card.id, buttonId(card, 'Save'));
    const offered = menu(save);
    expect(offered?.options.map(({ label }) => label)).toEqual(['Hers', 'Ours']);
    const chosen = await discord
      .as('ada')
      .select(save.id, offered?.custom_id ?? '', [offered?.options[1]?.value ?? '']);
    expect(said(await chosen.answer())).toContain('is in **Ours** (server list)');
    expect(said(await list('ben', 'show', { list: 'Ours' }))).toContain('Anastas Mikoyan');
  });
});

test('100 lists and 1,000 documents a list are the most, and stay quick', async () => {
  const { services, list, discord } = await openLists();
  const { lists, listItems } = services.store;
  const scope = `guild:${discord.guild.id}`;
  const at = new Date('2026-11-24');
  for (let number = 1; number <= 100; number += 1) {
    await lists.create({ scope, name: `List ${number}`, createdBy: discord.users.ada.id }, at);
  }
  const [first] = await lists.of([scope]);
  for (let number = 0; number < 1000; number += 1) {
    await listItems.add(first?.id ?? 0, {
      document: `dispatch-${number}`,
      title: `Dispatch ${number}`,
      fingerprint: '',
      note: { text: 'A note', by: discord.users.ada.id, at },
      addedBy: discord.users.ada.id,
      addedAt: at,
    });
  }
  expect(said(await list('ada', 'create', { name: 'One more', scope: 'server' }))).toContain(
    '100 lists already',
  );
  const full = await list('ada', 'add', { list: first?.name ?? '', document: 'mikoyan' });
  expect(said(full)).toContain('at most 1000 documents');
  const began = performance.now();
  await list('ada', 'show', { list: first?.name ?? '' });
  await discord.as('ada').autocomplete('list show', 'list', 'list');
  expect(performance.now() - began).toBeLessThan(1500);
});
