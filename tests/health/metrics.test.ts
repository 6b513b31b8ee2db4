import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Observed } from '../../src/discord/observe.ts';
import { createMetrics } from '../../src/health/metrics.ts';
import { timedArchive, timedStore } from '../../src/health/timed.ts';
import { createLogger } from '../../src/log.ts';
import { archive as documents } from '../commands/fixtures.ts';
import { archiveOf } from '../support/archives.ts';
import { buttonId } from '../support/messages.ts';
import { recordLog } from '../support/recorded-log.ts';
import { openRoom } from '../support/room.ts';

const log = createLogger('silent');

/** Figures by their name and labels, as a page has them. */
async function figuresOf({ page }: Pick<ReturnType<typeof createMetrics>, 'page'>) {
  const lines = (await page()).text.split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

const interaction = (command: string, kind: string, outcome: string) =>
  `reading_room_interaction_duration_seconds_count{command="${command}",kind="${kind}",outcome="${outcome}"}`;

describe('interactions', () => {
  test('are counted and timed by command, kind and outcome', async () => {
    const metrics = createMetrics(log);
    const { discord } = await openRoom(documents, { observe: metrics.interaction });
    const ada = discord.as('ada');
    const message = await ada.run('search', { query: 'dispatch' });
    await (await ada.click(message.id, buttonId(message, 'Next'))).answer();
    await ada.autocomplete('search', 'query', 'disp');
    await ada.run('date', { when: 'no date at all' });
    discord.refuseNext({ path: /callback/, status: 400, code: 50035, count: 9 });
    await ada.command('about');
    const figures = async () => Object.fromEntries(await figuresOf(metrics));
    await expect.poll(figures).toMatchObject({
      [interaction('search', 'command', 'answered')]: 1,
      [interaction('search', 'component', 'answered')]: 1,
      [interaction('search', 'autocomplete', 'answered')]: 1,
      [interaction('date', 'command', 'refused')]: 1,
      [interaction('about', 'command', 'unsent')]: 1,
    });
  });

  test('that fail are counted as failed', async () => {
    const seen: Observed[] = [];
    const { discord } = await openRoom(documents, {
      observe: (one) => seen.push(one),
      services: {
        archive: {
          ...archiveOf(documents),
          search: async () => {
            throw new Error('down');
          },
        },
      },
    });
    await discord.as('ada').run('search', { query: 'dispatch' });
    await expect
      .poll(() => seen)
      .toMatchObject([{ command: 'search', kind: 'command', outcome: 'failed' }]);
    expect(seen[0]?.seconds).toBeGreaterThan(0);
  });

  test('of old buttons make no figures of their own', async () => {
    const metrics = createMetrics(log);
    const { discord } = await openRoom(documents, { observe: metrics.interaction });
    const ids = ['made-up:open', 'search:made-up', 'constructor:made-up', 'made-up'];
    const buttons = ids.map((id) => ({ type: 2, style: 2, label: id, custom_id: id }));
    const posted = await fetch(
      `${discord.apiUrl}/v10/channels/${discord.channels.general}/messages`,
      {
        method: 'POST',
        headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ content: 'Old', components: [{ type: 1, components: buttons }] }),
      },
    );
    const { id } = (await posted.json()) as { id: string };
    for (const custom of ids) await (await discord.as('ada').click(id, custom)).answer();
    const figures = async () => Object.fromEntries(await figuresOf(metrics));
    await expect.poll(figures).toMatchObject({
      [interaction('unknown', 'component', 'refused')]: 3,
      [interaction('search', 'component', 'refused')]: 1,
    });
    expect((await metrics.page()).text).not.toContain('made-up');
  });
});

