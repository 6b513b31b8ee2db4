import type { Document } from '../../src/data/corpus/document.ts';

/**
 * Documents of a volume, each with its number in the description where title, day and description are
 * also another's: two notes of one day from the same to the same.
 */
export function numberDuplicates(documents: readonly Document[]): Document[] {
  const alike = Map.groupBy(documents, keyOf);
  return documents.map((document) => {
    if (alike.get(keyOf(document))?.length === 1) return document;
    const number = `document ${document.id.replace(/^.*-d/, '')} of the volume`;
    const description = document.description
      ? `${document.description.replace(/\.$/, '')}; ${number}.`
      : `D${number.slice(1)}.`;
    return { ...document, description };
  });
}

const keyOf = ({ title, date, description }: Document): string =>
  JSON.stringify([title, date.start, date.end, description]);
