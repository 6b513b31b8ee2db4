import { z } from 'zod';
import { escapeMarkdown, oneLine } from '../../cards/escape.ts';
import { clip } from '../../cards/limits.ts';
import { customId } from '../../cards/routes.ts';
import { addedId } from '../../data/corpus/added-id.ts';
import { WebUrl } from '../../data/corpus/document.ts';
import { NO_CONVENTION } from '../../data/dates/convention.ts';
import { formatDateLabel } from '../../data/dates/describe.ts';
import type { HistoricalDate } from '../../data/dates/historical-date.ts';
import { parseDate } from '../../data/dates/parse.ts';
import { toDocument } from '../../data/import/to-document.ts';
import type { Form } from '../../interactions/command.ts';
import type { Candidate } from './here-already.ts';

/** What somebody typed of a document, field by field. */
export const Typed = z.object({
  title: z.string(),
  date: z.string(),
  description: z.string(),
  link: z.string(),
  collection: z.string(),
});
export type Typed = z.infer<typeof Typed>;

/** What a document belongs to whose collection nobody names. */
const NO_COLLECTION = 'Additions';

/** The form, filled in with what was typed before. */
export const typedForm = (typed: Partial<Typed> = {}): Form => ({
  form: {
    title: 'Add a document',
    customId: customId('archive', 'typed'),
    fields: [
      { id: 'title', label: 'Title', most: 300, required: true, short: true, value: typed.title },
      {
        id: 'date',
        label: 'Date',
        description: 'As it is printed: 16 October 1962, October 1962, c. 1962; empty if undated',
        most: 100,
        short: true,
        value: typed.date,
      },
      { id: 'description', label: 'Description', most: 4000, value: typed.description },
      {
        id: 'link',
        label: 'Link',
        description: 'Where the document can be seen: https://…',
        most: 500,
        short: true,
        value: typed.link,
      },
      {
        id: 'collection',
        label: 'Collection',
        description: `“${NO_COLLECTION}” if left empty`,
        most: 100,
        short: true,
        value: typed.collection,
      },
    ],
  },
});

/** What a form that was sent in says. */
export const readTyped = (fields: Readonly<Record<string, string>>): Typed => ({
  title: oneLine(fields.title ?? ''),
  date: oneLine(fields.date ?? ''),
  description: (fields.description ?? '').trim(),
  link: (fields.link ?? '').trim(),
  collection: oneLine(fields.collection ?? ''),
});

/** What is wrong with what was typed, in sentences. */
export const problemsOf = ({ title, link }: Typed): readonly string[] => [
  ...(title ? [] : ['A document needs a title.']),
  ...(link && !WebUrl.safeParse(link).success
    ? [`“${escapeMarkdown(clip(link, 200))}” isn’t a link. It must begin with https:// or http://.`]
    : []),
];

/** What was typed as a document of a server, with the id that it will have. */
export function toTypedDocument(
  { title, date, description, link, collection }: Typed,
  guild: string,
): Candidate {
  const { document } = toDocument(
    { line: null, title, date, description, ...(link && { url: link }) },
    collection || NO_COLLECTION,
    NO_CONVENTION,
  );
  return { document: { ...document, id: addedId(guild, document) }, idInCorpus: document.id };
}

const KINDS: Record<HistoricalDate['precision'], string> = {
  day: 'a day',
  month: 'a month',
  year: 'a year',
  decade: 'a decade',
  century: 'a century',
  season: 'a season',
  interval: 'a span of time',
  set: 'several dates',
  unknown: '',
};

/** How a date was read, as a question: `October 1962, a month: right?`. */
export function askAboutDate(typed: string): string {
  const { date, problem } = parseDate(typed);
  if (problem) {
    return `I can’t read “${escapeMarkdown(date.text)}” as a date: ${problem}. It would be kept as it is, and found in no search by date: right?`;
  }
  const label = formatDateLabel(date);
  if (!label) return 'Undated: right?';
  const doubt = date.uncertain && !/perhaps|\?/.test(label) ? ', uncertain' : '';
  return `${escapeMarkdown(label)}, ${KINDS[date.precision]}${doubt}: right?`;
}
