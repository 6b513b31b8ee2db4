import { z } from 'zod';
import { Day } from '../../data/dates/historical-date.ts';
import type { Options } from '../../interactions/command.ts';
import { AskedFilter } from '../../interactions/read-options.ts';
import type { Period } from '../../search/hits.ts';
import type { PassagesAsked } from '../../search/questions.ts';

/** As many as fit into one message, and as one reads. */
export const PASSAGES_A_PAGE = 5;

/** A question as it was asked, and of which time its passages are to be. */
export const PassagesInput = z.object({
  query: z.string(),
  asked: AskedFilter,
  period: z.object({ from: Day, to: Day }).optional(),
  /** Whether passages are wanted though they can't give what is asked for. */
  anyway: z.boolean().default(false),
  private: z.boolean(),
  evenEmpty: z.boolean().default(false),
});
export type PassagesInput = z.infer<typeof PassagesInput>;

/** The keys of what asks otherwise; a period is its two days. */
export const ANYWAY = 'anyway';
const EVERY_PERIOD = 'every-period';
export const periodKey = (period?: Pick<Period, 'from' | 'to'>): string =>
  period ? `${period.from}/${period.to}` : EVERY_PERIOD;

/** The question as a button or the menu of periods asks it. */
export function vary(input: PassagesInput, key: string): PassagesInput {
  if (key === ANYWAY) return { ...input, anyway: true };
  if (key === EVERY_PERIOD) return { ...input, period: undefined };
  const [from, to] = key.split('/');
  const read = PassagesInput.shape.period.safeParse({ from, to });
  return read.success ? { ...input, period: read.data } : input;
}

/** What the archive is asked for a page. */
export const askedFor = ({ query, asked, period }: PassagesInput, page: number): PassagesAsked => ({
  question: query,
  filter: asked.filter,
  period,
  window: { offset: page * PASSAGES_A_PAGE, limit: PASSAGES_A_PAGE },
});

/** The same question as options of another command. */
export const asOptions = ({ asked: { filter } }: PassagesInput, query: string) =>
  ({
    query,
    from: filter.from,
    to: filter.to,
    collection: filter.collection,
  }) satisfies Options;
