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
import { countDocuments } from '../../wording/count.ts';
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
  const words = `${formatListName(list)} with ${countDocuments(list.size)}? It can be restored for 7 days.`;
  return {
    embeds: [notice('Delete this list?', words)],
    components: [
      buttonRow(
        button('Delete', customId('list', 'erase', list.id), { danger: true }),
        button('Keep', customId('list', 'spare', list.id)),
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
  if (!list || !scopesOf(invoker).includes(list.scope)) throw new UserError('This list is gone.');
  requireListManager(list, invoker);
  if (!list.deletedAt) await store.lists.delete(list.id, now());
  const until = new Date((list.deletedAt ?? now()).getTime() + RESTORABLE_MS);
  return {
    embeds: [
      notice(
        'List deleted',
        `${formatListName(list)} can be restored until ${formatDateTimestamp(until)}, here or with /list restore.`,
      ),
    ],
    components: [buttonRow(button('Restore', customId('list', 'restore', list.id)))],
    private: true,
    inPlace: true,
  };
}

/** The button that changes one's mind. */
export const cancelDelete = async (): Promise<Reply> => ({
  embeds: [notice('Nothing was deleted', 'The list stays as it is.')],
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
  if (isGone)
    throw new UserError(
      'This list can’t be restored: lists are kept for 7 days after they are deleted.',
    );
  requireListManager(list, invoker);
  if (!(await store.lists.restore(list.id))) {
    throw new UserError(`There is another list called “${list.name}” now. Rename that one first.`);
  }
  return listReply(
    'List restored',
    `${formatListName(list)} is back, with ${countDocuments(list.size)}.`,
    list,
  );
}