describe('questions', () => {
  test('to an archive are answered alike, timed by method', async () => {
    const metrics = createMetrics(log);
    const plain = archiveOf(documents);
    const timed = timedArchive(plain, metrics.archive);
    expect(await timed.documents(['mikoyan'])).toEqual(await plain.documents(['mikoyan']));
    expect(await timed.suggest('Disp', 3)).toEqual(await plain.suggest('Disp', 3));
    const broken = timedArchive(
      { ...plain, summary: () => Promise.reject(new Error('down')) },
      metrics.archive,
    );
    await expect(broken.summary()).rejects.toThrow('down');
    const count = (method: string, outcome: string) =>
      `reading_room_archive_duration_seconds_count{method="${method}",outcome="${outcome}"}`;
    expect(Object.fromEntries(await figuresOf(metrics))).toMatchObject({
      [count('documents', 'answered')]: 1,
      [count('suggest', 'answered')]: 1,
      [count('summary', 'failed')]: 1,
    });
  });

  test('to a store are answered alike, timed by table and method', async () => {
    const metrics = createMetrics(log);
    const { services } = await openRoom(documents);
    const store = timedStore(services.store, metrics.store);
    expect(Object.keys(store)).toEqual(Object.keys(services.store));
    await store.settings.setRemembersCards('g1', false);
    expect(await store.settings.remembersCards('g1')).toBe(false);
    expect(await services.store.settings.remembersCards('g1')).toBe(false);
    const count = (method: string) =>
      `reading_room_store_duration_seconds_count{method="${method}",outcome="answered"}`;
    expect(Object.fromEntries(await figuresOf(metrics))).toMatchObject({
      [count('settings.setRemembersCards')]: 1,
      [count('settings.remembersCards')]: 1,
    });
  });

  test('however many make no more figures than there are methods', async () => {
    const metrics = createMetrics(log);
    const timed = timedArchive(archiveOf(documents), metrics.archive);
    await timed.suggest('a', 1);
    const { size } = await figuresOf(metrics);
    await fc.assert(
      fc.asyncProperty(fc.string(), async (typed) => {
        await timed.suggest(typed, 1);
      }),
    );
    expect((await figuresOf(metrics)).size).toBeLessThanOrEqual(size + 3);
  });
});

describe('a page', () => {
  test('has the event loop’s delay, the corpus and the subscriptions', async () => {
    const metrics = createMetrics(log);
    const { services } = await openRoom(documents);
    const { subscriptions } = services.store;
    const readAt = new Date(Date.now() - 60_000);
    metrics.watchCorpus(() => archiveOf(documents, { readAt }));
    metrics.watchSubscriptions(services.store);
    const hours = (ago: number) => new Date(Date.now() - ago * 60 * 60 * 1000);
    for (const [guild, setAt] of [
      ['g1', hours(48)],
      ['g2', hours(0)],
    ] as const) {
      const time = hours(1).toISOString().slice(11, 16);
      const set = { channel: 'c', time, zone: 'Etc/UTC', empty: 'skip', setBy: 'u' };
      await subscriptions.set({ guild, setAt, ...set });
    }
    const figures = await figuresOf(metrics);
    expect(figures.get('reading_room_corpus_documents')).toBe(documents.length);
    expect(figures.get('reading_room_corpus_age_seconds')).toBeGreaterThanOrEqual(60);
    expect(figures.get('reading_room_subscriptions{state="late"}')).toBe(1);
    expect(figures.get('reading_room_subscriptions{state="waiting"}')).toBe(1);
    expect(figures.get('reading_room_subscriptions{state="posted"}')).toBe(0);
    expect(figures.has('nodejs_eventloop_lag_p99_seconds')).toBe(true);
  });

  test('leaves out what can’t be counted, and says so in the log', async () => {
    const recorded = recordLog();
    const metrics = createMetrics(recorded.log);
    let archive = archiveOf(documents);
    metrics.watchCorpus(() => archive);
    expect((await figuresOf(metrics)).has('reading_room_corpus_documents')).toBe(true);
    archive = { ...archive, summary: () => Promise.reject(new Error('down')) };
    const figures = await figuresOf(metrics);
    expect([...figures.keys()].filter((name) => name.includes('corpus'))).toEqual([]);
    expect(figures.has('process_cpu_seconds_total')).toBe(true);
    expect(recorded.lines.map(({ msg }) => msg)).toEqual(['A page of metrics lacks some figures.']);
  });
});
