import { type Choice, documentChoice } from '../cards/choice.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { LIMITS } from '../cards/limits.ts';
import { listCard } from '../cards/list-card.ts';
import type { Corpus } from '../data/corpus.ts';
import type { Document } from '../data/document.ts';
import { documentsOf } from '../data/lookup.ts';
import { UserError } from '../errors.ts';
import type { Answer, Services } from './command.ts';
import { textOption } from './declaration.ts';
import { openMenu } from './document-links.ts';

const NEAREST = 5;

/** An option that names a document. */
export const documentOption = (name: string) =>
  textOption(name, 'Title or id; choose from the list', {
    required: true,
    autocomplete: true,
    most: 300,
  });

/** Titles for what has been typed of it. */
export const suggestDocuments = async (
  typed: string,
  { corpus, engine }: Services,
): Promise<Choice[]> =>
  documentsOf(corpus, await engine.suggest(typed, LIMITS.choices)).map(documentChoice);

/** The document of this id, or the only one of this title, letter case aside. */
export function findNamed(title: string, { byId, documents }: Corpus): Document | undefined {
  const chosen = byId.get(title);
  if (chosen) return chosen;
  const wanted = title.toLowerCase();
  const [first, ...others] = documents.filter(
    (candidate) => candidate.title.toLowerCase() === wanted,
  );
  return others.length === 0 ? first : undefined;
}

/**
 * The document of an id that a button or menu carries.
 * @throws UserError where it is no longer loaded
 */
export function loaded(id: string, { byId }: Corpus): Document {
  const found = byId.get(id);
  if (found) return found;
  throw new UserError(`The document ${id} is no longer loaded. Look for it with /search.`);
}

/** No document has this title: a private list of those that come nearest. */
export async function nearest(title: string, { corpus, engine }: Services): Promise<Answer> {
  const suggested = await engine.suggest(title, NEAREST);
  const query = { text: title, filter: {}, sort: 'relevance', offset: 0, limit: NEAREST } as const;
  const { hits } = await engine.search(query);
  const found = documentsOf(corpus, [...suggested, ...hits]).slice(0, NEAREST);
  const entries = found.map((document) => ({ document }));
  const embed = listCard({
    title: 'No document has this title',
    lead: `No document is named “${escapeMarkdown(title)}”. ${entries.length ? 'The nearest:' : 'Try /search with other words.'}`,
    entries,
    from: 1,
    footer: [],
  });
  return { embeds: [embed], components: openMenu(entries, 1), private: true };
}
