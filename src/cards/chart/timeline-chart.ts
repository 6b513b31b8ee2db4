import type { TopLevelSpec } from 'vega-lite';
import { numbersOf } from '../../data/dates/calendar.ts';
import type { Counts, Timeline, Unit } from '../../data/dates/timeline.ts';
import { dateWords } from '../../wording/dates.ts';
import { titleOf } from './timeline-title.ts';

/** Colours on a ground of its own, so that a light and a dark Discord show the same picture. */
const COLOURS = {
  ground: '#fbf8f2',
  text: '#2f2a24',
  lines: '#ddd5c7',
  all: '#cdbd9f',
  meant: '#9c4a1a',
};
/** In points; Discord shows a picture about 550 wide, and 350 on a phone. */
const SIZE = { width: 420, height: 220 };
const FONT_SIZE = 16;
/** The least that the axis goes up to: one document isn't a full bar. */
const LEAST_HEIGHT = 4;

/** What the bars are called. */
export type Names = { all: string; meant: string };

/**
 * A timeline as a picture's plan, for Vega-Lite: all documents behind, those that are meant in front.
 * Where all are meant there is one kind of bar.
 * @param about what is meant, in words, as the picture's title
 */
export function timelineChart(timeline: Timeline, about: string, names: Names): TopLevelSpec {
  const { unit, buckets } = timeline;
  const isSplit = canBeCompared(buckets);
  const values = buckets.flatMap(({ from, all, meant }) => [
    ...(isSplit ? [{ from, documents: all, kind: names.all }] : []),
    { from, documents: meant, kind: names.meant },
  ]);
  const kinds = isSplit ? [names.all, names.meant] : [names.meant];
  const marked = labelled(buckets, unit);
  const labels = Object.fromEntries(marked.map((from) => [from, labelOf(from, unit)]));
  const highest = Math.max(1, ...values.map(({ documents }) => documents));
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    ...SIZE,
    padding: 16,
    background: COLOURS.ground,
    title: { ...titleOf(timeline, about), orient: 'top', anchor: 'start', offset: 12 },
    data: { values },
    mark: { type: 'bar', strokeWidth: 0 },
    encoding: {
      x: {
        field: 'from',
        type: 'ordinal',
        sort: null,
        axis: {
          title: unit === 'day' ? yearsOf(buckets) : null,
          values: marked,
          labelExpr: `${JSON.stringify(labels)}[datum.value]`,
          labelAngle: 0,
          ticks: true,
        },
        scale: { paddingInner: buckets.length > 120 ? 0 : 0.15 },
      },
      y: {
        field: 'documents',
        type: 'quantitative',
        stack: null,
        axis: { title: null, tickCount: Math.min(5, highest), format: ',d' },
        scale: { domainMax: Math.max(highest, LEAST_HEIGHT) },
      },
      color: {
        field: 'kind',
        type: 'nominal',
        scale: { domain: kinds, range: isSplit ? [COLOURS.all, COLOURS.meant] : [COLOURS.meant] },
        legend: isSplit
          ? { title: null, orient: 'top', direction: 'horizontal', labelLimit: 0 }
          : null,
      },
    },
    config: {
      font: 'Noto Sans',
      view: { stroke: null },
      title: {
        fontSize: FONT_SIZE + 2,
        fontWeight: 'normal',
        color: COLOURS.text,
        subtitleFontSize: FONT_SIZE,
        subtitleColor: COLOURS.text,
        subtitlePadding: 6,
      },
      axis: {
        labelFontSize: FONT_SIZE,
        titleFontSize: FONT_SIZE,
        titleFontWeight: 'normal',
        labelColor: COLOURS.text,
        titleColor: COLOURS.text,
        gridColor: COLOURS.lines,
        domainColor: COLOURS.text,
        tickColor: COLOURS.text,
      },
      legend: { labelFontSize: FONT_SIZE, labelColor: COLOURS.text, symbolType: 'square' },
    },
  };
}

/** Whether what is meant isn't all there is, and can still be seen beside it. */
function canBeCompared(buckets: Timeline['buckets']): boolean {
  const most = (of: keyof Counts) => Math.max(...buckets.map((one) => one[of]));
  return buckets.some(({ all, meant }) => all !== meant) && most('meant') * 20 >= most('all');
}

/** The years of days, which their labels leave out. */
function yearsOf(buckets: Timeline['buckets']): string {
  const years = buckets.map(({ from }) => from.slice(0, -6));
  return [...new Set([years.at(0), years.at(-1)])].join('–');
}

/** As many labels as stand beside each other. */
const MOST_LABELS = 6;

/** Every so many buckets, at round numbers of years, quarters or weeks. */
function labelled(buckets: Timeline['buckets'], unit: Unit): string[] {
  const steps: Record<Unit, readonly number[]> = {
    decade: [1, 5, 10, 50],
    year: [1, 2, 5, 10, 20, 50],
    month: [1, 3, 6, 12, 24],
    day: [1, 2, 7, 14],
  };
  const step = steps[unit].find((one) => buckets.length / one <= MOST_LABELS) ?? 100;
  return buckets
    .map(({ from }) => from)
    .filter((from, index) => (unit === 'day' ? index : roundOf(from, unit)) % step === 0);
}

function roundOf(from: string, unit: Unit): number {
  const [, year = '0', month = '1'] = /^([+-]?\d+)-(\d\d)/.exec(from) ?? [];
  if (unit === 'month') return Number(year) * 12 + Number(month) - 1;
  return unit === 'decade' ? Number(year) / 10 : Number(year);
}

/** What stands on the axis below a bucket, by its first day. */
function labelOf(from: string, unit: Unit): string {
  const { year, month, day } = numbersOf(from);
  const ofYear = year > 0 ? String(year) : dateWords.yearBCE(String(1 - year));
  const ofMonth = dateWords.monthsInBrief[month - 1] ?? '';
  if (unit === 'day') return dateWords.day(day, ofMonth);
  if (unit === 'month') return dateWords.month(ofMonth, ofYear);
  return unit === 'year' ? ofYear : dateWords.decade(ofYear);
}
