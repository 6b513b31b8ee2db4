import { expect, onTestFinished, test } from 'vitest';
import { createRest } from '../../src/discord/client.ts';
import { fetchServerIds } from '../../src/discord/server-ids.ts';
import { startForgettingDeparted } from '../../src/keeper/forget-departed.ts';
import { aDocument } from '../support/documents.ts';
import { recordLog } from '../support/recorded-log.ts';
import { openRoom } from '../support/room.ts';

const documents = [aDocument({ id: 'a' })];

test('what belongs to a server that the bot is no longer in goes, once its time is over', async () => {
  const { discord, services } = await openRoom(documents);
  const rest = createRest({ token: discord.token, apiUrl: discord.apiUrl });
  const { settings, departures } = services.store;
  const [here] = await fetchServerIds(rest);
  await settings.setRemembersCards(String(here), false);
  await settings.setRemembersCards('1', false);
  await departures.note(new Set(['1']));
  const { log } = recordLog();
  const start = (keptMs: number) => {
    const forgetting = startForgettingDeparted(departures, () => fetchServerIds(rest), log, {
      keptMs,
    });
    onTestFinished(forgetting.stop);
    return forgetting;
  };
  await start(60_000).stop();
  expect(await settings.remembersCards('1')).toBe(false);
  await start(0).stop();
  expect(await settings.remembersCards('1')).toBe(true);
  expect(await settings.remembersCards(String(here))).toBe(false);
});

test('nothing is forgotten where Discord can’t say which servers the bot is in', async () => {
  const { services } = await openRoom(documents);
  const { settings, departures } = services.store;
  await settings.setRemembersCards('1', false);
  await departures.note(new Set(['1']));
  const { log, lines } = recordLog();
  const away = async () => Promise.reject(new Error('away'));
  const forgetting = startForgettingDeparted(departures, away, log, { keptMs: 0 });
  await forgetting.stop();
  expect(await settings.remembersCards('1')).toBe(false);
  expect(JSON.stringify(lines)).toContain('could not be checked');
});
