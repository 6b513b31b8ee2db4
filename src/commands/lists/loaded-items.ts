import type { Document } from '../../data/corpus/document.ts';
import type { Archive } from '../../search/archive.ts';
import type { ListItem } from '../../store/tables/list-items.ts';

/** The items whose documents are loaded, each with its document, in their order. */
export async function loadedItems(
  items: readonly ListItem[],
  archive: Pick<Archive, 'documents'>,
): Promise<{ item: ListItem; document: Document }[]> {
  const documents = await archive.documents(items.map(({ document }) => document));
  const byId = new Map(documents.map((document) => [document.id, document]));
  return items.flatMap((item) => {
    const document = byId.get(item.document);
    return document ? [{ item, document }] : [];
  });
}
