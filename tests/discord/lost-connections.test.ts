import { setTimeout as wait } from 'node:timers/promises';
import type { LocalDiscord } from 'local-discord';
import { describe, expect, test } from 'vitest';
import type { Archive } from '../../src/search/archive.ts';

import { archive as documents } from '../commands/fixtures.ts';
import { archiveOf } from '../support/archives.ts';
import { buttonId, isPrivate, menu, said } from '../support/messages.ts';
import { recordLog } from '../support/recorded-log.ts';
import { openRoom } from '../support/room.ts';

const CALLBACK = { method: 'POST', path: /callback$/ };
const FOLLOW_UP = { method: 'POST', path: /webhooks\/\d+\/[^/]+$/ };
const ORIGINAL = /messages\/@original$/;

/** What is late is put off sooner than for people. */
const [DEFER_AFTER_MS, LATE_MS] = [300, 500];

/** A room whose searches take long enough to be put off, if wanted. */
async function openSlow(ms = 0, fails = false) {
  const archive = archiveOf(documents);
  const slow: Archive = {
    ...archive,
    async search(query) {
      await wait(ms);
      if (fails) throw new Error('The index is gone.');
      return archive.search(query);
    },
  };
  const recorded = recordLog();
  const room = await openRoom(documents, {
    services: { archive: slow },
    log: recorded.log,
    ...(ms > 0 && { deferAfterMs: DEFER_AFTER_MS }),
  });
  return { ...room, ...recorded, ada: room.discord.as('ada') };
}

const posts = (discord: LocalDiscord) => discord.messages('general', 'ada');

/** Everything that can happen to a request on its way. */
const FAULTS: readonly [string, (discord: LocalDiscord, request: object) => void][] = [
  ['dropped before Discord has it', (discord, request) => discord.dropNext(request)],
  [
    'dropped after Discord has it',
    (discord, request) => discord.dropNext({ ...request, afterwards: true }),
  ],
  [
    'refused with 500 after it was carried out',
    (discord, request) => discord.refuseNext({ ...request, status: 500, afterwards: true }),
  ],
  [
    'refused with 502 twice',
    (discord, request) => discord.refuseNext({ ...request, status: 502, count: 2 }),
  ],
  [
    'left without an answer',
    (discord, request) => discord.delayNext({ ...request, ms: 1600, afterwards: true }),
  ],
];

describe.each(FAULTS)('a request that is %s', (_name, fault) => {
  test('is an answer: it stands once, and is no error', async () => {
    const { discord, ada, errors, lines } = await openSlow();
    fault(discord, CALLBACK);
    const outcome = await ada.command('document', { title: 'mikoyan' });
    expect(said(await outcome.answer())).toContain('Mikoyan');
    await wait(50);
    expect(posts(discord)).toHaveLength(1);
    expect(errors()).toEqual([]);
    expect(lines.map(({ msg }) => msg).join()).not.toContain('twice');
  });

  test('is an answer that changes its message, a form, or suggestions', async () => {
    const { discord, ada, errors } = await openSlow();
    const list = await ada.run('search', { query: 'dispatch' });
    fault(discord, CALLBACK);
    const turned = await (await ada.click(list.id, buttonId(list, 'Next'))).answer();
    expect(said(turned)).toContain('6-10 of 12');

    const card = await ada.run('document', { title: 'mikoyan', private: true });
    fault(discord, CALLBACK);
    const asked = await ada.click(card.id, buttonId(card, 'Share with a note'));
    expect(asked.modal).toBeDefined();

    fault(discord, CALLBACK);
    expect(await ada.autocomplete('document', 'title', 'Mikoy')).not.toEqual([]);
    expect(errors()).toEqual([]);
  });

  test('puts an answer off, fills it in or takes it away', async () => {
    await Promise.all([
      (async () => {
        const { discord, ada, errors } = await openSlow(LATE_MS);
        fault(discord, CALLBACK);
        const message = await ada.run('search', { query: 'dispatch' });
        expect(said(message)).toContain('of 12');
        expect(posts(discord)).toHaveLength(1);
        expect(errors()).toEqual([]);
      })(),
      (async () => {
        const { discord, ada, errors } = await openSlow(LATE_MS);
        const message = await ada.run('search', { query: 'dispatch' });
        fault(discord, CALLBACK);
        const outcome = await ada.click(message.id, buttonId(message, 'Next'));
        await outcome.interaction.completed;
        expect(posts(discord).map(said).join()).toContain('6-10 of 12');
        expect(errors()).toEqual([]);
      })(),
      (async () => {
        const { discord, ada } = await openSlow(LATE_MS);
        fault(discord, { method: 'PATCH', path: ORIGINAL });
        expect(said(await ada.run('search', { query: 'dispatch' }))).toContain('of 12');
        expect(posts(discord)).toHaveLength(1);
      })(),
      (async () => {
        const { discord, ada } = await openSlow(LATE_MS, true);
        fault(discord, { method: 'DELETE', path: ORIGINAL });
        await ada.command('search', { query: 'dispatch' });
        const told = () => posts(discord).map(said).join();
        await expect.poll(told, { timeout: 5000 }).toContain('went wrong');
        expect(posts(discord)).toHaveLength(1);
      })(),
    ]);
  });

  test('takes a card away', async () => {
    const { discord, services, ada, errors } = await openSlow();
    const { shares } = services.store;
    const card = await ada.run('document', { title: 'mikoyan' });
    await expect.poll(() => shares.of(discord.guild.id, 'mikoyan')).toHaveLength(1);
    fault(discord, { method: 'DELETE', path: ORIGINAL });
    await ada.click(card.id, buttonId(card, 'Remove'));
    await expect.poll(() => posts(discord)).toEqual([]);
    await expect.poll(() => shares.of(discord.guild.id, 'mikoyan')).toEqual([]);
    expect(errors()).toEqual([]);
  });
});

