import { clip } from '../../cards/limits.ts';
import type { Document } from '../../data/corpus/document.ts';
import { formatPublication } from '../../data/corpus/publication.ts';
import { UserError } from '../../errors.ts';
import { count } from '../../wording/count.ts';
import type { Answer } from '../answer.ts';
import { line, readFactsOf } from '../facts.ts';
import type { Services } from '../services.ts';
import { quoted, visible } from '../visible.ts';

/** In characters; the values of each list together. */
const MOST = { description: 3000, values: 700 };

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
