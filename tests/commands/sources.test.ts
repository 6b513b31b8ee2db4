import { expect, test } from 'vitest';
import { openFollowedSources } from '../../src/sources/followed-sources.ts';
import { openFolder, table } from '../sources/followed.ts';
import { isPrivate, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

test('/archive sources says to managers what came of each source, and when it is next', async () => {
  const folder = await openFolder();
  await folder.write('letters.csv', table('A', 'B'));
  const listed = '[{name: letters, kind: files, paths: [letters.csv], every: 6 hours}';
  const failing = '{name: gone, kind: files, paths: [gone.csv]}';
  const waiting = '{name: later, kind: files, paths: [later.csv]}';
  await folder.write('sources.yaml', `${listed}, ${failing}, ${waiting}]`);
  await folder.follow(`${listed}, ${failing}]`);
  const sources = openFollowedSources({
    file: folder.path('sources.yaml'),
    out: folder.out,
    userAgent: 'ReadingRoom/test',
    environment: {},
  });
  const { discord } = await openRoom(archive, { services: { sources } });
  const answer = await discord.as('ada').run('archive sources');
  expect(isPrivate(answer)).toBe(true);
  const text = said(answer);
  expect(text).toMatch(
    /\*\*letters\*\* \(files, every 6 hours\)\nFollowed <t:\d+:R>: 2 added\. It/,
  );
  expect(text).toMatch(
    /: gone: there is no such file or folder\.\nNever followed yet\.\nNext: <t:/,
  );
  expect(text).not.toContain('gone.csv');
  expect(text).toMatch(/\*\*later\*\* \(files, every day\)\nNot followed yet; it will be soon\./);
  expect(said(await discord.as('ben').run('archive sources'))).toContain('Manage Server');
  await folder.write('sources.yaml', '[{name: letters, kind: none}]');
  const broken = said(await discord.as('ada').run('archive sources'));
  expect(broken).toContain('The list of sources can’t be read right now.');
  expect(broken).not.toContain('yaml');
});

test('/archive sources says so where none are followed', async () => {
  const { discord } = await openRoom(archive);
  const answer = said(await discord.as('ada').run('archive sources'));
  expect(answer).toContain('This archive follows no sources.');
});
