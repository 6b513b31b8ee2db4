import { z } from 'zod';
import { escapeMarkdown } from '../cards/escape.ts';
import { clip } from '../cards/limits.ts';
import { listCard } from '../cards/list-card.ts';
import { compareDates, compareText } from '../data/date/compare.ts';
import type { Document } from '../data/document.ts';
import { documentsOf } from '../data/lookup.ts';
import type { Answer, Asker, Services } from './command.ts';
import { openMenu } from './document-links.ts';
import { namedBy } from './named-document.ts';
import { pageOfEntries } from './page-of-entries.ts';
import { createPages } from './paged.ts';

const NEAREST = 5;
/** Of each description, in a list of documents of one title. */
const MOST_TOLD = 200;

/** No document has this title: a private list of those that come nearest. */
async function nearest(title: string, { corpus, engine }: Services): Promise<Answer> {
  const suggested = await engine.suggest(title, NEAREST);
  const query = { text: title, filter: {}, sort: 'relevance', offset: 0, limit: NEAREST } as const;
  const { hits } = await engine.search(query);
  const found = documentsOf(corpus, [...suggested, ...hits]).slice(0, NEAREST);
  const entries = found.map((document) => ({ document }));
  const embed = listCard({
    title: 'No document has this title',
    lead: `No document is called “${escapeMarkdown(title)}”. ${entries.length ? 'The closest matches:' : 'Try /search with other words.'}`,
    entries,
    from: 1,
    footer: [],
  });
  return { embeds: [embed], components: openMenu(entries, 1), private: true };
}

const Input = z.object({ title: z.string(), private: z.literal(true) });

/** The documents of a title that several have, to choose from; `/document` owns its buttons. */
export const sameTitle = createPages<z.infer<typeof Input>>('document', {
  input: Input,
  async show({ title }, page, { corpus }) {
    const named = namedBy(title, corpus).toSorted(byDate);
    const entries = named.map((document) => ({
      document,
      snippet: [{ text: clip(document.description, MOST_TOLD), match: false }],
    }));
    return pageOfEntries(entries, page, {
      title: `${named.length} documents have this title: which?`,
      lead: escapeMarkdown(title),
      footer: ['oldest first'],
    });
  },
});

const byDate = (one: Document, other: Document) =>
  compareDates(one.date, other.date) || compareText(one.id, other.id);

/**
 * Answers with the document of this id or title. Where several have the title, asks which; where none
 * has, lists the nearest; both for the asker alone.
 */
export async function withNamed(
  title: string,
  services: Services,
  asker: Asker,
  answer: (document: Document) => Answer | Promise<Answer>,
): Promise<Answer> {
  const [first, ...others] = namedBy(title, services.corpus);
  if (!first) return nearest(title, services);
  if (others.length === 0) return answer(first);
  return sameTitle.open({ title, private: true }, services, asker);
}
