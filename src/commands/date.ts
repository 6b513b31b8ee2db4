import { z } from 'zod';
import { gapLines } from '../cards/coverage.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { describeSpan } from '../data/dates/describe.ts';
import { readDateQuestion } from '../data/dates/question.ts';
import { UserError } from '../errors.ts';
import { slashCommand, textOption } from '../interactions/declaration.ts';
import { pageOfEntries } from '../interactions/page-of-entries.ts';
import { definePagedCommand } from '../interactions/paged.ts';
import { text } from '../interactions/read-options.ts';
import { dayWords } from '../wording/days.ts';

const { date: words } = dayWords;

const Input = z.object({ when: z.string(), private: z.boolean() });
type Input = z.infer<typeof Input>;

/** `/date`: everything whose date overlaps a day, a month or any span, in order of first day. */
export const date = definePagedCommand<Input>({
  data: slashCommand('date', words.command.description, [
    textOption('when', words.command.when, { required: true, most: 100 }),
  ]),
  input: Input,

  read(options) {
    const when = text(options, 'when') ?? '';
    requireDate(when);
    return { when, private: false };
  },

  show({ when }, wanted, { archive }) {
    const asked = requireDate(when);
    const span = { from: asked.start ?? undefined, to: asked.end ?? undefined };
    return pageOfEntries(wanted, async (window) => {
      const { total, documents, undated } = await archive.overlapping(span, window);
      const gaps = total > 0 ? [] : gapLines(await archive.gaps(span)).slice(0, 3);
      const nothing = [words.nothing, ...gaps].join('\n');
      const card = {
        title: words.title(escapeMarkdown(when)),
        lead: [escapeMarkdown(describeSpan(asked)), total > 0 ? '' : nothing]
          .filter(Boolean)
          .join('\n\n'),
        entries: documents.map((document) => ({ document })),
        tail: undated > 0 ? words.undated(undated) : undefined,
        footer: [words.order],
      };
      return { total, card };
    });
  },
});

function requireDate(when: string) {
  const asked = readDateQuestion(when);
  if (asked && (asked.start || asked.end)) return asked;
  throw new UserError(words.unreadable(when));
}
