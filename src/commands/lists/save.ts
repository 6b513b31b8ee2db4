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
import { listItemWords } from '../../wording/list-items.ts';
import { createNamed, formatItemTitle, formatListName, LONGEST_NAME } from './edit-list.ts';
import { addItem, formatNote, LONGEST_NOTE, writeNote } from './items.ts';
import { undoRow } from './undo.ts';
import { formatOwner, requireList, scopesOf } from './which-list.ts';

const words = listItemWords.save;

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
  const title = formatItemTitle(document);
  const lines = [
    lists.length ? words.whichList(title) : words.noLists(title),
    ...(lists.length > LIMITS.choices ? [words.firstLists(LIMITS.choices)] : []),
  ];
  const newList = buttonRow(
    button(words.newList, customId('list', 'new', id), { primary: lists.length === 0 }),
  );
  return {
    embeds: [notice(words.title, lines.join('\n'))],
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
          words.listMenu,
          lists.slice(0, LIMITS.choices).map((list) => ({
            label: clip(oneLine(list.name), LIMITS.choice),
            value: String(list.id),
            description: words.listInMenu(formatOwner(list), list.size),
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
    title: words.newList,
    customId: customId('list', 'named', id),
    fields: [
      {
        id: NAME,
        ...words.name,
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
  const say = isNew ? words.isIn : words.wasIn;
  const text = say(formatItemTitle(document), formatListName(list), formatOwner(list));
  return savedReply(text, list, document);
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
      title: listItemWords.note.title,
      customId: customId('list', 'said', listId, id),
      fields: [{ id: NOTE, label: listItemWords.note.label, most: LONGEST_NOTE, value }],
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
  const text = listItemWords.added.isIn(formatItemTitle(document), formatListName(list));
  const saved = savedReply(`${text}${formatNote(note)}`, list, document);
  const undoing = await undoRow(before, list, services, invoker);
  return { ...saved, components: [...(saved.components ?? []), ...undoing] };
}

const savedReply = (text: string, list: List, { id }: Document): Reply => ({
  embeds: [notice(listItemWords.saved, text)],
  components: [buttonRow(button(listItemWords.addNote, customId('list', 'why', list.id, id)))],
  private: true,
  inPlace: true,
});
