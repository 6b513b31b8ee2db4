import { COLOUR } from '../cards/colour.ts';
import { gapLines } from '../cards/coverage.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { clipEscaped, LIMITS } from '../cards/limits.ts';
import { formatDay } from '../data/dates/format.ts';
import { clockIn } from '../interactions/clock.ts';
import { defineCommand } from '../interactions/command.ts';
import { slashCommand } from '../interactions/declaration.ts';
import type { Summary, TextCoverage } from '../search/archive.ts';
import { count, countDocuments } from '../wording/count.ts';

const NAMED_COLLECTIONS = 25;

type Row = [name: string, value: string, inline: boolean];

/** `/about`: what is loaded here, and what is not. */
export const about = defineCommand({
  data: slashCommand('about', 'What this archive holds, what it lacks, and when it was read'),
  isPrivate: () => false,
  read: () => undefined,

  async run(_input, { archive, timeZone, version }) {
    const summary = await archive.summary();
    const { documents, undated, collections, coverage, readAt, byMeaning } = summary;
    const texts = await archive.textCoverage();
    const gaps = gapLines(coverage);
    const rows: Row[] = [
      ['Documents', documentsLine(summary), true],
      ['Collections', count(collections.length), true],
      ['Undated', count(undated), true],
      ['Dates', span(summary), true],
      ['Read', `${clockIn(timeZone, readAt).format('D MMMM YYYY, HH:mm')} (${timeZone})`, true],
      ['Version', version, true],
      ['Texts', textLine(texts), true],
      ...(byMeaning === undefined ? [] : [meaningRow(byMeaning, documents)]),
      ['Holdings', collectionLines(summary), false],
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

/** How many there are, and how many of them were added to the server. */
const documentsLine = ({ documents, added = 0 }: Summary): string =>
  added === 0 ? count(documents) : `${count(documents - added)} and ${count(added)} added here`;

/** How far a model is: until nearly all have a vector, search is by words. */
const meaningRow = (made: number, documents: number): Row => [
  'By meaning',
  `${count(made)} of ${countDocuments(documents)}`,
  true,
];

function collectionLines({ collections }: Summary): string {
  const lines = collections
    .slice(0, NAMED_COLLECTIONS)
    .map(({ name, documents }) => `${escapeMarkdown(name)}: ${count(documents)}`);
  const more = collections.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${count(more)} more`] : [])].join('\n');
}

/** How much can be read here, or how far the reading is. */
function textLine({ documents, pages, words, pending, unreadable }: TextCoverage): string {
  if (unreadable) return 'can’t be read right now: the bot’s log says why';
  if (pending !== undefined) return `being read: ${countDocuments(pending)} so far`;
  if (documents === 0) return 'none, only records';
  return `${countDocuments(documents)}, ${count(pages)} ${pages === 1 ? 'page' : 'pages'}, ${count(words)} words`;
}

/** The first and the last day that any document can mean. */
const span = ({ first, last }: Summary): string =>
  first && last ? `${formatDay(first)} to ${formatDay(last)}` : 'no dates';
