import { z } from 'zod';
import { yearsAgo } from '../cards/years-ago.ts';
import { formatDayOfYear, monthName } from '../data/dates/format.ts';
import { readDayOfYear } from '../data/dates/question.ts';
import { UserError } from '../errors.ts';
import { clockIn } from '../interactions/clock.ts';
import { privateOption, slashCommand, textOption } from '../interactions/declaration.ts';
import { pageOfEntries } from '../interactions/page-of-entries.ts';
import { definePagedCommand } from '../interactions/paged.ts';
import { text } from '../interactions/read-options.ts';
import type { Anniversaries, DayEntry } from '../search/answers.ts';
import { dayWords } from '../wording/days.ts';

const { onThisDay: words } = dayWords;

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
  data: slashCommand('onthisday', words.command.description, [
    textOption('date', words.command.date, { most: 100 }),
    privateOption,
  ]),
  input: Input,

  read(options, { now, timeZone }) {
    const today = clockIn(timeZone, now());
    const asked = text(options, 'date');
    const day = asked ? readDayOfYear(asked) : { month: today.month() + 1, day: today.date() };
    if (!day) throw new UserError(words.unreadable(asked ?? ''));
    return {
      ...day,
      year: today.year(),
      private: options.private === true,
      evenEmpty: options.private === false,
    };
  },

  show(input, wanted, { archive }) {
    const day = { month: input.month, day: input.day };
    const name = formatDayOfYear(day);
    return pageOfEntries(wanted, async (window) => {
      const found = await archive.anniversaries(day, input.year, window);
      const { certain, monthOnly, nearest, total } = found;
      const card = {
        title: words.title(name),
        lead: certain ? undefined : words.nothingCertain(name),
        entries: found.entries.map((entry) => ({
          document: entry.document,
          note: noteOf(entry, input.year),
          heading: headingOf(entry, nearest),
        })),
        tail: monthOnly ? words.monthOnly(monthOnly, monthName(input.month)) : undefined,
        footer: [words.order],
      };
      return { total, card };
    });
  },
});

function noteOf(entry: DayEntry, year: number): string {
  if (entry.kind === 'perhaps') return entry.reason;
  const label = entry.kind === 'certain' ? entry.label : undefined;
  return [yearsAgo(entry.document, year), label].filter(Boolean).join('; ');
}

/** The nearest anniversaries are said as such. */
function headingOf({ kind }: DayEntry, nearest: Anniversaries['nearest']): string | undefined {
  if (kind === 'certain') return undefined;
  if (kind === 'perhaps') return words.perhaps;
  const near = nearest[kind];
  return near && words.nearest[kind](formatDayOfYear(near), near.documents);
}
