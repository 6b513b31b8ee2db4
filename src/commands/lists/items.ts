import { escapeMarkdown } from '../../cards/escape.ts';
import { clip, clipEscaped } from '../../cards/limits.ts';
import type { Document } from '../../data/corpus/document.ts';
import { fingerprint } from '../../data/corpus/fingerprint.ts';
import { replyWithNamed } from '../../documents/which-document.ts';
import { UserError } from '../../errors.ts';
import type { Invoker, Options, Reply, Services } from '../../interactions/command.ts';
import { text } from '../../interactions/read-options.ts';
import type { ListItem } from '../../store/tables/list-items.ts';
import type { List } from '../../store/tables/lists.ts';
import { listItemWords } from '../../wording/list-items.ts';
import { formatItemTitle, formatListName, listReply } from './edit-list.ts';
import { loadedItems } from './loaded-items.ts';
import { overwritten, undoRow } from './undo.ts';
import { namedList } from './which-list.ts';

const MOST_ITEMS = 1000;
export const LONGEST_NOTE = 1000;

/** `/list add` */
export async function add(options: Options, services: Services, invoker: Invoker): Promise<Reply> {
  const list = await namedList(options, services, invoker);
  const note = text(options, 'note') ?? '';
  return replyWithNamed(text(options, 'document') ?? '', services, invoker, (document) =>
    added(document, list, note, services, invoker),
  );
}

async function added(
  document: Document,
  list: List,
  note: string,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const isNew = await addItem(document, list, note, services, invoker);
  const before =
    isNew || !note ? undefined : await writeNote(document, list, note, services, invoker);
  const words = listItemWords.added;
  const say = isNew ? words.isIn : note ? words.noteIsNew : words.wasIn;
  const text = say(formatItemTitle(document), formatListName(list));
  return {
    ...listReply(words.title, `${text}${formatNote(note)}`, list),
    components: await undoRow(before, list, services, invoker),
  };
}

/**
 * Puts a document into a list.
 * @returns false if it was there already
 * @throws UserError if the list is full
 */
export async function addItem(
  document: Document,
  list: List,
  note: string,
  { store, now }: Services,
  { userId }: Invoker,
): Promise<boolean> {
  if (list.size >= MOST_ITEMS) {
    throw new UserError(listItemWords.full(list.name, MOST_ITEMS));
  }
  const { id, title } = document;
  const at = now();
  return store.listItems.add(list.id, {
    document: id,
    title,
    fingerprint: fingerprint(document),
    note: { text: clip(note.trim(), LONGEST_NOTE), by: userId, at },
    addedBy: userId,
    addedAt: at,
  });
}

/**
 * Says why a document is in a list.
 * @returns the item as it was, if words of somebody were overwritten
 */
export async function writeNote(
  { id }: Pick<Document, 'id'>,
  list: List,
  note: string,
  { store, now }: Services,
  { userId }: Invoker,
): Promise<ListItem | undefined> {
  const items = await store.listItems.of(list.id);
  await store.listItems.setNote(list.id, id, { text: note, by: userId, at: now() });
  return overwritten(
    items.find(({ document }) => document === id),
    note,
  );
}

/** `/list remove` */
export async function remove(
  options: Options,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const list = await namedList(options, services, invoker);
  const item = await itemOf(list, options, services);
  await services.store.listItems.remove(list.id, item.document);
  const words = listItemWords.removed;
  return {
    ...listReply(words.title, words.text(formatItemTitle(item), formatListName(list)), list),
    components: await undoRow(item, list, services, invoker),
  };
}

/** `/list note` */
export async function note(options: Options, services: Services, invoker: Invoker): Promise<Reply> {
  const list = await namedList(options, services, invoker);
  const item = await itemOf(list, options, services);
  const words = text(options, 'note') ?? '';
  const before = await writeNote({ id: item.document }, list, words, services, invoker);
  const title = words ? listItemWords.noteAdded : listItemWords.noteRemoved;
  const what = listItemWords.inList(formatItemTitle(item), formatListName(list));
  return {
    ...listReply(title, `${what}${formatNote(words)}`, list),
    components: await undoRow(before, list, services, invoker),
  };
}

/** The document of a list that is meant: it need not be loaded any longer. */
async function itemOf(list: List, options: Options, { store, archive }: Services) {
  const typed = text(options, 'document') ?? '';
  const items = await store.listItems.of(list.id);
  const chosen = items.find(({ document }) => document === typed);
  // The title may have changed since: the one it had when it was added counts as well.
  const isMeant = ({ title }: { title: string }) => title.toLowerCase() === typed.toLowerCase();
  const now = (await loadedItems(items, archive)).filter(({ document }) => isMeant(document));
  const named = new Set(now.map(({ item }) => item));
  const meant = items.filter((item) => isMeant(item) || named.has(item));
  if (!chosen && meant.length > 1) {
    throw new UserError(listItemWords.severalCalled(meant.length, list.name, typed));
  }
  const found = chosen ?? meant[0] ?? (await itemNamed(typed, items, archive));
  if (found) return found;
  throw new UserError(listItemWords.notInList(typed, list.name));
}

/** The item that is meant by a link or a reference; undefined where several may be. */
async function itemNamed(typed: string, items: readonly ListItem[], archive: Services['archive']) {
  const { documents } = await archive.named(typed, { offset: 0, limit: MOST_ITEMS });
  const ids = new Set(documents.map(({ id }) => id));
  const [item, ...others] = items.filter(({ document }) => ids.has(document));
  return others.length > 0 ? undefined : item;
}

export const formatNote = (note: string): string =>
  note ? `\n> ${clipEscaped(escapeMarkdown(note.replace(/\s+/g, ' ')), LONGEST_NOTE)}` : '';
