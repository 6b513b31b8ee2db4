import type { Document } from '../data/corpus/document.ts';
import { UserError } from '../errors.ts';
import type { Options, Services } from '../interactions/command.ts';
import { text } from '../interactions/read-options.ts';
import { namingWords } from '../wording/naming.ts';

/** As many as are looked up of a message, and as many documents of one address. */
const MOST_LINKS = 50;
const OF_ONE_LINK = 25;

/** The documents that a message shows on cards or links to, each once, and its links that lead to none. */
type Linked = { documents: readonly Document[]; unheld: readonly string[] };

/**
 * Reads what a message's command was given.
 * @throws UserError if the message has no card and no link, or none of them is of a document here
 */
export async function linkedDocuments(options: Options, { archive }: Services): Promise<Linked> {
  const cards = linesOf(options, 'cards');
  const links = linesOf(options, 'links').slice(0, MOST_LINKS);
  const named = await Promise.all(
    links.map((link) => archive.named(link, { offset: 0, limit: OF_ONE_LINK })),
  );
  const found = [...(await archive.documents(cards)), ...named.flatMap((one) => one.documents)];
  const documents = [...new Map(found.map((document) => [document.id, document])).values()];
  if (documents.length > 0) {
    return { documents, unheld: links.filter((_, at) => named[at]?.total === 0) };
  }
  throw new UserError(
    cards.length + links.length === 0
      ? namingWords.message.empty
      : namingWords.message.nothingLoaded,
  );
}

const linesOf = (options: Options, name: string): readonly string[] =>
  (text(options, name) ?? '').split('\n').filter(Boolean);
