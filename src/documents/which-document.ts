import { escapeMarkdown, oneLine } from '../cards/escape.ts';
import { clip } from '../cards/limits.ts';
import { listCard } from '../cards/list-card.ts';
import { openMenu } from '../cards/open-menu.ts';
import type { Document } from '../data/corpus/document.ts';
import type { Invoker, Reply, Services } from '../interactions/command.ts';
import { namingWords } from '../wording/naming.ts';
import { documentPages } from './document-pages.ts';
import { readName } from './name-kind.ts';

const NEAREST = 5;
/** Of what was typed, in characters. */
const LONGEST = 300;

/** No document is named so: a private list of those that come nearest. */
async function nearest(typed: string, { archive }: Services): Promise<Reply> {
  const { kind, name } = readName(typed);
  const suggested = await archive.suggest(name, NEAREST);
  const query = { text: name, filter: {}, sort: 'relevance', offset: 0, limit: NEAREST } as const;
  const { hits } = await archive.search(query);
  const found = [...suggested, ...hits.map(({ document }) => document)];
  const byId = new Map(found.map((document) => [document.id, document]));
  const entries = [...byId.values()].slice(0, NEAREST).map((document) => ({ document }));
  const { heading, text } = namingWords.none[kind];
  const hint = entries.length ? namingWords.nearest : namingWords.nothingNear;
  const embed = listCard({
    title: heading,
    lead: `${text(escapeMarkdown(clip(oneLine(name), LONGEST)))} ${hint}`,
    entries,
    from: 1,
    footer: [],
  });
  return { embeds: [embed], components: openMenu(entries, 1), private: true };
}

/**
 * Answers with the document of this id, address, title or reference. Where there are several, asks which;
 * where there is none, lists the nearest; both for the invoker alone.
 */
export async function replyWithNamed(
  typed: string,
  services: Services,
  invoker: Invoker,
  replyWith: (document: Document) => Reply | Promise<Reply>,
): Promise<Reply> {
  const { total, documents } = await services.archive.named(typed, { offset: 0, limit: 1 });
  const [first] = documents;
  if (!first) return nearest(typed, services);
  if (total === 1) return replyWith(first);
  return documentPages.open({ title: typed, private: true }, services, invoker);
}
