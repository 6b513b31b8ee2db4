import type { Document } from '../data/document.ts';

/** What a document is found by beside its title, the description first. */
export function textsBesideTitle(document: Document): string[] {
  const { description, date, collection } = document;
  const { people, places, subjects, creators, source, identifier } = document;
  const named = [people, places, subjects, creators, source, identifier].flatMap((it) => it ?? []);
  return [description, ...named, date.text, collection].filter((text) => text.trim() !== '');
}
