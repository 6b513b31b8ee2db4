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
import { listWatches, watchesFor } from './list-watches.ts';
import { postHere } from './post-here.ts';

const data = slashCommand('watch', 'Be told of new documents', [
  subcommand('add', 'Be told when documents come that a search finds', [
    textOption('query', 'What to look for, as in /search', { required: true, most: 200 }),
    ...dateOptions,
    collectionOption,
    textOption('where', 'Where you are told; by direct message unless you choose', {
      choices: [
        { name: 'here: in this channel, for all to see', value: PLACES[0] },
        { name: 'dm: by direct message', value: PLACES[1] },
      ],
    }),
    booleanOption('changes', 'Also tell of records that change'),
  ]),
  subcommand('list', 'What is watched'),
  subcommand('remove', 'End a watch', [
    textOption('watch', 'Which; choose while typing', {
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
    if (!act) throw new UserError('This is no longer offered. Reload Discord.');
    return { private: true, run: (invoker) => act(options, services, invoker) };
  },

  async suggest({ name, typed }, services, invoker) {
    if (name === 'collection') return collectionChoices(typed, services.archive);
    const wanted = typed.trim().toLowerCase();
    return (await watchesFor(services, invoker))
      .filter(({ question }) => question.query.toLowerCase().includes(wanted))
      .slice(0, LIMITS.choices)
      .map(({ id, question: { query, words } }) => ({
        name: clip(oneLine([query, ...words].join(' · ')), LIMITS.choice),
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
  if (!query || !/[\p{L}\p{N}]/u.test(query)) throw new UserError('Type some words to look for.');
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
  if (!found) {
    throw new UserError(`You have no watch “${typed}”. Choose one from the list while typing.`);
  }
  return endWatch(found.id, services, invoker);
}
