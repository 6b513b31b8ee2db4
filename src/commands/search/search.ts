import { z } from 'zod';
import { documentChoices } from '../../cards/choice.ts';
import { LIMITS } from '../../cards/limits.ts';
import { cardReply } from '../../documents/card-reply.ts';
import { UserError } from '../../errors.ts';
import {
  type Command,
  type Handlers,
  type Options,
  type Services,
  wantsPrivate,
} from '../../interactions/command.ts';
import { privateOption, slashCommand, textOption } from '../../interactions/declaration.ts';
import { createPages } from '../../interactions/paged.ts';
import {
  collectionChoices,
  collectionOption,
  dateOptions,
  readQuery,
} from '../../interactions/read-options.ts';
import { searchingWords as words } from '../../wording/searching.ts';
import { CHOSEN, chosenBy, isWithin, mayBeWords, outsideFilters } from './chosen-document.ts';
import { savingOf } from './save-search.ts';
import { PART_CHOICES, SearchInput, SORTS, vary } from './search-input.ts';
import { showHits } from './search-page.ts';

const pages = createPages<SearchInput>('search', {
  input: SearchInput,
  async show(input, wanted, services, invoker) {
    const chosen = await chosenBy(input, services);
    if (chosen) {
      return (await isWithin(chosen, input, services))
        ? { reply: await cardReply(chosen, input.private, services, invoker) }
        : outsideFilters(chosen, input);
    }
    return showHits(input, wanted, services);
  },
  vary,
});

/** `/search`: documents by what they say; a choice, an id or a link opens its card. */
export const search: Command = {
  data: slashCommand('search', words.command.description, [
    textOption('query', words.command.query, { required: true, autocomplete: true, most: 1000 }),
    ...dateOptions,
    collectionOption,
    textOption('in', words.command.in, { choices: PART_CHOICES }),
    textOption('sort', words.command.sort, { choices: SORTS }),
    privateOption,
  ]),

  prepare: (options, services) => ({
    private: wantsPrivate(options),
    run: async (invoker) => pages.open(await read(options, services), services, invoker),
  }),

  async suggest({ name, typed }, { archive }) {
    if (name === 'collection') return collectionChoices(typed, archive);
    const found = await archive.suggest(typed, LIMITS.choices);
    return documentChoices(found).map(({ name, value }) => ({
      name,
      value: mayBeWords(value) ? `${CHOSEN}${value}` : value,
    }));
  },

  components: { ...pages.components, ...savingOf(pages) } satisfies Handlers<'search'>,
};

async function read(options: Options, { archive }: Services): Promise<SearchInput> {
  const { query, asked } = await readQuery(options, archive);
  if (!query) throw new UserError(words.noWords);
  return {
    query,
    asked,
    in: SearchInput.shape.in.catch(undefined).parse(options.in),
    sort: z.enum(SORTS).catch('relevance').parse(options.sort),
    private: options.private === true,
    evenEmpty: options.private === false,
    narrowed: {},
    expandsNames: true,
    corrects: options.corrects !== false,
    adoptsOffers: false,
    opens: options.opens !== false,
  };
}
