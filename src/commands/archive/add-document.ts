import { button, buttonRow } from '../../cards/components.ts';
import { documentCard } from '../../cards/document-card.ts';
import { errorNotice, notice } from '../../cards/notice.ts';
import { customId } from '../../cards/routes.ts';
import { cardReply } from '../../documents/card-reply.ts';
import { UserError } from '../../errors.ts';
import type {
  CommandResult,
  ComponentInteraction,
  Form,
  Invoker,
  Options,
  Reply,
  Services,
} from '../../interactions/command.ts';
import { findKept, keep } from './kept.ts';
import { tooMany } from './limits.ts';
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
  const { document, idInCorpus } = toTypedDocument(typed, editor.guildId);
  const [present] = await services.archive.loaded([idInCorpus, document.id]);
  if (present) throw new UserError(`“${document.title}” is here already: ${present}.`);
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
  const { document } = toTypedDocument(typed, editor.guildId);
  const result = await services.store.additions.add({
    guild: editor.guildId,
    by: editor.userId,
    at: services.now(),
    kind: 'form',
    file: null,
    documents: [{ document }],
  });
  if (result.kind === 'too many') throw tooMany(result.held, result.fresh);
  const words = result.added.length > 0 ? 'Added' : 'This document is here already';
  const card = await cardReply(document, true, services, invoker);
  const said = notice(words, 'Within a day you can take it back with /archive undo.');
  return { ...card, embeds: [said, ...card.embeds], inPlace: true };
}
