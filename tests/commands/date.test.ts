import { describe, expect, test } from 'vitest';
import { buttonId, isPrivate, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

describe('/date', () => {
  test('says how it was read and lists what overlaps, partial dates after exact ones', async () => {
    const { discord } = await openRoom(archive);
    const message = await discord.as('ada').run('date', { when: '1962' });
    const text = said(message);
    expect(text).toContain('1 January to 31 December 1962');
    expect(text.indexOf('Letter on the blockade')).toBeLessThan(text.indexOf('Alekseev'));
    expect(text).toContain('1-2 of 2');
    expect(text).toContain('1 undated document can’t be placed');
  });

  test.each([
    ['October 1962', 'October 1962: 1 to 31 October 1962', 'Letter on the blockade'],
    ['14 October 1959', '14 October 1959', 'Antonov'],
    ['before 1950', 'up to 31 December 1949', 'Mikoyan'],
    ['after 1961', 'from 1 January 1962', 'Alekseev'],
    ['1949-1951', '1 January 1949 to 31 December 1951', 'Memorandum'],
    ['1949..1951', '1 January 1949 to 31 December 1951', 'Mikoyan'],
    ['194X', '1 January 1940 to 31 December 1949', 'Mikoyan'],
    ['c. 1962', '1962', 'Alekseev'],
  ])('%s', async (when, reading, title) => {
    const { discord } = await openRoom(archive);
    const text = said(await discord.as('ada').run('date', { when }));
    expect(text).toContain(reading);
    expect(text).toContain(title);
  });

  test('turns pages', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const message = await ada.run('date', { when: 'April 1954' });
    expect(said(message)).toContain('1-10 of 12');
    const next = await (await ada.click(message.id, buttonId(message, 'Next'))).answer();
    expect(next.id).toBe(message.id);
    expect(said(next)).toContain('11-12 of 12');
  });

  test('an empty span is said as such; what is no date gets examples, privately', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    expect(said(await ada.run('date', { when: '1815' }))).toContain(
      'No document here is dated to this span',
    );
    for (const when of ['30 February 1962', 'the other day', '1951-1949']) {
      const message = await ada.run('date', { when });
      expect(isPrivate(message)).toBe(true);
      expect(said(message)).toContain('October 1962');
    }
  });
});
