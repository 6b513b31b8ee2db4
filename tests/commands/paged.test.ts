import { describe, expect, test } from 'vitest';
import { archiveOf } from '../support/archives.ts';
import { buttonId, buttons, isPrivate, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('pages', () => {
  test('turn for 30 days; later a private answer offers to run the question again', async () => {
    let now = new Date('2026-01-01T00:00:00Z').getTime();
    const { discord } = await openRoom(archive, { services: { now: () => new Date(now) } });
    const ada = discord.as('ada');
    const message = await ada.run('search', { query: 'dispatch', sort: 'oldest' });

    now += 29 * DAY_MS;
    const turned = await (await ada.click(message.id, buttonId(message, 'Next'))).answer();
    expect(said(turned)).toContain('6-10 of 12');

    now += 2 * DAY_MS;
    const expired = await (await ada.click(message.id, buttonId(turned, 'Next'))).answer();
    expect(isPrivate(expired)).toBe(true);
    expect(said(expired)).toContain('more than 30 days old');
    expect(said(discord.messages()[0] ?? expired)).toContain('6-10 of 12');

    const again = await (await ada.click(expired.id, buttonId(expired, 'Run it again'))).answer();
    expect(isPrivate(again)).toBe(true);
    expect(said(again)).toContain('1-5 of 12 · oldest first');
    const next = await (await ada.click(again.id, buttonId(again, 'Next'))).answer();
    expect(said(next)).toContain('6-10 of 12');
  });

  test('of a question that is no longer kept say how to ask anew', async () => {
    const { discord, services } = await openRoom(archive);
    const ada = discord.as('ada');
    const message = await ada.run('search', { query: 'dispatch' });
    await services.store.views.forgetBefore(new Date(Date.now() + DAY_MS));
    const answer = await (await ada.click(message.id, buttonId(message, 'Next'))).answer();
    expect(isPrivate(answer)).toBe(true);
    expect(said(answer)).toContain('Run /search again');
  });

  test('beyond the end of a corpus that has shrunk show the last one', async () => {
    const { discord, services } = await openRoom(archive);
    const ada = discord.as('ada');
    const message = await ada.run('search', { query: 'dispatch' });
    const next = buttonId(message, 'Next');
    services.archive = archiveOf(archive.slice(0, 10));
    const answer = await (await ada.click(message.id, next)).answer();
    expect(said(answer)).toContain('1-3 of 3');
    expect(buttons(answer).map(({ label }) => label)).toEqual(['Save']);
  });
});
