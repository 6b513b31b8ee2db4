import Database from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { buttonId, buttons, isPrivate, menu, said } from '../support/messages.ts';
import { recordLog } from '../support/recorded-log.ts';
import { openRoom, type Room } from '../support/room.ts';

async function open() {
  const recorded = recordLog();
  const pragma = vi.spyOn(Database.prototype, 'pragma');
  const room = await openRoom(archive, { log: recorded.log });
  const database = pragma.mock.contexts.at(-1) as Database.Database;
  pragma.mockRestore();
  return { ...room, ...recorded, database, ada: room.discord.as('ada') };
}

/** Lets the database grow no more, as on a full disk, and leaves no room in its pages. */
function fill(database: Database.Database): void {
  database.pragma(`max_page_count = ${database.pragma('page_count', { simple: true })}`);
  for (const table of ['views', 'shares', 'draws', 'lists']) {
    const columns = database.pragma(`table_info(${table})`) as { name: string; type: string }[];
    const values = columns.map(({ type }) => (type === 'text' ? 'hex(randomblob(9))' : 'random()'));
    const insert = database.prepare(`insert into ${table} values (${values.join()})`);
    expect(() => {
      for (;;) insert.run();
    }).toThrow('full');
  }
}

describe('a failure while sending', () => {
  test.each([
    ['too large', { status: 413, code: 40005, message: 'Request entity too large' }, /too large/],
    ['an invalid form', { status: 400, code: 50035, message: 'Invalid Form Body' }, /refused/],
    ['a refusal without a code', { status: 403 }, /refused/],
    ['an outage', { status: 503, count: 4 }, /connection to Discord broke/],
  ] as const)('(%s) is told privately, with a reference', async (_name, refusal, words) => {
    const { discord, ada, errors } = await open();
    discord.refuseNext({ ...refusal, path: /callback/ });
    const message = await ada.run('document', { title: 'mikoyan' });
    expect(isPrivate(message)).toBe(true);
    expect(said(message)).toMatch(words);
    const [, reference] = /`([0-9a-f]{8})`/.exec(said(message)) ?? [];
    expect(errors()).toMatchObject([{ reference }]);
  });

  test('is logged by code, status, route and stack, without body, file or token', async () => {
    const { discord, ada, errors } = await open();
    discord.refuseNext({ status: 413, code: 40005, path: /callback/ });
    const { interaction } = await ada.command('search', { query: 'Mikoyan', private: true });
    const { err, raw } = errors()[0] ?? { err: undefined, raw: '' };
    expect(err).toMatchObject({ code: 40005, status: 413 });
    expect(err).toMatchObject({ route: expect.stringMatching(/^POST .*\/:token\/callback$/) });
    expect(err).toHaveProperty('stack', expect.stringContaining('at '));
    expect(raw).not.toContain(interaction.token);
    expect(raw).not.toContain('Mikoyan');
    expect(raw.length).toBeLessThan(5000);
  });
});

describe('a full disk', () => {
  test('leaves answers, without what must be remembered, and says so', async () => {
    const { discord, services, database, ada } = await open();
    const first = await ada.run('search', { query: 'dispatch' });
    fill(database);
    const list = await ada.run('search', { query: 'dispatch' });
    expect(said(list)).toContain('of 12');
    expect(said(list)).toContain('can’t save anything');
    expect(buttons(list).map(({ label }) => label)).not.toContain('Next');
    expect(menu(list, 'Open a document')).toBeDefined();

    const card = await ada.run('document', { title: 'mikoyan' });
    expect(isPrivate(card)).toBe(false);
    expect(said(card)).toContain('can’t save anything');
    const kept = await ada.run('document', { title: 'mikoyan', private: true });
    const shared = await (await ada.click(kept.id, buttonId(kept, 'Share'))).answer();
    expect(said(shared)).toContain('Mikoyan');
    expect(said(await ada.run('random'))).toContain('can’t save anything');
    expect(await services.store.shares.of(discord.guild.id, 'mikoyan')).toEqual([]);

    const turned = await (await ada.click(first.id, buttonId(first, 'Next'))).answer();
    expect(said(turned)).toContain('6-10 of 12');
  });

  test('tells whoever wanted to save that nothing was saved, and why', async () => {
    const { database, ada } = await open();
    fill(database);
    const refused = await ada.run('list create', { name: 'x'.repeat(60), scope: 'mine' });
    expect(said(refused)).toMatch(/can’t save anything.*Nothing was changed.*`[0-9a-f]{8}`/);
  });
});

describe('a locked database', () => {
  const lockFor = (room: Pick<Room, 'services'> & { database: Database.Database }, ms: number) => {
    const other = new Database(room.database.name);
    other.exec('begin immediate');
    setTimeout(() => {
      other.exec('commit');
      other.close();
    }, ms);
  };

  test('puts a public card and Share off, and both come', async () => {
    const room = await open();
    const { ada, discord, services } = room;
    const kept = await ada.run('document', { title: 'mikoyan', private: true });
    lockFor(room, 3300);
    const [card, shared] = await Promise.all([
      ada.command('document', { title: 'antonov' }),
      ada.click(kept.id, buttonId(kept, 'Share')),
    ]);
    expect([card.state, shared.state]).toEqual(['deferred', 'deferred']);
    expect(said(await card.answer())).toContain('Antonov');
    const { shares } = services.store;
    for (const document of ['mikoyan', 'antonov']) {
      await expect.poll(() => shares.of(discord.guild.id, document)).toHaveLength(1);
    }
    expect(await shares.unconfirmed()).toEqual([]);
  }, 15_000);
});
