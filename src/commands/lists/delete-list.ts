import { button, buttonRow } from '../../cards/components.ts';
import { formatDateTimestamp } from '../../cards/memory.ts';
import { notice } from '../../cards/notice.ts';
import { customId } from '../../cards/routes.ts';
import { UserError } from '../../errors.ts';
import type {
  ComponentInteraction,
  Invoker,
  Options,
  Reply,
  Services,
} from '../../interactions/command.ts';
import { text } from '../../interactions/read-options.ts';
import type { List } from '../../store/tables/lists.ts';
import { listWords } from '../../wording/lists.ts';
import { formatListName, listReply } from './edit-list.ts';
import { namedList, RESTORABLE_MS, requireListManager, scopesOf } from './which-list.ts';

/** `/list delete`: asks first. */
export async function askDelete(
  options: Options,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const list = await namedList(options, services, invoker);
  requireListManager(list, invoker);
  const words = listWords.delete;
  return {
    embeds: [notice(words.title, words.text(formatListName(list), list.size))],
    components: [
      buttonRow(
        button(words.yes, customId('list', 'erase', list.id), { danger: true }),
        button(words.no, customId('list', 'spare', list.id)),
      ),
    ],
    private: true,
  };
}

/** The button that deletes. */
export async function confirmDelete(
  { args: [id] }: ComponentInteraction,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const { store, now } = services;
  const list = await store.lists.find(Number(id));
  if (!list || !scopesOf(invoker).includes(list.scope)) throw new UserError(listWords.isGone);
  requireListManager(list, invoker);
  if (!list.deletedAt) await store.lists.delete(list.id, now());
  const until = new Date((list.deletedAt ?? now()).getTime() + RESTORABLE_MS);
  const words = listWords.deleted;
  const text = words.text(formatListName(list), formatDateTimestamp(until));
  return {
    embeds: [notice(words.title, text)],
    components: [buttonRow(button(words.restore, customId('list', 'restore', list.id)))],
    private: true,
    inPlace: true,
  };
}

/** The button that changes one's mind. */
export const cancelDelete = async (): Promise<Reply> => ({
  embeds: [notice(listWords.kept.title, listWords.kept.text)],
  private: true,
  inPlace: true,
});

/** The button under what was deleted. */
export const restoreClicked = async (
  { args: [id] }: ComponentInteraction,
  services: Services,
  invoker: Invoker,
) => ({
  ...(await restored(await services.store.lists.find(Number(id)), services, invoker)),
  inPlace: true,
});

/** `/list restore` */
export async function restore(
  options: Options,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const typed = text(options, 'list') ?? '';
  const lists = await deletedLists(services, invoker);
  const found = lists.find(
    ({ id, name }) => typed === `list:${id}` || name.toLowerCase() === typed.toLowerCase(),
  );
  return restored(found, services, invoker);
}

/** What can still be restored. */
export const deletedLists = (
  { store, now }: Services,
  invoker: Invoker,
): Promise<readonly List[]> =>
  store.lists.of(scopesOf(invoker), new Date(now().getTime() - RESTORABLE_MS));

async function restored(
  list: List | undefined,
  { store, now }: Services,
  invoker: Invoker,
): Promise<Reply> {
  const isGone =
    !list?.deletedAt ||
    !scopesOf(invoker).includes(list.scope) ||
    now().getTime() - list.deletedAt.getTime() > RESTORABLE_MS;
  if (isGone) throw new UserError(listWords.cantBeRestored);
  requireListManager(list, invoker);
  if (!(await store.lists.restore(list.id))) {
    throw new UserError(listWords.nameTakenSince(list.name));
  }
  const words = listWords.restored;
  return listReply(words.title, words.text(formatListName(list), list.size), list);
}
