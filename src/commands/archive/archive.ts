import { UserError } from '../../errors.ts';
import type {
  Command,
  CommandResult,
  Handlers,
  Invoker,
  Options,
  Services,
} from '../../interactions/command.ts';
import {
  fileOption,
  slashCommand,
  subcommand,
  textOption,
} from '../../interactions/declaration.ts';
import { collectionChoices } from '../../interactions/read-options.ts';
import { addDocument, addTyped, changeTyped, onTyped } from './add-document.ts';
import { onTake } from './add-imported.ts';
import { exportAdditions, exportMore } from './export-additions.ts';
import { importFile, onLeave, onPick } from './import-file.ts';
import { showSources } from './sources.ts';
import { onUndo, undoAddition } from './undo-addition.ts';

const data = slashCommand('archive', 'Add documents to this server’s archive', [
  subcommand('add', 'Add one document; you see how it was read before it is saved'),
  subcommand('import', 'Import a file: a table, or what a reference manager or archive exports', [
    fileOption('file', 'CSV, Excel, RIS, BibTeX, CSL JSON, TEI, EAD, HTML and more; at most 25 MB'),
    textOption('collection', 'The collection’s name, if the file doesn’t name it', {
      autocomplete: true,
      most: 100,
    }),
  ]),
  subcommand('undo', 'Take back what you added last, within a day'),
  subcommand('export', 'Everything that was added here, as a corpus with its origins'),
  subcommand('sources', 'When each source was followed and what came of it; needs Manage Server'),
]);

type Subcommand = (
  options: Options,
  services: Services,
  invoker: Invoker,
) => Promise<CommandResult>;

const SUBCOMMANDS: ReadonlyMap<unknown, Subcommand> = new Map(
  Object.entries({
    add: addDocument,
    import: importFile,
    undo: undoAddition,
    export: exportAdditions,
    sources: showSources,
  }),
);

/** `/archive`: documents that people add to their server. */
export const archive: Command = {
  data,

  prepare(options, services) {
    const act = SUBCOMMANDS.get(options.subcommand);
    if (!act) throw new UserError('This is no longer offered. Reload Discord.');
    return { private: true, run: (invoker) => act(options, services, invoker) };
  },

  suggest: ({ typed }, services) => collectionChoices(typed, services.archive),

  components: {
    typed: onTyped,
    change: changeTyped,
    add: addTyped,
    pick: onPick,
    take: onTake,
    leave: onLeave,
    undo: onUndo,
    more: exportMore,
  } satisfies Handlers<'archive'>,
};
