import { escapeMarkdown } from '../cards/escape.ts';
import { listCard } from '../cards/list-card.ts';
import { openMenu } from '../cards/open-menu.ts';
import type { Document } from '../data/corpus/document.ts';
import type { Invoker, Reply, Services } from '../interactions/command.ts';
import { documentPages } from './document-pages.ts';

const NEAREST = 5;

/** No document has this title: a private list of those that come nearest. */
async function nearest(title: string, { archive }: Services): Promise<Reply> {
  const suggested = await archive.suggest(title, NEAREST);
  const query = { text: title, filter: {}, sort: 'relevance', offset: 0, limit: NEAREST } as const;
  const { hits } = await archive.search(query);
  const found = [...suggested, ...hits.map(({ document }) => document)];
  const byId = new Map(found.map((document) => [document.id, document]));
  const entries = [...byId.values()].slice(0, NEAREST).map((document) => ({ document }));
  const embed = listCard({
    title: 'No document has this title',
    lead: `No document is called “${escapeMarkdown(title)}”. ${entries.length ? 'The closest matches:' : 'Try /search with other words.'}`,
    entries,
    from: 1,
    footer: [],
  });
  return { embeds: [embed], components: openMenu(entries, 1), private: true };
}

/**
 * Answers with the document of this id or title. Where several have the title, asks which; where none
 * has, lists the nearest; both for the invoker alone.
 */
export async function replyWithNamed(
  title: string,
  services: Services,
  invoker: Invoker,
  replyWith: (document: Document) => Reply | Promise<Reply>,
): Promise<Reply> {
  const { total, documents } = await services.archive.named(title, { offset: 0, limit: 1 });
  const [first] = documents;
  if (!first) return nearest(title, services);
  if (total === 1) return replyWith(first);
  return documentPages.open({ title, private: true }, services, invoker);
}
