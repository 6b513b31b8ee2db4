import { type Choice, documentChoices } from '../cards/choice.ts';
import { LIMITS } from '../cards/limits.ts';
import type { Corpus } from '../data/corpus.ts';
import type { Document } from '../data/document.ts';
import { documentsOf } from '../data/lookup.ts';
import { UserError } from '../errors.ts';
import type { Services } from './command.ts';
import { textOption } from './declaration.ts';

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
  documentChoices(documentsOf(corpus, await engine.suggest(typed, LIMITS.choices)));

/** The document of this id, or those of this title, letter case aside. */
export function namedBy(title: string, { byId, documents }: Corpus): Document[] {
  const chosen = byId.get(title);
  if (chosen) return [chosen];
  const wanted = title.trim().toLowerCase();
  return documents.filter((candidate) => candidate.title.toLowerCase() === wanted);
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
