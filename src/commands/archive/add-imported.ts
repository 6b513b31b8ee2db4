import { z } from 'zod';
import { escapeMarkdown } from '../../cards/escape.ts';
import { clip } from '../../cards/limits.ts';
import { notice } from '../../cards/notice.ts';
import { UserError } from '../../errors.ts';
import type { ComponentInteraction, Invoker, Reply, Services } from '../../interactions/command.ts';
import type { NewDocument } from '../../store/tables/added-rows.ts';
import { importWords } from '../../wording/imports.ts';
import { findHereAlready } from './here-already.ts';
import { findKept } from './kept.ts';
import { refusedAddition, requireImport } from './limits.ts';
import { readFile } from './read-file.ts';
import { requireEditor } from './who-may.ts';

/** A file on Discord, as it is kept until a button is clicked. */
export const KeptFile = z.object({
  id: z.string(),
  filename: z.string(),
  size: z.number(),
  url: z.string(),
});

/** A file that was read and can be added; it is read again then, and must hold the same. */
const KeptImport = z.object({
  file: KeptFile,
  collection: z.string().nullable(),
  digest: z.string(),
});

/** *Add these 212*: the file is read again, and added if it holds what was shown. */
export async function onTake(
  { args: [id = ''] }: ComponentInteraction,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const editor = await requireEditor(invoker, services);
  const { file, collection, digest } = await findKept(id, KeptImport, editor, services);
  await requireImport(editor.guildId, services);
  const read = await readFile(file, collection, editor.guildId, services);
  if (read.digest !== digest) {
    throw new UserError(importWords.hasChanged);
  }
  const result = await services.store.additions.add({
    guild: editor.guildId,
    by: editor.userId,
    at: services.now(),
    kind: 'import',
    file: file.filename,
    documents: read.fresh,
  });
  if (result.kind !== 'added') throw refusedAddition(result);
  // Somebody else may have added some of them since the file was read.
  const late = new Set(result.present);
  const lateOnes = read.fresh.filter(({ document }) => late.has(document.id));
  const archive = services.archiveIn(editor.guildId);
  const words = importWords.outcome({
    file: escapeMarkdown(clip(file.filename, 100)),
    added: result.added.length,
    present: read.present + late.size,
    differing: read.differing.total + (await countDiffering(lateOnes, archive)),
  });
  const title = result.added.length > 0 ? importWords.added : importWords.nothingToAdd;
  return { content: '', embeds: [notice(title, words)], private: true, inPlace: true };
}

/** How many documents are here already and say something else. */
async function countDiffering(
  wanted: readonly NewDocument[],
  archive: Services['archive'],
): Promise<number> {
  if (wanted.length === 0) return 0;
  const candidates = wanted.map(({ document }) => ({ document, idInCorpus: document.id }));
  const here = await findHereAlready(candidates, archive);
  return [...here.values()].filter(({ differs }) => differs.length > 0).length;
}
