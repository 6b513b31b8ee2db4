import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Archive } from '../../src/search/archive.ts';

import { archive as documents } from '../commands/fixtures.ts';
import { archiveOf } from '../support/archives.ts';
import { buttonId, isPrivate, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';

/** The real archive, late; or one that fails. */
const archiveThat = (search: Archive['search']): Archive => ({
  ...archiveOf(documents),
  search,
});
const slowArchive = (ms: number) => {
  const archive = archiveOf(documents);
  return archiveThat(async (query) => {
    await wait(ms);
    return archive.search(query);
  });
};
const brokenArchive = archiveThat(async () => {
  throw new Error('the index is on fire at /secret/path');
});

/** What is put off sooner than for people, by an archive that is late. */
const openLate = (archive: Archive) =>
  openRoom(documents, { services: { archive }, deferAfterMs: 300 });

describe('an interaction', () => {
  test('that takes long is put off, then answered in place', async () => {
    const { discord } = await openRoom(documents, { services: { archive: slowArchive(1800) } });
    const outcome = await discord.as('ada').command('search', { query: 'dispatch' });
    expect(outcome.state).toBe('deferred');
    expect(outcome.acknowledgedAfterMs).toBeLessThan(2500);
    const message = await outcome.answer();
    expect(said(message)).toContain('1-5 of 12');
    expect(isPrivate(message)).toBe(false);
  });

  test('that is private stays private when put off', async () => {
    const { discord } = await openLate(slowArchive(500));
    const ada = discord.as('ada');
    const message = await ada.run('search', { query: 'dispatch', private: true });
    expect(isPrivate(message)).toBe(true);
    expect(discord.messages('general', 'ben')).toEqual([]);
  });

  test('that fails late leaves nothing public behind', async () => {
    const archive = archiveThat(async () => {
      await wait(500);
      throw new Error('late');
    });
    const { discord } = await openLate(archive);
    const outcome = await discord.as('ada').command('search', { query: 'dispatch' });
    expect(outcome.state).toBe('deferred');
    await expect
      .poll(() => discord.messages('general', 'ada').map(said).join(), { timeout: 5000 })
      .toContain('went wrong on our side');
    expect(discord.messages('general', 'ben')).toEqual([]);
  });

  test('that fails is answered privately with a reference and without internals', async () => {
    const { discord } = await openRoom(documents, { services: { archive: brokenArchive } });
    const message = await discord.as('ada').run('search', { query: 'dispatch' });
    expect(isPrivate(message)).toBe(true);
    expect(said(message)).toMatch(/went wrong on our side.*`[0-9a-f]{8}`/);
    expect(said(message)).not.toMatch(/fire|secret|Nothing found/);
  });

  test('whose click takes long turns the page all the same', async () => {
    const { discord } = await openLate(slowArchive(500));
    const ada = discord.as('ada');
    const message = await ada.run('search', { query: 'dispatch' });
    await ada.click(message.id, buttonId(message, 'Next'));
    await expect
      .poll(() => discord.messages('general').map(said).join(), { timeout: 5000 })
      .toContain('6-10 of 12');
  });

  test('of autocomplete that fails offers nothing and says nothing', async () => {
    const archive: Archive = {
      ...brokenArchive,
      suggest: async () => {
        throw new Error('no');
      },
    };
    const { discord } = await openRoom(documents, { services: { archive } });
    expect(await discord.as('ada').autocomplete('search', 'query', 'x')).toEqual([]);
  });
});

describe('Discord’s refusals', () => {
  test('an interaction that is no longer known is survived', async () => {
    const { discord } = await openRoom(documents, {
      discord: { acknowledgeWithinMs: 1000 },
      services: { archive: slowArchive(1300) },
    });
    const outcome = await discord.as('ada').command('search', { query: 'dispatch' });
    expect(outcome.state).toBe('failed');
    await expect
      .poll(() => discord.exchanges.filter(({ kind }) => kind === 'request').at(-1), {
        timeout: 3000,
      })
      .toMatchObject({ status: 404, answer: { code: 10062 } });
    expect(said(await discord.as('ada').run('about'))).toContain('Documents');
  });

  test('a rate limit is waited out', async () => {
    const { discord } = await openRoom(documents);
    discord.refuseNext({ status: 429, path: /callback/, retryAfter: 0.5 });
    expect(said(await discord.as('ada').run('about'))).toContain('Documents');
  });

  test('a dropped connection is resumed, and what was missed is answered', async () => {
    const { discord } = await openRoom(documents, { door: 'gateway' });
    discord.gateway.drop();
    const before = discord.exchanges.length;
    const message = await discord.as('ada').run('search', { query: 'Mikoyan' });
    expect(said(message)).toContain('Mikoyan');
    const events = discord.exchanges
      .slice(before)
      .flatMap((one) => (one.kind === 'event' ? one.name : []));
    expect(events).toContain('RESUMED');
    expect(events).not.toContain('READY');
  });
});
