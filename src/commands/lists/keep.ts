import { escapeMarkdown, shownTitle } from '../../cards/escape.ts';
import { clip, clipEscaped } from '../../cards/limits.ts';
import type { Document } from '../../data/document.ts';
import { fingerprint } from '../../data/fingerprint.ts';
import { UserError } from '../../errors.ts';
import type { List } from '../../store/lists.ts';
import type { Answer, Asker, Options, Services } from '../command.ts';
import { findNamed, nearest } from '../named-document.ts';
import { text } from '../read-options.ts';
import { bold, said } from './edit-list.ts';
import { namedList } from './which-list.ts';

const MOST_ITEMS = 1000;
export const LONGEST_NOTE = 1000;

/** `/list add` */
export async function add(options: Options, services: Services, asker: Asker): Promise<Answer> {
  const list = await namedList(options, services, asker);
  const typed = text(options, 'document') ?? '';
  const document = findNamed(typed, services.corpus);
  if (!document) return nearest(typed, services);
  const note = text(options, 'note') ?? '';
  const isNew = await keep(document, list, note, services, asker);
  if (!isNew && note) await services.store.listItems.setNote(list.id, document.id, note);
  const words = isNew ? 'is in' : note ? 'was already there; its note is new in' : 'was already in';
  return said('Kept', `${titleOf(document)} ${words} ${bold(list)}.${quoted(note)}`, list);
}

/**
 * Puts a document into a list.
 * @returns false where it was there already
 * @throws UserError where the list is full
 */
export async function keep(
  document: Document,
  list: List,
  note: string,
  { store, now }: Services,
  { userId }: Asker,
): Promise<boolean> {
  if (list.size >= MOST_ITEMS) {
    throw new UserError(`“${list.name}” is full: a list has at most ${MOST_ITEMS} documents.`);
  }
  const { id, title } = document;
  return store.listItems.add(list.id, {
    document: id,
    title,
    fingerprint: fingerprint(document),
    note: clip(note.trim(), LONGEST_NOTE),
    addedBy: userId,
    addedAt: now(),
  });
}

/** `/list remove` */
export async function remove(options: Options, services: Services, asker: Asker): Promise<Answer> {
  const list = await namedList(options, services, asker);
  const item = await itemOf(list, options, services);
  await services.store.listItems.remove(list.id, item.document);
  return said('Removed', `${titleOf(item)} is no longer in ${bold(list)}.`, list);
}

/** `/list note` */
export async function note(options: Options, services: Services, asker: Asker): Promise<Answer> {
  const list = await namedList(options, services, asker);
  const item = await itemOf(list, options, services);
  const words = text(options, 'note') ?? '';
  await services.store.listItems.setNote(list.id, item.document, words);
  const what = words ? 'Note kept' : 'Note taken away';
  return said(what, `${titleOf(item)} in ${bold(list)}.${quoted(words)}`, list);
}

/** The document of a list that is meant: it need not be loaded any longer. */
async function itemOf(list: List, options: Options, { store, corpus }: Services) {
  const typed = text(options, 'document') ?? '';
  const items = await store.listItems.of(list.id);
  const id = findNamed(typed, corpus)?.id ?? typed;
  const found =
    items.find(({ document }) => document === id) ??
    items.find(({ title }) => title.toLowerCase() === typed.toLowerCase());
  if (found) return found;
  throw new UserError(
    `“${typed}” is not in “${list.name}”. Choose from what is offered while typing.`,
  );
}

/** A title within a sentence. */
export const titleOf = ({ title }: { title: string }): string =>
  `*${escapeMarkdown(clip(shownTitle(title), 200))}*`;

export const quoted = (note: string): string =>
  note ? `\n> ${clipEscaped(escapeMarkdown(note.replace(/\s+/g, ' ')), LONGEST_NOTE)}` : '';
