import type { Timeline } from '../../data/dates/timeline.ts';
import { chartWords } from '../../wording/timelines.ts';
import { draw } from './draw.ts';
import { type Names, timelineChart } from './timeline-chart.ts';
import { timelineAlt } from './timeline-numbers.ts';

/**
 * A timeline as a file, to be attached beside the embed and not shown in it: Discord reads the
 * description out for attachments only.
 * @param about what the documents are, in words
 */
export const timelinePicture = async (
  timeline: Timeline,
  about: string,
  names: Names = chartWords.bars,
) => ({
  name: 'timeline.png',
  bytes: await draw(timelineChart(timeline, about, names)),
  description: timelineAlt(timeline, about),
});
