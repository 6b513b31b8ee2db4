import { COLOUR } from '../cards/colour.ts';
import { gapLines } from '../cards/coverage.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { clipEscaped, LIMITS } from '../cards/limits.ts';
import { formatDay } from '../data/dates/format.ts';
import { clockIn } from '../interactions/clock.ts';
import { defineCommand } from '../interactions/command.ts';
import { slashCommand } from '../interactions/declaration.ts';
import type { Summary, TextCoverage } from '../search/answers.ts';
import { andMore, count } from '../wording/count.ts';
import { holdingsWords } from '../wording/holdings.ts';

const { about: words } = holdingsWords;
const { fields } = words;

const NAMED_COLLECTIONS = 25;

type Row = [name: string, value: string, inline: boolean];

/** `/about`: what is loaded here, and what is not. */
export const about = defineCommand({
  data: slashCommand('about', words.command),
  isPrivate: () => false,
  read: () => undefined,

  async run(_input, { archive, timeZone, version }) {
    const summary = await archive.summary();
    const { documents, added = 0, undated, collections, coverage, readAt, byMeaning } = summary;
    const texts = await archive.textCoverage();
    const gaps = gapLines(coverage);
    const read = clockIn(timeZone, readAt).format(words.readAtFormat);
    const rows: Row[] = [
      [fields.documents, words.documents(documents, added), true],
      [fields.collections, count(collections.length), true],
      [fields.undated, count(undated), true],
      [fields.dates, span(summary), true],
      [fields.read, words.readAt(read, timeZone), true],
      [fields.version, version, true],
      [fields.texts, textLine(texts), true],
      ...(byMeaning === undefined ? [] : [meaningRow(byMeaning, documents)]),
      [fields.holdings, collectionLines(summary), false],
      [fields.gaps, gaps.join('\n') || holdingsWords.noGaps, false],
    ];
    return {
      embeds: [
        {
          color: COLOUR.paper,
          title: words.title,
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

/** How far a model is: until nearly all have a vector, search is by words. */
const meaningRow = (made: number, documents: number): Row => [
  fields.byMeaning,
  words.byMeaning(made, documents),
  true,
];

function collectionLines({ collections }: Summary): string {
  const lines = collections
    .slice(0, NAMED_COLLECTIONS)
    .map(({ name, documents }) => words.collection(escapeMarkdown(name), documents));
  const more = collections.length - lines.length;
  return [...lines, ...(more > 0 ? [andMore(more)] : [])].join('\n');
}

/** How much can be read here, or how far the reading is. */
function textLine({ documents, pages, words: read, pending, unreadable }: TextCoverage): string {
  if (unreadable) return words.texts.unreadable;
  if (pending !== undefined) return words.texts.pending(pending);
  return documents === 0 ? words.texts.none : words.texts.read(documents, pages, read);
}

/** The first and the last day that any document can mean. */
const span = ({ first, last }: Summary): string =>
  first && last ? words.span(formatDay(first), formatDay(last)) : holdingsWords.noDates;
