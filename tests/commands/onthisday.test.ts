import { describe, expect, test } from 'vitest';
import { isPrivate, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

const on = (now: string, timeZone = 'UTC') =>
  openRoom(archive, { services: { now: () => new Date(now), timeZone } });

describe('/onthisday', () => {
  test('certain days with their years, doubtful ones apart, months only counted', async () => {
    const { discord } = await on('2026-10-14T12:00:00Z');
    const message = await discord.as('ada').run('onthisday');
    const text = said(message);
    expect(text).toContain('On this day: 14 October');
    expect(text).toMatch(
      /\*\*1\.\*\* From the Journal of Ambassador Antonov\n1959-10-14 · \*67 years ago\*/,
    );
    expect(text).toMatch(/Perhaps of this day\*\*\n\n\*\*2\.\*\* Memorandum supplied with a date/);
    expect(text).toMatch(/supplied/);
    expect(text).toContain('1 more is dated to October only');
    expect(text).not.toContain('Letter on the blockade');
  });

  test.each(['14 October', '10-14', 'Oct 14', 'October 14'])('reads %j', async (date) => {
    const { discord } = await on('2026-03-01T12:00:00Z');
    const message = await discord.as('ada').run('onthisday', { date, private: true });
    expect(said(message)).toContain('Antonov');
    expect(isPrivate(message)).toBe(true);
  });

  test('today is today in the time zone', async () => {
    const { discord } = await on('2026-10-13T20:00:00Z', 'Asia/Kathmandu');
    expect(said(await discord.as('ada').run('onthisday'))).toContain('On this day: 14 October');
  });

  test('29 February shows on 28 February of other years, labelled', async () => {
    const common = await on('2026-02-28T12:00:00Z');
    const shown = said(await common.discord.as('ada').run('onthisday'));
    expect(shown).toContain('Protocol of the leap day');
    expect(shown).toContain('29 February');
    const leapDay = await on('2028-02-29T12:00:00Z');
    const shownThen = said(await leapDay.discord.as('ada').run('onthisday'));
    expect(shownThen).toContain('**1.** Protocol of the leap day\n1960-02-29 · *68 years ago* ·');
    const leap = await on('2028-02-28T12:00:00Z');
    expect(said(await leap.discord.as('ada').run('onthisday'))).not.toMatch(
      /years ago.*29 February/,
    );
  });

  test('no document: the nearest anniversaries before and after, said as such', async () => {
    const { discord } = await on('2026-04-20T12:00:00Z');
    const text = said(await discord.as('ada').run('onthisday'));
    expect(text).toContain('No document here is dated certainly to 20 April');
    expect(text).toContain('The nearest before: 12 April');
    expect(text).toContain('The nearest after: 14 October');
  });

  test.each(['30 February', 'soon'])('%j is answered privately with examples', async (date) => {
    const { discord } = await on('2026-04-20T12:00:00Z');
    const message = await discord.as('ada').run('onthisday', { date });
    expect(isPrivate(message)).toBe(true);
    expect(said(message)).toContain('16 October');
  });
});
