import { COLOUR } from '../cards/colour.ts';
import { count } from '../cards/count.ts';
import { gapLines } from '../cards/coverage.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { clipEscaped, LIMITS } from '../cards/limits.ts';
import type { Corpus } from '../data/corpus.ts';
import { compareDays } from '../data/date/compare.ts';
import type { Day } from '../data/date/historical-date.ts';
import { formatDay } from '../data/date/print.ts';
import { clockIn } from './clock.ts';
import { defineCommand } from './command.ts';
import { slashCommand } from './declaration.ts';

const NAMED_COLLECTIONS = 25;

/** `/about`: what is loaded here, and what is not. */
export const about = defineCommand({
  data: slashCommand('about', 'What this archive holds, what it lacks, and when it was read'),
  read: () => ({ private: false }),

  async run(_input, { corpus, timeZone, version }) {
    const { documents, dates, collections, coverage, readAt } = corpus;
    const gaps = gapLines(coverage);
    const rows: [name: string, value: string, inline: boolean][] = [
      ['Documents', count(documents.length), true],
      ['Collections', count(collections.length), true],
      ['Undated', count(dates.undated), true],
      ['Dates', span(corpus), true],
      ['Read', `${clockIn(timeZone, readAt).format('D MMMM YYYY, HH:mm')} (${timeZone})`, true],
      ['Version', version, true],
      ['Holdings', collectionLines(corpus), false],
      ['Gaps', gaps.join('\n') || 'None known: no listing said how much more there is.', false],
    ];
    return {
      embeds: [
        {
          color: COLOUR.paper,
          title: 'About this reading room',
          fields: rows.map(([name, value, inline]) => ({
            name,
            value: clipEscaped(value, LIMITS.fieldValue),
            inline,
          })),
        },
      ],
      private: false,
    };
  },
});

function collectionLines({ collections }: Corpus): string {
  const lines = collections
    .slice(0, NAMED_COLLECTIONS)
    .map(({ name, documents }) => `${escapeMarkdown(name)}: ${count(documents)}`);
  const more = collections.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${count(more)} more`] : [])].join('\n');
}

/** The first and the last day that any document can mean. */
function span({ documents }: Corpus): string {
  const edge = (days: (Day | null)[], isBefore: (a: Day, b: Day) => boolean) =>
    days.reduce<Day | null>(
      (best, day) => (day && (!best || isBefore(day, best)) ? day : best),
      null,
    );
  const first = edge(
    documents.map(({ date }) => date.start),
    (a, b) => compareDays(a, b) < 0,
  );
  const last = edge(
    documents.map(({ date }) => date.end),
    (a, b) => compareDays(a, b) > 0,
  );
  return first && last ? `${formatDay(first)} to ${formatDay(last)}` : 'no dates';
}
