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
import { addingWords } from '../../wording/adding.ts';
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
  const change = button(addingWords.change, customId('archive', 'change', id));
  const problems = problemsOf(typed);
  if (problems.length > 0) {
    return {
      embeds: [errorNotice([...problems, addingWords.isKept].join('\n'))],
      components: [buttonRow(change)],
      private: true,
    };
  }
  const { document, idInCorpus } = toTypedDocument(typed, editor.guildId);
  const [present] = await services.archive.loaded([idInCorpus, document.id]);
  if (present) throw new UserError(addingWords.isHereAlready(document.title, present));
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
  const { title, text } = result.added.length > 0 ? addingWords.added : addingWords.wasHere;
  const card = await cardReply(document, true, services, invoker);
  return { ...card, embeds: [notice(title, text), ...card.embeds], inPlace: true };
}
