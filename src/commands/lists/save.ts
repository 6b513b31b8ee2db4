import { type ActionRow, button, buttonRow, menuRow } from '../../cards/components.ts';
import { oneLine } from '../../cards/escape.ts';
import { clip, LIMITS } from '../../cards/limits.ts';
import { notice } from '../../cards/notice.ts';
import { customId } from '../../cards/routes.ts';
import type { Document } from '../../data/corpus/document.ts';
import { requireDocument } from '../../documents/named-document.ts';
import type {
  ComponentInteraction,
  Form,
  Invoker,
  Reply,
  Services,
} from '../../interactions/command.ts';
import type { List } from '../../store/tables/lists.ts';
import { count } from '../../wording/count.ts';
import { createNamed, formatItemTitle, formatListName, LONGEST_NAME } from './edit-list.ts';
import { addItem, formatNote, LONGEST_NOTE, writeNote } from './items.ts';
import { undoRow } from './undo.ts';
import { formatOwner, requireList, scopesOf } from './which-list.ts';

const NAME = 'name';
const NOTE = 'note';

/** `Save` under a card, or a document chosen from a menu. */
export const save = async (
  { args: [given], values: [chosen = ''] }: ComponentInteraction,
  services: Services,
  invoker: Invoker,
): Promise<Reply> =>
  askWhichList(await requireDocument(given ?? chosen, services.archive), services, invoker);

/** Asks into which list a document is to go, for the invoker alone. */
export async function askWhichList(
  document: Document,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const { id } = document;
  const lists = await services.store.lists.of(scopesOf(invoker));
  const words = lists.length
    ? `Which list should ${formatItemTitle(document)} go in?`
    : `You have no lists yet: create one for ${formatItemTitle(document)}.`;
  const newList = buttonRow(
    button('New list', customId('list', 'new', id), { primary: lists.length === 0 }),
  );
  const more =
    lists.length > LIMITS.choices ? '\nShowing the first 25; use /list add for the rest.' : '';
  return {
    embeds: [notice('Save', `${words}${more}`)],
    components: [...menuOf(lists, id), newList],
    private: true,
  };
}

const menuOf = (lists: readonly List[], id: string): ActionRow[] =>
  lists.length === 0
    ? []
    : [
        menuRow(
          customId('list', 'into', id),
          'Save to…',
          lists.slice(0, LIMITS.choices).map((list) => ({
            label: clip(oneLine(list.name), LIMITS.choice),
            value: String(list.id),
            description: `${formatOwner(list)}, ${count(list.size)}`,
          })),
        ),
      ];

/** The menu's choice. */
export async function onListSelected(
  { args: [id = ''], values: [listId = ''] }: ComponentInteraction,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const list = await requireList(listId, services, invoker);
  return addTo(await requireDocument(id, services.archive), list, services, invoker);
}

/** Asks for the name of a new list. */
export const askName = async ({ args: [id = ''] }: ComponentInteraction): Promise<Form> => ({
  form: {
    title: 'New list',
    customId: customId('list', 'named', id),
    fields: [
      {
        id: NAME,
        label: 'Name',
        description: 'A list of your own',
        most: LONGEST_NAME,
        required: true,
      },
    ],
  },
});

/** The name filled in: the list is made and has the document. */
export async function onNameSubmitted(
  { args: [id = ''], fields }: ComponentInteraction,
  services: Services,
  invoker: Invoker,
) {
  const document = await requireDocument(id, services.archive);
  const list = await createNamed(fields[NAME] ?? '', 'mine', services, invoker);
  return addTo(document, list, services, invoker);
}

async function addTo(
  document: Document,
  list: List,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const isNew = await addItem(document, list, '', services, invoker);
  const words = `${formatItemTitle(document)} ${isNew ? 'is in' : 'was already in'} ${formatListName(list)} (${formatOwner(list)}).`;
  return savedReply(words, list, document);
}

/** Asks for a note. */
export async function askNote(
  { args: [listId = '', id = ''] }: ComponentInteraction,
  services: Services,
  invoker: Invoker,
): Promise<Form> {
  const list = await requireList(listId, services, invoker);
  const items = await services.store.listItems.of(list.id);
  const value = items.find(({ document }) => document === id)?.note.text ?? '';
  return {
    form: {
      title: 'Why it is kept',
      customId: customId('list', 'said', listId, id),
      fields: [{ id: NOTE, label: 'Note', most: LONGEST_NOTE, value }],
    },
  };
}

/** The reason filled in. */
export async function onNoteSubmitted(
  { args: [listId = '', id = ''], fields }: ComponentInteraction,
  services: Services,
  invoker: Invoker,
) {
  const list = await requireList(listId, services, invoker);
  const document = await requireDocument(id, services.archive);
  const note = (fields[NOTE] ?? '').trim();
  const before = await writeNote(document, list, note, services, invoker);
  const saved = savedReply(
    `${formatItemTitle(document)} is in ${formatListName(list)}.${formatNote(note)}`,
    list,
    document,
  );
  const undoing = await undoRow(before, list, services, invoker);
  return { ...saved, components: [...(saved.components ?? []), ...undoing] };
}

const savedReply = (words: string, list: List, { id }: Document): Reply => ({
  embeds: [notice('Saved', words)],
  components: [buttonRow(button('Add a note', customId('list', 'why', list.id, id)))],
  private: true,
  inPlace: true,
});
