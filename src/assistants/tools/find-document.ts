import type { Document } from '../../data/corpus/document.ts';
import { UserError } from '../../errors.ts';
import type { Archive } from '../../search/archive.ts';
import { line } from '../facts.ts';

const MOST_NAMED = 10;

/**
 * The document of an id, or of a title, link or reference that is no other's.
 * @throws UserError if none has it, or several have
 */
export async function findDocument(
  name: string,
  archive: Pick<Archive, 'named'>,
): Promise<Document> {
  const { total, documents } = await archive.named(name, { offset: 0, limit: MOST_NAMED });
  const [first] = documents;
  if (first && total === 1) return first;
  if (!first) {
    throw new UserError(
      `No document that is loaded has the id, title, link or reference “${line(name, 100)}”. Ids come from the answers of search, on_date and passages.`,
    );
  }
  const ids = documents.map(({ id }) => id).join(', ');
  throw new UserError(
    `${total} documents are meant by “${line(name, 100)}”. Ask by id: ${ids}${total > documents.length ? ', …' : ''}.`,
  );
}
