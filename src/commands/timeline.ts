import { timelineNumbers, unitOfNumbers } from '../cards/chart/timeline-numbers.ts';
import { timelinePicture } from '../cards/chart/timeline-picture.ts';
import { COLOUR } from '../cards/colour.ts';
import { escapeMarkdown, oneLine } from '../cards/escape.ts';
import { clip, clipEscaped, LIMITS } from '../cards/limits.ts';
import { MOST_BUCKETS, type Timeline } from '../data/dates/timeline.ts';
import { UserError } from '../errors.ts';
import { defineCommand, type Reply } from '../interactions/command.ts';
import { privateOption, slashCommand, textOption } from '../interactions/declaration.ts';
import {
  collectionChoices,
  collectionOption,
  dateOptions,
  readQuery,
} from '../interactions/read-options.ts';
import { countDocuments } from '../wording/count.ts';

/** `/timeline`: when the documents are from, as a picture with its numbers. */
export const timeline = defineCommand({
  data: slashCommand('timeline', 'A picture of documents by year, month or day', [
    textOption('query', 'Count only what this search finds', { most: 500 }),
    ...dateOptions,
    collectionOption,
    privateOption,
  ]),

  read: async (options, { archive }) => ({
    ...(await readQuery(options, archive)),
    private: options.private === true,
  }),

  async run({ query, asked, private: isPrivate }, { archive }) {
    const { meant, timeline: found } = await archive.timeline({
      text: query,
      filter: asked.filter,
    });
    const about =
      [query && `“${query}”`, ...asked.words].filter(Boolean).join(', ') || 'all documents';
    if (meant === 0)
      throw new UserError(
        `No document is found for ${about}. Run /search with the same words to see why.`,
      );
    if (!found)
      throw new UserError(`None of ${countDocuments(meant)} found for ${about} has a date.`);
    if (found.buckets.length > MOST_BUCKETS)
      throw new UserError(
        'These documents span too many years for one picture. Narrow the timeline with `from` and `to`.',
      );
    return timelineReply(found, about, meant, isPrivate);
  },

  suggest: ({ typed }, { archive }) => collectionChoices(typed, archive),
});

async function timelineReply(
  found: Timeline,
  about: string,
  meant: number,
  isPrivate: boolean,
): Promise<Reply> {
  const title = `Timeline: ${escapeMarkdown(clip(oneLine(about), 200))}`;
  const unit = unitOfNumbers(found);
  const apart = unit === found.unit ? '' : `, the numbers by ${unit}`;
  const lead = `${countDocuments(meant)}, by ${found.unit}${apart}.`;
  const numbers = [lead, ...timelineNumbers(found)];
  return {
    embeds: [
      {
        color: COLOUR.paper,
        title: clipEscaped(title, LIMITS.title),
        description: clipEscaped(numbers.join('\n\n'), LIMITS.description),
      },
    ],
    files: found.buckets.some((one) => one.meant > 0)
      ? [await timelinePicture(found, about, { all: 'whole archive', meant: 'found' })]
      : [],
    private: isPrivate,
  };
}
