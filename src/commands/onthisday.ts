import { z } from 'zod';
import { count } from '../cards/count.ts';
import { anniversariesOn, nearestAnniversaries } from '../data/anniversaries.ts';
import type { DayOfYear } from '../data/date/anniversary.ts';
import { monthName } from '../data/date/print.ts';
import { readDayOfYear } from '../data/date/question.ts';
import type { DateIndex } from '../data/date-index.ts';
import { UserError } from '../errors.ts';
import { clockIn } from './clock.ts';
import { privateOption, slashCommand, textOption } from './declaration.ts';
import { pageOfEntries } from './page-of-entries.ts';
import { definePagedCommand } from './paged.ts';
import { text } from './read-options.ts';
import { yearsAgo } from './years-ago.ts';

const Input = z.object({
  month: z.int(),
  day: z.int(),
  /** The year it is now, from which "years ago" counts. */
  year: z.int(),
  private: z.boolean(),
  evenEmpty: z.boolean().default(false),
});
type Input = z.infer<typeof Input>;

/** `/onthisday`: what was written on this day of the year, certain dates apart from doubtful ones. */
export const onthisday = definePagedCommand<Input>({
  data: slashCommand('onthisday', 'Documents dated to this day of the year', [
    textOption('date', 'Another day, such as 16 October or 10-16; today if left out', {
      most: 100,
    }),
    privateOption,
  ]),
  input: Input,

  read(options, { now, timeZone }) {
    const today = clockIn(timeZone, now());
    const asked = text(options, 'date');
    const day = asked ? readDayOfYear(asked) : { month: today.month() + 1, day: today.date() };
    if (!day) {
      throw new UserError(
        `I can’t read “${asked}” as a day of the year. Try “16 October”, “Oct 16” or “10-16”.`,
      );
    }
    return {
      ...day,
      year: today.year(),
      private: options.private === true,
      evenEmpty: options.private === false,
    };
  },

  async show(input, wanted, { corpus: { dates } }) {
    const day = { month: input.month, day: input.day };
    const { certain, apart, monthOnly } = anniversariesOn(dates, day, input.year);
    const name = dayName(day);
    const entries = [
      ...certain.map(({ document, label }) => ({
        document,
        note: [yearsAgo(document, input.year), label].filter(Boolean).join('; '),
      })),
      ...apart.map(({ document, reason }) => ({
        document,
        note: reason,
        heading: '**Perhaps of this day**',
      })),
      ...(certain.length === 0 ? neighbours(dates, input) : []),
    ];
    return pageOfEntries(entries, wanted, {
      title: `On this day: ${name}`,
      lead: certain.length ? undefined : `No document here is dated certainly to ${name}.`,
      tail: monthOnly
        ? `${count(monthOnly)} more ${monthOnly === 1 ? 'is' : 'are'} dated to ${monthName(input.month)} only, without a day, and not listed.`
        : undefined,
      footer: ['oldest first'],
    });
  },
});

const dayName = ({ month, day }: DayOfYear) => `${day} ${monthName(month)}`;

/** The nearest anniversaries before and after, said as such. */
function neighbours(dates: DateIndex, input: Input) {
  const { before, after } = nearestAnniversaries(dates, input);
  const side = (name: string, found: typeof before) =>
    (found?.documents ?? []).map((document, _, { length }) => ({
      document,
      note: yearsAgo(document, input.year) ?? '',
      heading: `**The nearest ${name}: ${dayName(found ?? input)}** (${count(length)})`,
    }));
  return [...side('before', before), ...side('after', after)];
}
