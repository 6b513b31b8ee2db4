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
  const change = button('Change it', customId('archive', 'change', id));
  const problems = problemsOf(typed);
  if (problems.length > 0) {
    return {
      embeds: [errorNotice(`${problems.join('\n')}\nWhat you typed is kept for an hour.`)],
      components: [buttonRow(change)],
      private: true,
    };
  }
  const candidate = toTypedDocument(typed, editor.guildId);
  const { document } = candidate;
  const here = (await findHereAlready([candidate], services.archive)).get(document.id);
  if (here) return showHere(here, id, services, invoker);
  return {
    content: `**${askAboutDate(typed.date)}** Nothing is saved yet.`,
    embeds: [documentCard(document)],
    components: [
      buttonRow(button('Add it', customId('archive', 'add', id), { primary: true }), change),
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
    const said = notice('Added', 'Within a day you can take it back with /archive undo.');
    return { ...card, embeds: [said, ...card.embeds], inPlace: true };
  }
  const archive = services.archiveIn(editor.guildId);
  const here = result ? await findHereAlready([candidate], archive) : known;
  const there = here.get(document.id) ?? { document, differs: [] };
  return { ...(await showHere(there, id, services, invoker)), inPlace: true };
}

/** That a document wasn't added since it is here, with the one that is. */
async function showHere(
  { document, differs }: HereAlready,
  typed: string,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const words =
    differs.length === 0
      ? 'It says the same as what you typed. Nothing was saved.'
      : `What you typed has another ${listed(differs)}. It wasn’t saved, and what is here stays as it is. If you mean another document, give it a title that tells the two apart.`;
  const card = await cardReply(document, true, services, invoker);
  return {
    ...card,
    content: '',
    embeds: [notice('This document is here already', words), ...card.embeds],
    components: [
      ...(card.components ?? []),
      buttonRow(button('Change it', customId('archive', 'change', typed))),
    ],
  };
}

const listed = (fields: readonly string[]): string => new Intl.ListFormat('en-GB').format(fields);