describe('a follow-up', () => {
  /** A click whose answer comes late, so that it follows the deferral as a message of its own. */
  async function openLate() {
    const room = await openSlow(LATE_MS);
    const list = await room.ada.run('search', { query: 'Mikoyan', private: true });
    const { of } = room.services.store.shares;
    room.services.store.shares.of = async (...asked) => {
      await wait(LATE_MS);
      return of(...asked);
    };
    const { custom_id = '', options = [] } = menu(list, 'Open a document') ?? {};
    const open = () => room.ada.select(list.id, custom_id, [options[0]?.value ?? '']);
    return { ...room, open, others: () => posts(room.discord).filter(({ id }) => id !== list.id) };
  }

  test.each([
    ['that Discord never had', (discord: LocalDiscord) => discord.dropNext(FOLLOW_UP), 0],
    [
      'whose success Discord denies',
      (discord: LocalDiscord) =>
        discord.refuseNext({ ...FOLLOW_UP, status: 500, afterwards: true }),
      1,
    ],
  ])('%s is not repeated; the person is told', async (_name, fault, cards) => {
    const { discord, open, others, errors } = await openLate();
    fault(discord);
    await open();
    await expect.poll(others, { timeout: 5000 }).toHaveLength(cards + 1);
    const notice = others().at(-1);
    expect(notice && isPrivate(notice)).toBe(true);
    expect(notice && said(notice)).toMatch(/connection to Discord broke.*`[0-9a-f]{8}`/);
    expect(errors()).toHaveLength(1);
  });
});

test('an outage of some seconds leaves nothing thinking', async () => {
  const { discord, ada } = await openSlow(LATE_MS);
  discord.dropNext({ path: ORIGINAL, count: 4 });
  const message = await ada.run('search', { query: 'dispatch' });
  expect(said(message)).toContain('of 12');
});

test('a channel’s message is repeated only under its nonce', async () => {
  const { discord, services } = await openSlow();
  const { general } = discord.channels;
  const path = /channels\/\d+\/messages$/;
  discord.dropNext({ method: 'POST', path, afterwards: true });
  await services.channels.post(general, { content: 'once', embeds: [] }, 'nonce');
  discord.dropNext({ method: 'POST', path, afterwards: true });
  await expect(
    services.channels.post(general, { content: 'twice?', embeds: [] }),
  ).rejects.toThrow();
  expect(posts(discord).map(({ content }) => content)).toEqual(['once', 'twice?']);
});
