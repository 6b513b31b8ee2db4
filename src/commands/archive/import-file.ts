import { z } from 'zod';
import { button, buttonRow, menuRow } from '../../cards/components.ts';
import { oneLine } from '../../cards/escape.ts';
import { importReportCard } from '../../cards/import-report.ts';
import { clip, LIMITS } from '../../cards/limits.ts';
import { notice } from '../../cards/notice.ts';
import { customId } from '../../cards/routes.ts';
import { UserError } from '../../errors.ts';
import { type Attachment, filesOf } from '../../interactions/attachments.ts';
import type {
  ComponentInteraction,
  Invoker,
  Options,
  Reply,
  Services,
} from '../../interactions/command.ts';
import { text } from '../../interactions/read-options.ts';
import { MOST_ADDED } from '../../store/tables/addition.ts';
import { additionWords } from '../../wording/additions.ts';
import { importWords } from '../../wording/imports.ts';
import { KeptFile } from './add-imported.ts';
import { findKept, keep } from './kept.ts';
import { requireImport, tooMany } from './limits.ts';
import { readFile } from './read-file.ts';
import { type Editor, requireEditor } from './who-may.ts';

const KeptFiles = z.array(KeptFile);

/** `/archive import`: reads a file and shows what it holds. */
export async function importFile(
  options: Options,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const editor = await requireEditor(invoker, services);
  const [file] = filesOf(options, 'file');
  if (!file) throw new UserError(importWords.noFile);
  return report(file, text(options, 'collection') ?? null, editor, services);
}

/** The files of a message: the one is read; of several, one is chosen. */
export async function importFrom(
  files: readonly Attachment[],
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const editor = await requireEditor(invoker, services);
  const [file, ...others] = files;
  if (!file) throw new UserError(importWords.noFileInMessage);
  if (others.length === 0) return report(file, null, editor, services);
  const id = await keep(files, editor, services);
  const { which } = importWords;
  const options = files.slice(0, LIMITS.choices).map((one) => ({
    label: clip(oneLine(one.filename) || which.unnamed, LIMITS.choice),
    value: one.id,
  }));
  return {
    embeds: [notice(which.title, which.text(files.length))],
    components: [menuRow(customId('archive', 'pick', id), which.menu, options)],
    private: true,
  };
}

/** The menu's choice. */
export async function onPick(
  { args: [id = ''], values: [chosen] }: ComponentInteraction,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const editor = await requireEditor(invoker, services);
  const file = (await findKept(id, KeptFiles, editor, services)).find((one) => one.id === chosen);
  if (!file) throw new UserError(importWords.notInMessage);
  return { ...(await report(file, null, editor, services)), inPlace: true };
}

async function report(
  file: Attachment,
  collection: string | null,
  editor: Editor,
  services: Services,
): Promise<Reply> {
  await requireImport(editor.guildId, services);
  const read = await readFile(file, collection, editor.guildId, services);
  const { fresh, digest } = read;
  const held = await services.store.additions.count(editor.guildId);
  if (held + fresh.length > MOST_ADDED) throw tooMany(held, fresh.length);
  const embeds = [
    importReportCard(file.filename, {
      ...read,
      fresh: fresh.length,
      first: fresh.slice(0, 5).map(({ document }) => document),
    }),
  ];
  if (fresh.length === 0) return { embeds, private: true };
  const id = await keep({ file, collection, digest }, editor, services);
  return {
    content: importWords.notYet,
    embeds,
    components: [
      buttonRow(
        button(importWords.add(fresh.length), customId('archive', 'take', id), { primary: true }),
        button(importWords.leave, customId('archive', 'leave')),
      ),
    ],
    private: true,
  };
}

/** *Leave it*, and *Keep*. */
export const onLeave = async (): Promise<Reply> => ({
  content: '',
  embeds: [notice(additionWords.unchanged.title, additionWords.unchanged.text)],
  private: true,
  inPlace: true,
});
