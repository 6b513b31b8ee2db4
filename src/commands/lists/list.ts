import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { type Choice, documentChoices, textChoice } from '../../cards/choice.ts';
import { LIMITS } from '../../cards/limits.ts';
import { soleLink } from '../../data/addresses/links.ts';
import { documentOption, suggestDocuments } from '../../documents/named-document.ts';
import { UserError } from '../../errors.ts';
import type {
  Command,
  Handlers,
  Invoker,
  Options,
  Reply,
  Services,
} from '../../interactions/command.ts';
import {
  privateOption,
  slashCommand,
  subcommand,
  textOption,
} from '../../interactions/declaration.ts';
import { createPages } from '../../interactions/paged.ts';
import { isPrivate, readChoice, text } from '../../interactions/read-options.ts';
import { failureWords } from '../../wording/failures.ts';
import { listWords } from '../../wording/lists.ts';
import {
  askDelete,
  cancelDelete,
  confirmDelete,
  deletedLists,
  restore,
  restoreClicked,
} from './delete-list.ts';
import { create, LONGEST_NAME, rename } from './edit-list.ts';
import { exportList, FORMATS } from './export-list.ts';
import { add, LONGEST_NOTE, note, remove } from './items.ts';
import {
  askName,
  askNote,
  onListSelected,
  onNameSubmitted,
  onNoteSubmitted,
  save,
} from './save.ts';
import { ShownList, showList } from './show-list.ts';
import { undo } from './undo.ts';
import { isOwn, listChoices, namedList, SCOPES, scopeKey, scopesOf } from './which-list.ts';

const { command } = listWords;
const listOption = textOption('list', command.options.list, {
  required: true,
  autocomplete: true,
  most: 100,
});
const scopeOption = textOption('scope', command.options.scope, { choices: SCOPES });
const nameOption = textOption('name', command.options.name, { required: true, most: LONGEST_NAME });
const noteOption = (required: boolean) =>
  textOption('note', command.options.note, { required, most: LONGEST_NOTE });
const inList = (...more: APIApplicationCommandBasicOption[]) => [
  listOption,
  ...more.filter(({ required }) => required),
  ...more.filter(({ required }) => !required),
  scopeOption,
];

const data = slashCommand('list', command.description, [
  subcommand('create', command.create, [nameOption, scopeOption]),
  subcommand('add', command.add, inList(documentOption('document'), noteOption(false))),
  subcommand('remove', command.remove, inList(documentOption('document'))),
  subcommand('note', command.note, inList(documentOption('document'), noteOption(true))),
  subcommand('show', command.show, inList(privateOption)),
  subcommand(
    'export',
    command.export,
    inList(
      textOption('format', command.options.format, { required: true, choices: FORMATS }),
      privateOption,
    ),
  ),
  subcommand('rename', command.rename, inList(nameOption)),
  subcommand('delete', command.delete, inList()),
  subcommand('restore', command.restore, [listOption]),
]);

const pages = createPages<ShownList>('list', { input: ShownList, show: showList });

/** `/list show` */
async function show(options: Options, services: Services, invoker: Invoker): Promise<Reply> {
  const found = await namedList(options, services, invoker);
  const input = { list: String(found.id), private: isPrivate(options, isOwn(found)) };
  return pages.open(input, services, invoker);
}

type Subcommand = (options: Options, services: Services, invoker: Invoker) => Promise<Reply>;

const SUBCOMMANDS: ReadonlyMap<unknown, Subcommand> = new Map(
  Object.entries({
    create,
    rename,
    delete: askDelete,
    restore,
    add,
    remove,
    note,
    show,
    export: exportList,
  }),
);

/** `/list`: what a team collects. It also owns what `Save` under a card leads to. */
export const list: Command = {
  data,

  prepare(options, services) {
    const act = SUBCOMMANDS.get(options.subcommand);
    if (!act) throw new UserError(failureWords.noSuchSubcommand);
    // Only the list itself says whose it is: a reply that turns out to be private is taken back.
    const isMine = readChoice(options, 'scope', SCOPES) === 'mine';
    return {
      private: isPrivate(options, isMine),
      run: (invoker) => act(options, services, invoker),
    };
  },

  async suggest({ name, typed }, services, invoker, options) {
    const { store } = services;
    if (name === 'list') {
      const scope = readChoice(options, 'scope', SCOPES);
      const lists =
        options.subcommand === 'restore'
          ? await deletedLists(services, invoker)
          : await store.lists.of(scope ? [scopeKey(scope, invoker)] : scopesOf(invoker));
      return listChoices(lists, typed);
    }
    return options.subcommand === 'add' || !text(options, 'list')
      ? suggestDocuments(typed, services)
      : suggestItems(typed, options, services, invoker);
  },

  components: {
    ...pages.components,
    erase: confirmDelete,
    spare: cancelDelete,
    restore: restoreClicked,
    undo,
    save,
    into: onListSelected,
    new: askName,
    named: onNameSubmitted,
    why: askNote,
    said: onNoteSubmitted,
  } satisfies Handlers<'list'>,
};

/** What is in the list, loaded or not, by what is typed of its title. */
async function suggestItems(
  typed: string,
  options: Options,
  services: Services,
  invoker: Invoker,
): Promise<Choice[]> {
  const { id } = await namedList(options, services, invoker);
  const wanted = typed.trim().toLowerCase();
  const linked = soleLink(typed) ? await services.archive.suggest(typed, LIMITS.choices) : [];
  const ids = new Set([wanted, ...linked.map((document) => document.id)]);
  const items = (await services.store.listItems.of(id))
    .filter(({ title, document }) => title.toLowerCase().includes(wanted) || ids.has(document))
    .slice(0, LIMITS.choices);
  const loaded = await services.archive.documents(items.map(({ document }) => document));
  const choices = new Map(documentChoices(loaded).map((choice) => [choice.value, choice]));
  return items.map(
    ({ title, document }) => choices.get(document) ?? { ...textChoice(title), value: document },
  );
}
