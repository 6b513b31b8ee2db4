import { type DateNode, type Node, parse } from 'edtf';
import { compareDays } from './compare.ts';
import {
  hull,
  precisionOf,
  type Span,
  seasonSpan,
  shapeOf,
  spanOf,
  yearSpan,
} from './edtf-span.ts';
import type { HistoricalDate, Precision } from './historical-date.ts';

/** What an EDTF text says. `members` are the dates of a set; of anything else, its one span. */
export type EdtfReading = Pick<HistoricalDate, 'precision' | 'approximate' | 'uncertain'> &
  Span & { members: readonly Span[] };

/**
 * Reads EDTF (ISO 8601-2) of levels 0 to 2. The package `edtf` has the grammar; days it would shift
 * (30 February) and intervals that end before they start are refused here. So are `194` and `19`, a
 * decade and a century in EDTF: whoever writes them has rather left something out.
 * @returns null if the text isn't EDTF, or means no span of the calendar
 */
export function readEdtf(text: string): EdtfReading | null {
  const node = grammatical(text);
  const reading = node && readNode(node);
  if (!reading) return null;
  const { start, end } = reading;
  return start && end && compareDays(start, end) > 0 ? null : reading;
}

/** A year, a month or a day without any qualification, which most dates are. */
const PLAIN = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

function grammatical(text: string): Node | null {
  const plain = PLAIN.exec(text);
  if (plain) return plainNode(plain.slice(1).filter(Boolean).map(Number));
  // The package takes its time to refuse what is plainly something else.
  if (!/^[-\dXYES?~%./,{}[\]\s]+$/.test(text)) return null;
  // A single bracketed date is rather an archive's own addition than a set of one.
  if (/^[[{](?!.*(?:,|\.\.))/.test(text)) return null;
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/** The package's node for a plain date; its grammar takes a hundred times as long to make it. */
const plainNode = ([year = 0, month, day]: readonly number[]): DateNode => ({
  type: 'Date',
  values: [year, ...(month === undefined ? [] : [month - 1]), ...(day === undefined ? [] : [day])],
});

function readNode(node: Node): EdtfReading | null {
  switch (node.type) {
    case 'Date': {
      const span = spanOf(node);
      return reading(span, span ? precisionOf(node, span) : 'unknown', [node]);
    }
    case 'Interval':
      return readInterval(node);
    case 'Set':
    case 'List':
      return readSet(node);
    case 'Season':
      return reading(seasonSpan(...node.values), 'season');
    case 'Year':
      return readYear(node);
    default:
      return null;
  }
}

/** A year of any length; of an estimated one (`1950S2`), the years that its digits allow. */
function readYear({ values: [year], significant }: Extract<Node, { type: 'Year' }>) {
  const span = yearSpan(year, significant);
  const found = reading(span, span ? shapeOf(span) : 'unknown');
  return found && { ...found, approximate: found.precision !== 'year' };
}

function readInterval({ values }: Extract<Node, { type: 'Interval' }>): EdtfReading | null {
  const ends = values.map((end) => (typeof end === 'object' ? end : null));
  const [from, to] = ends.map((end) => end && spanOf(end));
  const [isFrom, isTo] = ends.map(Boolean);
  if ((isFrom && !from) || (isTo && !to) || !(isFrom || isTo)) return null;
  const span = { start: from?.start ?? null, end: to?.end ?? null };
  return reading(
    span,
    'interval',
    ends.filter((end) => end !== null),
  );
}

function readSet({ values, earlier, later }: Extract<Node, { type: 'Set' | 'List' }>) {
  const members = values.map((value) =>
    Array.isArray(value) ? hull(value.map(spanOf)) : spanOf(value),
  );
  const whole = hull(members);
  const span = whole && {
    start: earlier ? null : whole.start,
    end: later ? null : whole.end,
  };
  return reading(
    span,
    'set',
    values.flat(),
    members.filter((member) => member !== null),
  );
}

function reading(
  span: Span | null,
  precision: Precision,
  dates: readonly DateNode[] = [],
  members: readonly Span[] = span ? [span] : [],
): EdtfReading | null {
  const approximate = dates.some((date) => date.approximate);
  const uncertain = dates.some((date) => date.uncertain);
  return span && { ...span, precision, approximate, uncertain, members };
}
