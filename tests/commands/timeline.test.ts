import type { LocalDiscord } from 'local-discord';
import { describe, expect, test } from 'vitest';
import { timelineChart } from '../../src/cards/chart/timeline-chart.ts';
import type { Document } from '../../src/data/corpus/document.ts';
import { spansOf } from '../../src/data/dates/spans.ts';
import { timelineOf } from '../../src/data/dates/timeline.ts';
import { aDate, aDay, aDocument } from '../support/documents.ts';
import { isPrivate, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

type Message = Awaited<ReturnType<ReturnType<LocalDiscord['as']>['run']>>;

/** Width and height of the picture that is attached. @see https://www.w3.org/TR/png/#5PNG-file-signature */
async function pictureOf({
  attachments: [file],
}: Message): Promise<[width: number, height: number]> {
  const bytes = Buffer.from(await (await fetch(file?.url ?? '')).arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('/timeline', () => {
  test('shows what a query finds against the archive, with the numbers and a picture', async () => {
    const { discord } = await openRoom(archive);
    const shown = await discord.as('ada').run('timeline', { query: 'Mao Zedong' });
    expect(isPrivate(shown)).toBe(false);
    expect(shown.embeds[0]?.title).toBe('Timeline: “Mao Zedong”');
    expect(said(shown)).toContain('2 documents, by year.');
    expect(said(shown)).toContain('1949: **1** · 1959: **1**');
    const [width, height] = await pictureOf(shown);
    expect(width).toBe(1400);
    expect(height).toBeGreaterThan(400);
  });

  test('narrowed in time goes by month or day, and says what is undated', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const months = await ada.run('timeline', { from: '1954', to: '1955', private: true });
    expect(isPrivate(months)).toBe(true);
    expect(said(months)).toContain('12 documents, by month.');
    expect(said(months)).toContain('April 1954: **12**');
    const days = await ada.run('timeline', { collection: 'Dispatches' });
    expect(said(days)).toContain('by day');
    expect(said(days)).toContain('1 April 1954: **1** · 2 April 1954: **1**');
    const all = await ada.run('timeline');
    expect(said(all)).toContain('Undated: **1**');
    const long = await ada.run('timeline', { from: '9000 BCE', to: '2000' });
    expect(said(long)).toContain('Narrow');
    expect(long.attachments).toEqual([]);
  });

  test('says what finds nothing, and what has no date', async () => {
    const undated = aDocument({ id: 'only', title: 'Only this', date: aDate() });
    const { discord } = await openRoom([undated]);
    const ada = discord.as('ada');
    expect(said(await ada.run('timeline', { query: 'zebra' }))).toContain(
      'No document is found for “zebra”',
    );
    expect(said(await ada.run('timeline', { query: 'only' }))).toContain('has a date');
  });

  test('is described for those who don’t see it', async () => {
    const { discord } = await openRoom(archive);
    const shown = await discord.as('ada').run('timeline', { query: 'dispatch' });
    expect(shown.attachments[0]?.description).toBe(
      'Bars by day, 1 April 1954 to 12 April 1954: “dispatch”. 12 documents, most in 1 April 1954 (1).',
    );
  });
});

test('a chart has a bar for every bucket, and one more for the archive where not all is meant', () => {
  const documents = ['1950', '1952', '1980'].map((year, index) =>
    aDocument({ id: `d${index}`, date: aDay(`${year}-05-01`) }),
  );
  const names = { all: 'whole archive', meant: 'found' };
  const valuesOf = (isMeant: (one: (typeof documents)[number]) => boolean) => {
    const found = timelineOf(spansOf(documents), (at) => documents.slice(at, at + 1).some(isMeant));
    const { data } = found ? timelineChart(found, 'All', names) : { data: undefined };
    return data && 'values' in data
      ? (data.values as { from: string; documents: number; kind: string }[])
      : [];
  };
  expect(valuesOf(() => true).filter(({ documents: many }) => many > 0)).toEqual([
    { from: '1950-01-01', documents: 1, kind: 'found' },
    { from: '1952-01-01', documents: 1, kind: 'found' },
    { from: '1980-01-01', documents: 1, kind: 'found' },
  ]);
  expect(valuesOf(({ id }) => id !== 'd1').filter(({ from }) => from === '1952-01-01')).toEqual([
    { from: '1952-01-01', documents: 1, kind: 'whole archive' },
    { from: '1952-01-01', documents: 0, kind: 'found' },
  ]);
});

describe('a chart says something', () => {
  const days = (...of: string[]) =>
    of.map((day, index) => aDocument({ id: `d${index}`, date: aDay(day) }));
  const chartOf = (documents: readonly Document[], about = 'Letters', isMeant = () => true) => {
    const found = timelineOf(spansOf(documents), (at) => documents.slice(at, at + 1).some(isMeant));
    if (!found) throw new Error('no timeline');
    // biome-ignore lint/suspicious/noExplicitAny: a plan of any form, looked into
    return { found, plan: timelineChart(found, about, { all: 'archive', meant: 'found' }) as any };
  };

  test('of few documents: by the unit where they are not one by one, and no bar is full', () => {
    const few = days('1901-05-01', '1903-05-01', '1917-01-01', '1938-02-01', '1944-02-01');
    const { found, plan } = chartOf(few);
    expect(found.unit).toBe('decade');
    expect(found.buckets.map(({ meant }) => meant)).toEqual([2, 1, 0, 1, 1]);
    expect(plan.encoding.y.scale.domainMax).toBe(4);
    expect(plan.title).toMatchObject({ text: ['Letters'], subtitle: ['Documents by decade'] });
  });

  test('of what is mostly dated by the year: by year', () => {
    const years = ['1950', '1951', '1951'].map((year, index) =>
      aDocument({
        id: `y${index}`,
        date: aDate({ start: `${year}-01-01`, end: `${year}-12-31`, precision: 'year' }),
      }),
    );
    const { found } = chartOf([...years, ...days('1952-03-01')]);
    expect(found).toMatchObject({ unit: 'year', rough: { meant: 0 } });
  });

  test('the archive stays away where what is found would vanish before it', () => {
    const many = days(...Array.from({ length: 60 }, () => '1950-05-01'), '1951-05-01');
    const found = timelineOf(spansOf(many), (at) => at === 0);
    const plan = found && timelineChart(found, 'One', { all: 'archive', meant: 'found' });
    const kinds = plan && 'data' in plan && plan.data && 'values' in plan.data && plan.data.values;
    expect((kinds as { kind: string }[]).every(({ kind }) => kind === 'found')).toBe(true);
  });

  test('its title is in lines, and left out where the font has no letters for it', () => {
    const { plan } = chartOf(
      days('1950-05-01'),
      'Papers relating to the Foreign Relations of 1897',
    );
    expect(plan.title.text).toEqual(['Papers relating to the Foreign', 'Relations of 1897']);
    expect(chartOf(days('1950-05-01'), '“毛泽东”').plan.title.text).toEqual(['Documents by day']);
  });
});

describe('/collection', () => {
  test('says what it holds, its span and gaps, and how it is cited', async () => {
    const coverage = [
      {
        collection: 'Sino-Soviet Relations',
        listed: 71,
        held: 7,
        missing: [[1, 30] as [number, number]],
      },
    ];
    const { discord } = await openRoom(archive, { coverage });
    const ada = discord.as('ada');
    const [choice] = await ada.autocomplete('collection', 'name', 'sino');
    const shown = await ada.run('collection', { name: choice?.value });
    const text = said(shown);
    expect(shown.embeds[0]?.title).toBe('Sino-Soviet Relations');
    expect(text).toContain('1949 to 1962');
    expect(text).toContain('64 of 71 documents');
    expect(text).toContain('Nothing in it is dated 1951–1958, 1961.');
    expect(text).toContain(
      'A document: “Notes by Anastas Mikoyan ahead of Meetings with Mao Zedong”, 1949-01-31; Sino-Soviet Relations;',
    );
    expect((await pictureOf(shown))[0]).toBe(1400);
  });

  test('says its span and gaps by the year where its picture goes by decade', async () => {
    const days = ['1901-05-01', '1903-05-01', '1917-01-01', '1938-02-01', '1944-02-01'];
    const { discord } = await openRoom(
      days.map((day, at) => aDocument({ id: `d${at}`, date: aDay(day), collection: 'Scraps' })),
    );
    const shown = await discord.as('ada').run('collection', { name: 'Scraps' });
    expect(said(shown)).toContain('1901 to 1944');
    expect(said(shown)).toContain('Nothing in it is dated 1902, 1904–1916');
    expect(shown.attachments[0]?.description).toContain('Bars by decade');
  });

  test('of undated documents alone has no picture', async () => {
    const { discord } = await openRoom([
      aDocument({ id: 'only', date: aDate(), collection: 'Scraps' }),
    ]);
    const shown = await discord.as('ada').run('collection', { name: 'Scraps' });
    expect(shown.attachments).toEqual([]);
    expect(said(shown)).toContain('no dates');
  });
});
