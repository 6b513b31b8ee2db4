import { describe, expect, test } from 'vitest';
import { lastRun, nextRun, type Run, readTime } from '../../src/daily-post/schedule.ts';
import { findZone, zoneChoices } from '../../src/daily-post/zones.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FROM = Date.parse('2026-01-01T12:00:00Z');
const TIMES = ['00:00', '00:30', '01:30', '02:00', '02:30', '03:00', '12:00', '23:45'];

/** What the zone's clock shows, `2026-11-24 09:00`, by another way than the bot's. */
const clockOf = (zone: string) => {
  const format = new Intl.DateTimeFormat('sv', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (moment: number) => format.format(moment);
};

type Change = { at: number; distance: number };

/** A zone's distance from UTC at first, and to the minute when it changes within two years. */
function changesOf(zone: string): Change[] {
  const clock = clockOf(zone);
  const distanceAt = (moment: number) => Date.parse(`${clock(moment).replace(' ', 'T')}Z`) - moment;
  let distance = distanceAt(FROM);
  const changes: Change[] = [{ at: FROM, distance }];
  for (let day = FROM; day < FROM + 2 * 365 * DAY; day += DAY) {
    const next = distanceAt(day + DAY);
    if (next === distance) continue;
    let [before, at] = [day, day + DAY];
    while (at - before > MINUTE) {
      const between = before + Math.floor((at - before) / MINUTE / 2) * MINUTE;
      if (distanceAt(between) === distance) before = between;
      else at = between;
    }
    changes.push({ at, distance: next });
    distance = next;
  }
  return changes;
}

/** The runs that follow each other around a moment. */
function runsAround(time: string, zone: string, moment: number): Run[] {
  const runs = [nextRun({ time, zone }, new Date(moment - 3 * DAY))];
  while ((runs.at(-1)?.at.getTime() ?? 0) < moment + 3 * DAY) {
    runs.push(nextRun({ time, zone }, runs.at(-1)?.at ?? new Date()));
  }
  return runs;
}

describe('the day’s time', () => {
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({
    zone,
    clock: clockOf(zone),
    changes: changesOf(zone),
  }));
  // Zones whose clocks always show the same stand for each other.
  const unlike = [...new Map(zones.map((one) => [JSON.stringify(one.changes), one])).values()];

  test.each(TIMES)('%s comes once a day in every zone, whatever its clock does', (time) => {
    const wrong: string[] = [];
    for (const { zone, clock, changes } of unlike) {
      for (const run of changes.flatMap(({ at }) => runsAround(time, zone, at))) {
        const at = run.at.getTime();
        const after = nextRun({ time, zone }, run.at);
        const isNextDay = Date.parse(after.day) - Date.parse(run.day) === DAY;
        const isLast = lastRun({ time, zone }, run.at).day === run.day;
        const wasLast =
          Date.parse(run.day) - Date.parse(lastRun({ time, zone }, new Date(at - 1)).day);
        // Not on the clock: only where the clock has left that time out, an hour or two before.
        const isShown = clock(at) === `${run.day} ${time}`;
        const isLeftOut =
          clock(at) > `${run.day} ${time}` &&
          Array.from({ length: 180 }, (_, index) => clock(at - index * MINUTE)).every(
            (shown) => shown !== `${run.day} ${time}`,
          );
        const isFirst = clock(at - 60 * MINUTE) !== `${run.day} ${time}`;
        if (isNextDay && isLast && wasLast === DAY && (isShown ? isFirst : isLeftOut)) continue;
        wrong.push(`${zone} ${run.day} ${run.at.toISOString()}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(zones.length).toBeGreaterThan(400);
    expect(unlike.length).toBeGreaterThan(50);
  });

  test('is known to the second', () => {
    const kathmandu = { time: '05:45', zone: 'Asia/Kathmandu' };
    const due = Date.parse('2026-11-24T00:00:00Z');
    expect(lastRun(kathmandu, new Date(due))).toEqual({ day: '2026-11-24', at: new Date(due) });
    expect(lastRun(kathmandu, new Date(due + 500)).day).toBe('2026-11-24');
    expect(lastRun(kathmandu, new Date(due - 1)).day).toBe('2026-11-23');
  });
});

test.each([
  ['09:00', '09:00'],
  ['9:05', '09:05'],
  ['23.59', '23:59'],
  ['24:00', undefined],
  ['9', undefined],
  ['09:60', undefined],
  ['noon', undefined],
])('%s is read as %s', (typed, time) => {
  expect(readTime(typed)).toBe(time);
});

test('zones are found by name, city and country, old names included', () => {
  expect(zoneChoices('nepal').map(({ value }) => value)).toEqual(['Asia/Kathmandu']);
  expect(zoneChoices('kathm')[0]?.value).toBe('Asia/Kathmandu');
  expect(zoneChoices('new york')[0]?.value).toBe('America/New_York');
  expect(zoneChoices('UTC').map(({ value }) => value)).toContain('Etc/UTC');
  expect(findZone('asia/katmandu')).toBe('Asia/Kathmandu');
  expect(findZone('Europe/Kiev')).toBe('Europe/Kyiv');
  expect(findZone('America/New York')).toBe('America/New_York');
  expect(findZone('Nepal')).toBe('Asia/Kathmandu');
  expect(findZone('Russia')).toBeUndefined();
  expect(findZone('Mars/Olympus')).toBeUndefined();
  expect(findZone(' ')).toBeUndefined();
});

test('every zone that the machine knows can be chosen', () => {
  const unknown = Intl.supportedValuesOf('timeZone').filter((zone) => !findZone(zone));
  expect(unknown).toEqual([]);
});
