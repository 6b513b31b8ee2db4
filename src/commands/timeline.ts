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
import { timelineWords as words } from '../wording/timelines.ts';

/** `/timeline`: when the documents are from, as a picture with its numbers. */
export const timeline = defineCommand({
  data: slashCommand('timeline', words.command.description, [
    textOption('query', words.command.query, { most: 500 }),
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
      [query && words.about.query(query), ...asked.words].filter(Boolean).join(', ') ||
      words.about.all;
    if (meant === 0) throw new UserError(words.nothing(about));
    if (!found) throw new UserError(words.undated(meant, about));
    if (found.buckets.length > MOST_BUCKETS) throw new UserError(words.tooLong);
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
  const title = words.title(escapeMarkdown(clip(oneLine(about), 200)));
  const lead = words.lead(meant, found.unit, unitOfNumbers(found));
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
      ? [await timelinePicture(found, about, words.bars)]
      : [],
    private: isPrivate,
  };
}
