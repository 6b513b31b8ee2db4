import { z } from 'zod';
import { escapeMarkdown, oneLine } from '../cards/escape.ts';
import { clip } from '../cards/limits.ts';
import { Day } from '../data/dates/historical-date.ts';
import type { StandingQuestion } from '../search/standing.ts';

/** What a watch looks for, as it is kept. */
export const WatchQuestion = z.object({
  query: z.string(),
  filter: z.object({
    from: Day.optional(),
    to: Day.optional(),
    collection: z.string().optional(),
    person: z.string().optional(),
  }),
  /** What the filter says, in words. */
  words: z.array(z.string()),
  expandsNames: z.boolean(),
  /** Whether records that say something else by now are told of, too. */
  changes: z.boolean(),
});
export type WatchQuestion = z.infer<typeof WatchQuestion>;

/** The question as an archive is asked it. */
export const toStanding = ({ query, filter, expandsNames }: WatchQuestion): StandingQuestion => ({
  text: query,
  filter,
  expandsNames,
});

const LONGEST_SHOWN = 150;

/** `“Jupiter missiles”` as Markdown. */
export const formatWatched = ({ query }: Pick<WatchQuestion, 'query'>): string =>
  `“${escapeMarkdown(clip(oneLine(query), LONGEST_SHOWN))}”`;

/** Whether two look for the same. */
export const isSameQuestion = (one: WatchQuestion, other: WatchQuestion): boolean =>
  JSON.stringify(essence(one)) === JSON.stringify(essence(other));

const essence = ({ query, filter: { from, to, collection, person }, changes }: WatchQuestion) => [
  query.trim().toLowerCase(),
  from,
  to,
  collection,
  person,
  changes,
];
