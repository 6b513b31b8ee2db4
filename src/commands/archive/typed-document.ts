import { z } from 'zod';
import { escapeMarkdown, oneLine } from '../../cards/escape.ts';
import { clip } from '../../cards/limits.ts';
import { customId } from '../../cards/routes.ts';
import { addedId } from '../../data/corpus/added-id.ts';
import { WebUrl } from '../../data/corpus/document.ts';
import { NO_CONVENTION } from '../../data/dates/convention.ts';
import { formatDateLabel } from '../../data/dates/describe.ts';
import { parseDate } from '../../data/dates/parse.ts';
import { toDocument } from '../../data/import/to-document.ts';
import type { Form } from '../../interactions/command.ts';
import { addingWords } from '../../wording/adding.ts';
import type { Candidate } from './here-already.ts';

const words = addingWords.form;

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
    title: words.title,
    customId: customId('archive', 'typed'),
    fields: [
      {
        id: 'title',
        ...words.fields.title,
        most: 300,
        required: true,
        short: true,
        value: typed.title,
      },
      {
        id: 'date',
        ...words.fields.date,
        most: 100,
        short: true,
        value: typed.date,
      },
      { id: 'description', ...words.fields.description, most: 4000, value: typed.description },
      {
        id: 'link',
        ...words.fields.link,
        most: 500,
        short: true,
        value: typed.link,
      },
      {
        id: 'collection',
        label: words.fields.collection.label,
        description: words.fields.collection.description(NO_COLLECTION),
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
  ...(title ? [] : [addingWords.needsTitle]),
  ...(link && !WebUrl.safeParse(link).success
    ? [addingWords.notALink(escapeMarkdown(clip(link, 200)))]
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

/** How a date was read, as a question: `October 1962, a month: right?`. */
export function askAboutDate(typed: string): string {
  const { date, problem } = parseDate(typed);
  if (problem) return addingWords.unreadableDate(escapeMarkdown(date.text), problem);
  const label = formatDateLabel(date);
  if (!label) return addingWords.undated;
  // Many labels say it themselves.
  const isUncertain = date.uncertain && !/perhaps|\?/.test(label);
  const precision = addingWords.precisions[date.precision];
  return addingWords.dated(escapeMarkdown(label), precision, isUncertain);
}
