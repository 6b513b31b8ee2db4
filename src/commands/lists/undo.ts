import { z } from 'zod';
import { type ActionRow, button, buttonRow } from '../../cards/components.ts';
import { notice } from '../../cards/notice.ts';
import { customId } from '../../cards/routes.ts';
import { UserError } from '../../errors.ts';
import type { ComponentInteraction, Invoker, Reply, Services } from '../../interactions/command.ts';
import type { ListItem } from '../../store/tables/list-items.ts';
import type { List } from '../../store/tables/lists.ts';
import { listItemWords } from '../../wording/list-items.ts';
import { formatItemTitle, formatListName } from './edit-list.ts';
import { requireList } from './which-list.ts';

/** An item as it was before a change, as JSON keeps it. */
const Before = z.object({
  list: z.string(),
  item: z.object({
    document: z.string(),
    title: z.string(),
    fingerprint: z.string(),
    note: z.object({
      text: z.string(),
      by: z.string().optional(),
      at: z.coerce.date().optional(),
    }),
    addedBy: z.string(),
    addedAt: z.coerce.date(),
  }),
});

/** A button that brings back what a change took from a list; none if it took nothing. */
export async function undoRow(
  before: ListItem | undefined,
  list: List,
  { store, now }: Services,
  { userId }: Invoker,
): Promise<ActionRow[]> {
  if (!before) return [];
  const id = await store.views.save({
    command: 'list',
    input: { list: String(list.id), item: before },
    owner: userId,
    createdAt: now(),
  });
  return [buttonRow(button(listItemWords.undo, customId('list', 'undo', id)))];
}

/** The button: for everyone who may change the list. What it replaces can be brought back as well. */
export async function undo(
  { args: [id = ''] }: ComponentInteraction,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const { views, listItems } = services.store;
  const view = await views.find(id);
  if (!view) throw new UserError(listItemWords.tooOldToUndo);
  const { list: listId, item } = Before.parse(view.input);
  const list = await requireList(listId, services, invoker);
  const before = { ...item, note: { by: undefined, at: undefined, ...item.note } };
  const replaced = await listItems.putBack(list.id, before);
  const words = listItemWords.undone;
  return {
    embeds: [notice(words.title, words.text(formatItemTitle(item), formatListName(list)))],
    components: await undoRow(overwritten(replaced, item.note.text), list, services, invoker),
    private: true,
    inPlace: true,
  };
}

/** The item as it was, if a new note takes the place of words that somebody wrote. */
export const overwritten = (before: ListItem | undefined, note: string): ListItem | undefined =>
  before?.note.text && before.note.text !== note ? before : undefined;
