import type { Document } from '../data/document.ts';

/** What a document is found by beside its title, the description first. */
export function textsBesideTitle(document: Document): string[] {
  const { description, date, collection } = document;
  const { people, places, subjects, creators, recipients, source, identifier } = document;
  const { container, publisher } = document.publication ?? {};
  const others = recipients?.filter((name) => !people?.includes(name)) ?? null;
  const named = [people, places, subjects, creators, others, source, identifier].flatMap(
    (it) => it ?? [],
  );
  const texts = [description, ...named, date.text, collection, container ?? '', publisher ?? ''];
  return texts.filter((text) => text.trim() !== '');
}
