import { z } from 'zod';
import { count } from '../../cards/count.ts';
import { clip, wholeGraphemes } from '../../cards/limits.ts';
import type { Document } from '../../data/corpus/document.ts';
import { formatPublication } from '../../data/corpus/publication.ts';
import { UserError } from '../../errors.ts';
import { type Answer, formatPage } from '../answer.ts';
import { line, type PageFacts, pageFacts, readFactsOf } from '../facts.ts';
import type { Services } from '../services.ts';
import { quoted, visible } from '../visible.ts';
import { findDocument } from './find-document.ts';
import { defineTool, words } from './tool.ts';

/** In characters; of pages all that are read at a time together. */
const MOST = { description: 3000, values: 700, pages: 7000 };
const PAGES_AT_ONCE = 20;

/** A document's record, or pages of its text. */
export const get = defineTool({
  name: 'get',
  title: 'Read a document',
  description:
    'The whole record of a document. With page: its text from that page on, verbatim; offset passes over characters of a long page.',
  input: z.strictObject({
    id: words(300),
    page: z.int().min(1).max(10_000_000).optional(),
    offset: z.int().min(0).max(1_000_000_000).default(0),
  }),

  async run({ id, page, offset }, services) {
    const document = await findDocument(id, services.archive);
    return page === undefined && offset === 0
      ? readRecord(document, services)
      : readPages(document, { page: page ?? 1, offset }, services);
  },
});

/** All that a record says, and how long the document's text is. */
export async function readRecord(document: Document, services: Services): Promise<Answer> {
  const { archive } = services;
  const facts = await readFactsOf(document, services);
  const text = await archive.pages(document.id, { offset: 0, limit: 0 }).catch((error) => {
    // The record can be read, whatever is the matter with texts.
    if (error instanceof UserError) return error.message;
    throw error;
  });
  const description = clip(visible(document.description), MOST.description);
  const fields = recordFields(document);
  return {
    total: 1,
    notes: [typeof text === 'string' ? text : describeText(text.total)],
    results: [
      {
        facts,
        fields: {
          ...(description && { description }),
          ...fields,
          ...(typeof text !== 'string' && { pages: text.total }),
        },
        lines: [
          ...Object.entries(fields).map(([name, values]) => `${name}: ${values.join('; ')}`),
          ...(description ? [quoted(description)] : []),
        ],
      },
    ],
  };
}

const describeText = (pages: number): string =>
  pages === 0
    ? 'Its text is not loaded: only this record.'
    : `Its text has ${count(pages)} ${pages === 1 ? 'page' : 'pages'}: call get with page:1 to read.`;

/** What the record says of itself, a list each; what it doesn't say is left out. */
function recordFields(document: Document): Record<string, string[]> {
  const { creators, recipients, people, places, subjects, languages } = document;
  const { type, source, identifier, rights, publication } = document;
  const all = {
    creators,
    recipients,
    people,
    places,
    subjects,
    published: publication && [formatPublication(publication)],
    type,
    languages,
    source,
    identifier,
    rights,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, values]) =>
      values?.length ? [[name, firstOf(values)]] : [],
    ),
  );
}

/** As many values as there is room for, and how many there are besides. */
function firstOf(values: readonly string[]): string[] {
  let room = MOST.values;
  const shown: string[] = [];
  for (const value of values) {
    const text = line(value, MOST.values);
    room -= text.length;
    if (room < 0) break;
    shown.push(text);
  }
  const more = values.length - shown.length;
  return more > 0 ? [...shown, `… and ${count(more)} more`] : shown;
}

type ReadPage = { page: PageFacts; text: string };

/**
 * Pages of a document's text, as many as there is room for.
 * @throws UserError if there is no such page, or texts can't be read
 */
export async function readPages(
  document: Document,
  from: { page: number; offset: number },
  services: Services,
  limit = PAGES_AT_ONCE,
): Promise<Answer> {
  if (!(Number.isSafeInteger(from.page) && from.page > 0))
    throw new UserError('Pages are counted from 1.');
  const { total, pages } = await services.archive.pages(document.id, {
    offset: from.page - 1,
    limit,
  });
  if (total === 0) {
    throw new UserError(
      `The text of ${document.id} is not loaded: only its record. That doesn’t mean that there is none.`,
    );
  }
  if (from.page > total) {
    throw new UserError(
      `The text of ${document.id} has ${count(total)} pages; page is 1 to ${total}.`,
    );
  }
  const facts = await readFactsOf(document, services);
  const shown: ReadPage[] = [];
  let next: { page: number; offset: number } | undefined;
  let room = MOST.pages;
  for (const one of pages) {
    const offset = one.page === from.page ? from.offset : 0;
    const rest = one.text.slice(offset);
    const text = wholeGraphemes(rest, room);
    if (text || rest === '') shown.push({ page: pageFacts(one), text: visible(text) });
    if (text.length < rest.length) {
      next = { page: one.page, offset: offset + text.length };
      break;
    }
    room -= text.length;
  }
  const last = pages.at(-1)?.page ?? total;
  if (!next && last < total) next = { page: last + 1, offset: 0 };
  return {
    total: 1,
    notes: [
      `Its text has ${count(total)} ${total === 1 ? 'page' : 'pages'}.`,
      next
        ? `It goes on: call get with page:${next.page}${next.offset > 0 ? ` and offset:${next.offset}` : ''}.`
        : 'This is read to its end.',
    ],
    results: [
      {
        facts,
        fields: { pages: total, text: shown, ...(next && { next }) },
        lines: shown.flatMap(({ page, text }) => [`page: ${formatPage(page)}`, quoted(text)]),
      },
    ],
  };
}
