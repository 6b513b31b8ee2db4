import type { Document } from '../../data/corpus/document.ts';
import type { Field } from '../query/typed-query.ts';

/** A text that a document is found by, and the field that a condition must name to look in it alone. */
export type SearchedText = { field: Field; text: string };

/** All that a document is found by: the title first, then the description. */
export function searchedTexts(document: Document): SearchedText[] {
  const { title, description, date, collection, people, creators } = document;
  const { container = '', publisher = '' } = document.publication ?? {};
  const others = document.recipients?.filter((name) => !people?.includes(name)) ?? null;
  const all = (field: Field, texts: readonly string[] | null) =>
    (texts ?? []).map((text) => ({ field, text }));
  return [
    { field: 'title' as const, text: title },
    { field: 'any' as const, text: description },
    ...all('person', people),
    ...all('place', document.places),
    ...all('subject', document.subjects),
    ...all('person', creators),
    ...all('person', others),
    ...all('any', document.source),
    ...all('any', document.identifier),
    { field: 'any' as const, text: date.text },
    { field: 'collection' as const, text: collection },
    ...all('any', [container, publisher]),
  ].filter(({ text }) => text.trim() !== '');
}

/** What a document is found by beside its title, the description first. */
export const textsBesideTitle = (document: Document): string[] =>
  searchedTexts(document)
    .slice(1)
    .map(({ text }) => text);
