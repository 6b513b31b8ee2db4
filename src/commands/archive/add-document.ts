import { button, buttonRow } from '../../cards/components.ts';
import { documentCard } from '../../cards/document-card.ts';
import { errorNotice, notice } from '../../cards/notice.ts';
import { customId } from '../../cards/routes.ts';
import { cardReply } from '../../documents/card-reply.ts';
import type {
  CommandResult,
  ComponentInteraction,
  Form,
  Invoker,
  Options,
  Reply,
  Services,
} from '../../interactions/command.ts';
import { addingWords } from '../../wording/adding.ts';
import { findHereAlready, type HereAlready } from './here-already.ts';
import { findKept, keep } from './kept.ts';
import { refusedAddition } from './limits.ts';
import {
  askAboutDate,
  problemsOf,
  readTyped,
  Typed,
  toTypedDocument,
  typedForm,
} from './typed-document.ts';
import { requireEditor } from './who-may.ts';

/** `/archive add`: opens the form. */
export async function addDocument(
  _options: Options,
  services: Services,
  invoker: Invoker,
): Promise<Form> {
  await requireEditor(invoker, services);
  return typedForm();
}

/** The form sent in: what was typed is read back before anything is saved. */
export async function onTyped(
  { fields }: ComponentInteraction,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const editor = await requireEditor(invoker, services);
  const typed = readTyped(fields);
  const id = await keep(typed, editor, services);
  const change = button(addingWords.change, customId('archive', 'change', id));
  const problems = problemsOf(typed);
  if (problems.length > 0) {
    return {
      embeds: [errorNotice([...problems, addingWords.isKept].join('\n'))],
      components: [buttonRow(change)],
      private: true,
    };
  }
  const candidate = toTypedDocument(typed, editor.guildId);
  const { document } = candidate;
  const here = (await findHereAlready([candidate], services.archive)).get(document.id);
  if (here) return showHere(here, id, services, invoker);
  return {
    content: addingWords.asks(askAboutDate(typed.date)),
    embeds: [documentCard(document)],
    components: [
      buttonRow(button(addingWords.add, customId('archive', 'add', id), { primary: true }), change),
    ],
    private: true,
  };
}

/** *Change it*: the form again, with what was typed. */
export async function changeTyped(
  { args: [id = ''] }: ComponentInteraction,
  services: Services,
  invoker: Invoker,
): Promise<Form> {
  const editor = await requireEditor(invoker, services);
  return typedForm(await findKept(id, Typed, editor, services));
}

/** *Add it*: saves the document and shows its card. */
export async function addTyped(
  { args: [id = ''] }: ComponentInteraction,
  services: Services,
  invoker: Invoker,
): Promise<CommandResult> {
  const editor = await requireEditor(invoker, services);
  const typed = await findKept(id, Typed, editor, services);
  const candidate = toTypedDocument(typed, editor.guildId);
  const { document } = candidate;
  // The corpus may have grown since it was read back, and somebody else may have added the same.
  const known = await findHereAlready([candidate], services.archive);
  const result =
    known.size === 0 &&
    (await services.store.additions.add({
      guild: editor.guildId,
      by: editor.userId,
      at: services.now(),
      kind: 'form',
      file: null,
      documents: [{ document }],
    }));
  if (result && result.kind !== 'added') throw refusedAddition(result);
  if (result && result.added.length > 0) {
    const card = await cardReply(document, true, services, invoker);
    const said = notice(addingWords.added.title, addingWords.added.text);
    return { ...card, embeds: [said, ...card.embeds], inPlace: true };
  }
  const archive = services.archiveIn(editor.guildId);
  const here = result ? await findHereAlready([candidate], archive) : known;
  const there = here.get(document.id) ?? { document, differs: [] };
  return { ...(await showHere(there, id, services, invoker)), inPlace: true };
}

/** What can be typed; a record may say more. */
const TYPED_FIELDS: ReadonlySet<string> = new Set(Object.keys(Typed.shape));

/** That a document wasn't added since it is here, with the one that is. */
async function showHere(
  { document, differs }: HereAlready,
  typed: string,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const { title, same, differing } = addingWords.isHere;
  const typedOnes = differs.filter((field) => TYPED_FIELDS.has(field));
  const card = await cardReply(document, true, services, invoker);
  return {
    ...card,
    content: '',
    embeds: [notice(title, typedOnes.length === 0 ? same : differing(typedOnes)), ...card.embeds],
    components: [
      ...(card.components ?? []),
      buttonRow(button(addingWords.change, customId('archive', 'change', typed))),
    ],
  };
}
