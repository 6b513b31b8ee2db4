import { expect, test } from 'vitest';
import { archiveOf } from '../support/archives.ts';
import { said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

test('/about says what is held, its span, what is undated, and what is missing', async () => {
  const coverage = [
    { collection: 'Dispatches', listed: 40, held: 12, missing: [[13, 40] as [number, number]] },
  ];
  const { discord, services } = await openRoom(archive, {
    coverage,
    services: { timeZone: 'Asia/Kathmandu' },
  });
  services.archive = archiveOf(archive, { coverage, readAt: new Date('2026-11-23T20:30:00Z') });
  const text = said(await discord.as('ada').run('about'));
  expect(text).toContain(`Documents\n${archive.length}`);
  expect(text).toContain('Collections\n3');
  expect(text).toContain('Undated\n1');
  expect(text).toContain('31 January 1949 to 2 November 1962');
  expect(text).toContain(
    '28 of 40 documents of *Dispatches* are not loaded (in its listing: 13-40)',
  );
  expect(text).toContain('Version\n0.0.0');
  expect(text).toContain('Read\n24 November 2026, 02:15 (Asia/Kathmandu)');
});
