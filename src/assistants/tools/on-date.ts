import { z } from 'zod';
import { gapLines } from '../../cards/coverage.ts';
import { yearsAgo } from '../../cards/years-ago.ts';
import type { DayOfYear } from '../../data/dates/anniversary.ts';
import { describeSpan } from '../../data/dates/describe.ts';
import { formatDayOfYear, monthName } from '../../data/dates/format.ts';
import type { HistoricalDate } from '../../data/dates/historical-date.ts';
import { readDateQuestion, readDayOfYear } from '../../data/dates/question.ts';
import { UserError } from '../../errors.ts';
import { today } from '../../interactions/clock.ts';
import type { DayEntry } from '../../search/answers.ts';
import type { Window } from '../../search/questions.ts';
import { count, countDocuments } from '../../wording/count.ts';
import { dateExamples } from '../../wording/options.ts';
import type { Answer } from '../answer.ts';
import { line, readFacts } from '../facts.ts';
import type { Services } from '../services.ts';
import { visibleLine } from '../visible.ts';
import { defineTool, limit, offset, words } from './tool.ts';

const MOST_GAPS = 5;

/** Documents of a date, as `/date` and `/onthisday` find them. */
export const onDate = defineTool({
  name: 'on_date',
  title: 'Documents of a date',
  description:
    'Documents dated to a day, month, year or span (16 October 1962, 1960s, before 1950, EDTF), oldest first; a day without a year (16 October) gives anniversaries.',
  input: z.strictObject({ date: words(100), limit: limit(10, 20), offset }),

  async run({ date, ...window }, services) {
    const span = readDateQuestion(date);
    if (span?.start || span?.end) return ofSpan(span, window, services);
    const day = readDayOfYear(date);
    if (day) return ofDay(day, window, services);
    throw new UserError(
      `“${line(date, 100)}” can’t be read as a date. ${dateExamples} For anniversaries try “16 October”.`,
    );
  },
});

async function ofSpan(asked: HistoricalDate, window: Window, services: Services): Promise<Answer> {
  const { archive } = services;
  const span = { from: asked.start ?? undefined, to: asked.end ?? undefined };
  const { total, documents, undated } = await archive.overlapping(span, window);
  const gaps = total > 0 ? [] : gapLines(await archive.gaps(span)).slice(0, MOST_GAPS);
  const facts = await readFacts(documents, services);
  return {
    total,
    notes: [
      `Read as ${visibleLine(describeSpan(asked))}.`,
      total > 0
        ? `${countDocuments(total)} may be of this time, by first day, exact dates before partial ones.`
        : 'No document that is loaded is dated to this time.',
      ...(undated > 0 ? [`${countDocuments(undated)} without a date can’t be placed.`] : []),
      ...gaps,
    ],
    results: facts.map((one) => ({ facts: one })),
    fields: { readAs: { first: asked.start, last: asked.end }, undated },
  };
}

async function ofDay(day: DayOfYear, window: Window, services: Services): Promise<Answer> {
  const [year] = today(services);
  const found = await services.archive.anniversaries(day, year, window);
  const { certain, monthOnly, entries, total } = found;
  const name = formatDayOfYear(day);
  const facts = await readFacts(
    entries.map(({ document }) => document),
    services,
  );
  return {
    total,
    notes: [
      `Read as a day of the year: ${name}.`,
      certain > 0
        ? `${countDocuments(certain)} dated certainly to it, oldest first.`
        : 'No document that is loaded is dated certainly to it.',
      ...nearestNotes(found.nearest),
      ...(monthOnly > 0
        ? [
            `${countDocuments(monthOnly)} dated to ${monthName(day.month)} without a day ${monthOnly === 1 ? 'isn’t' : 'aren’t'} listed.`,
          ]
        : []),
    ],
    results: facts.flatMap((one, index) => {
      const entry = entries[index];
      return entry
        ? {
            facts: one,
            fields: { match: entry.kind, ...why(entry, year) },
            lines: whyLines(entry, year),
          }
        : [];
    }),
    fields: { readAs: day, certain, monthOnly },
  };
}

const nearestNotes = ({ before, after }: { before?: Near; after?: Near }): string[] =>
  [
    before && `The nearest day before: ${formatDayOfYear(before)} (${count(before.documents)}).`,
    after && `The nearest day after: ${formatDayOfYear(after)} (${count(after.documents)}).`,
  ].filter((note) => note !== undefined);
type Near = (DayOfYear & { documents: number }) | undefined;

/** Why a document is there. */
function why(entry: DayEntry, year: number): { reason?: string } {
  const reason =
    entry.kind === 'perhaps'
      ? entry.reason
      : [yearsAgo(entry.document, year), entry.kind === 'certain' ? entry.label : undefined]
          .filter(Boolean)
          .join('; ');
  return reason ? { reason } : {};
}

const whyLines = (entry: DayEntry, year: number): string[] => [
  `match: ${[MATCHES[entry.kind], why(entry, year).reason].filter(Boolean).join(', ')}`,
];

const MATCHES = {
  certain: 'certainly of this day',
  perhaps: 'perhaps of this day',
  before: 'of the nearest day before',
  after: 'of the nearest day after',
} as const;
