import { z } from 'zod';
import { count } from '../cards/count.ts';
import { gapLines } from '../cards/coverage.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { describeSpan } from '../data/date/describe.ts';
import { readDateQuestion } from '../data/date/question.ts';
import { overlapping } from '../data/date-index.ts';
import { gapsThatMatter } from '../data/gaps.ts';
import { UserError } from '../errors.ts';
import { slashCommand, textOption } from './declaration.ts';
import { pageOfEntries } from './page-of-entries.ts';
import { definePagedCommand } from './paged.ts';
import { DATE_EXAMPLES, text } from './read-options.ts';

const Input = z.object({ when: z.string(), private: z.boolean() });
type Input = z.infer<typeof Input>;

/** `/date`: everything whose date overlaps a day, a month or any span, in order of first day. */
export const date = definePagedCommand<Input>({
  data: slashCommand('date', 'Look up a day, a month, a year or a span', [
    textOption('when', 'Such as 16 October 1962, October 1962, 1960s, before 1950 or 1949-1951', {
      required: true,
      most: 100,
    }),
  ]),
  input: Input,

  read(options) {
    const when = text(options, 'when') ?? '';
    understood(when);
    return { when, private: false };
  },

  async show({ when }, wanted, { corpus }) {
    const asked = understood(when);
    const span = { from: asked.start ?? undefined, to: asked.end ?? undefined };
    const found = overlapping(corpus.dates, span);
    const gaps = found.length > 0 ? [] : gapLines(gapsThatMatter(corpus, span)).slice(0, 3);
    const nothing = ['No document here is dated to this span.', ...gaps].join('\n');
    return pageOfEntries(
      found.map((document) => ({ document })),
      wanted,
      {
        title: `Date: ${escapeMarkdown(when)}`,
        lead: [escapeMarkdown(describeSpan(asked)), found.length ? '' : nothing]
          .filter(Boolean)
          .join('\n\n'),
        tail: undatedLine(corpus.dates.undated),
        footer: ['by first day, exact dates before partial ones'],
      },
    );
  },
});

function understood(when: string) {
  const asked = readDateQuestion(when);
  if (asked && (asked.start || asked.end)) return asked;
  throw new UserError(`I can’t read “${when}” as a date. ${DATE_EXAMPLES}`);
}

const undatedLine = (undated: number) =>
  undated === 0
    ? undefined
    : `${count(undated)} undated ${undated === 1 ? 'document' : 'documents'} can't be placed.`;
