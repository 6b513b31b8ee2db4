import type { Document } from '../../src/data/corpus/document.ts';

/**
 * Documents of a volume, each with its number in the description where title, day and description are
 * also another's: two notes of one day from the same to the same.
 */
export function toldApart(documents: readonly Document[]): Document[] {
  const alike = Map.groupBy(documents, shown);
  return documents.map((document) => {
    if (alike.get(shown(document))?.length === 1) return document;
    const number = `document ${document.id.replace(/^.*-d/, '')} of the volume`;
    const description = document.description
      ? `${document.description.replace(/\.$/, '')}; ${number}.`
      : `D${number.slice(1)}.`;
    return { ...document, description };
  });
}

const shown = ({ title, date, description }: Document): string =>
  JSON.stringify([title, date.start, date.end, description]);
