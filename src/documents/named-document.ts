import { type Choice, documentChoices } from '../cards/choice.ts';
import { LIMITS } from '../cards/limits.ts';
import type { Document } from '../data/corpus/document.ts';
import { UserError } from '../errors.ts';
import type { Services } from '../interactions/command.ts';
import { textOption } from '../interactions/declaration.ts';
import type { Archive } from '../search/archive.ts';
import { namingWords } from '../wording/naming.ts';

/** An option that names a document. */
export const documentOption = (name: string, { required = true } = {}) =>
  textOption(name, namingWords.option, {
    required,
    autocomplete: true,
    most: 1000,
  });

/** Titles for what has been typed of it. */
export const suggestDocuments = async (typed: string, { archive }: Services): Promise<Choice[]> =>
  documentChoices(await archive.suggest(typed, LIMITS.choices));

/**
 * The document of an id that a button or menu carries.
 * @throws UserError if it is no longer loaded
 */
export async function requireDocument(
  id: string,
  archive: Pick<Archive, 'documents'>,
): Promise<Document> {
  const [found] = await archive.documents([id]);
  if (found) return found;
  throw new UserError(namingWords.notLoaded(id));
}
