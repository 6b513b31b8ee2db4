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
import { additionWords } from '../../wording/additions.ts';
import { failureWords } from '../../wording/failures.ts';
import { addDocument, addTyped, changeTyped, onTyped } from './add-document.ts';
import { onTake } from './add-imported.ts';
import { exportAdditions, exportMore } from './export-additions.ts';
import { importFile, onLeave, onPick } from './import-file.ts';
import { showSources } from './sources.ts';
import { onUndo, undoAddition } from './undo-addition.ts';

const { command } = additionWords;
const data = slashCommand('archive', command.description, [
  subcommand('add', command.add),
  subcommand('import', command.import.description, [
    fileOption('file', command.import.file),
    textOption('collection', command.import.collection, {
      autocomplete: true,
      most: 100,
    }),
  ]),
  subcommand('undo', command.undo),
  subcommand('export', command.export),
  subcommand('sources', command.sources),
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
    if (!act) throw new UserError(failureWords.noSuchSubcommand);
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
