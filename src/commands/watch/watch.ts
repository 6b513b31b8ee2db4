import { oneLine } from '../../cards/escape.ts';
import { clip, LIMITS } from '../../cards/limits.ts';
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
  booleanOption,
  slashCommand,
  subcommand,
  textOption,
} from '../../interactions/declaration.ts';
import {
  collectionChoices,
  collectionOption,
  dateOptions,
  readChoice,
  readQuery,
  text,
} from '../../interactions/read-options.ts';
import { beginWatch, PLACES } from '../../watches/begin-watch.ts';
import { endWatch } from '../../watches/end-watch.ts';
import { failureWords } from '../../wording/failures.ts';
import { searchingWords } from '../../wording/searching.ts';
import { watchWords as words } from '../../wording/watches.ts';
import { listWatches, watchesFor } from './list-watches.ts';
import { postHere } from './post-here.ts';

const { command } = words;
const data = slashCommand('watch', command.description, [
  subcommand('add', command.add.description, [
    textOption('query', command.add.query, { required: true, most: 200 }),
    ...dateOptions,
    collectionOption,
    textOption('where', command.add.where, {
      choices: [
        { name: command.add.here, value: PLACES[0] },
        { name: command.add.dm, value: PLACES[1] },
      ],
    }),
    booleanOption('changes', command.add.changes),
  ]),
  subcommand('list', command.list),
  subcommand('remove', command.remove.description, [
    textOption('watch', command.remove.watch, {
      required: true,
      autocomplete: true,
      most: 200,
    }),
  ]),
]);

type Subcommand = (options: Options, services: Services, invoker: Invoker) => Promise<Reply>;
const SUBCOMMANDS: ReadonlyMap<unknown, Subcommand> = new Map(
  Object.entries({ add, list: listWatches, remove }),
);

/** `/watch`: what people want to be told of. */
export const watch: Command = {
  data,

  prepare(options, services) {
    const act = SUBCOMMANDS.get(options.subcommand);
    if (!act) throw new UserError(failureWords.noSuchSubcommand);
    return { private: true, run: (invoker) => act(options, services, invoker) };
  },

  async suggest({ name, typed }, services, invoker) {
    if (name === 'collection') return collectionChoices(typed, services.archive);
    const wanted = typed.trim().toLowerCase();
    return (await watchesFor(services, invoker))
      .filter(({ question }) => question.query.toLowerCase().includes(wanted))
      .slice(0, LIMITS.choices)
      .map(({ id, question: { query, words: filters } }) => ({
        name: clip(oneLine([query, ...filters].join(' · ')), LIMITS.choice),
        value: id,
      }));
  },

  components: {
    stop: ({ args: [id = ''] }, services, invoker) => endWatch(id, services, invoker),
    here: postHere,
  } satisfies Handlers<'watch'>,
};

async function add(options: Options, services: Services, invoker: Invoker): Promise<Reply> {
  const { query, asked } = await readQuery(options, services.archive);
  if (!query || !/[\p{L}\p{N}]/u.test(query)) throw new UserError(searchingWords.noWords);
  const question = {
    query,
    filter: asked.filter,
    words: asked.words,
    expandsNames: true,
    changes: options.changes === true,
  };
  const place = readChoice(options, 'where', PLACES) ?? 'dm';
  return beginWatch(question, place, services, invoker, asked.readAs);
}

async function remove(options: Options, services: Services, invoker: Invoker): Promise<Reply> {
  const typed = text(options, 'watch') ?? '';
  const watches = await watchesFor(services, invoker);
  const found =
    watches.find(({ id }) => id === typed) ??
    watches.find(({ question }) => question.query.toLowerCase() === typed.toLowerCase());
  if (!found) throw new UserError(words.none(typed));
  return endWatch(found.id, services, invoker);
}
