import { z } from 'zod';
import { documentChoices } from '../cards/choice.ts';
import { escapeMarkdown, oneLine } from '../cards/escape.ts';
import { howSearched } from '../cards/how-searched.ts';
import { clip, LIMITS } from '../cards/limits.ts';
import { listCard } from '../cards/list-card.ts';
import { nothingFound } from '../cards/nothing-found.ts';
import { gapsThatMatter } from '../data/gaps.ts';
import { documentsOf, withDocuments } from '../data/lookup.ts';
import { UserError } from '../errors.ts';
import type { Page, Query } from '../search/engine.ts';
import type { Services } from './command.ts';
import { privateOption, slashCommand, textOption } from './declaration.ts';
import { cardAnswer, openMenu } from './document-links.ts';
import { choose, Narrowed, narrowedWords, narrowFilter, narrowings } from './narrowing.ts';
import { definePagedCommand, pageOf, pageWithin, type Shown } from './paged.ts';
import type { Variant } from './paged-rows.ts';
import {
  AskedFilter,
  collectionChoices,
  collectionOption,
  dateOptions,
  readQuery,
} from './read-options.ts';

const HITS_A_PAGE = 5;
const SORTS = ['relevance', 'oldest', 'newest'] as const;
const SORT_WORDS = {
  relevance: 'by relevance',
  oldest: 'oldest first',
  newest: 'newest first',
} as const;

/** The keys of the buttons that ask otherwise. */
const AS_TYPED = 'as-typed';
const UNCORRECTED = 'uncorrected';
const OFFERED = 'offered';

const Input = z.object({
  query: z.string(),
  asked: AskedFilter,
  sort: z.enum(SORTS),
  private: z.boolean(),
  narrowed: Narrowed.default({}),
  expandsNames: z.boolean().default(true),
  corrects: z.boolean().default(true),
  adoptsOffers: z.boolean().default(false),
  evenEmpty: z.boolean().default(false),
});
type Input = z.infer<typeof Input>;

/** `/search`: documents by what they say; a choice or an id opens its card. */
export const search = definePagedCommand<Input>({
  data: slashCommand('search', 'Find documents by words of their titles and descriptions', [
    textOption('query', 'What to look for', { required: true, autocomplete: true, most: 500 }),
    ...dateOptions,
    collectionOption,
    textOption('sort', 'Which hits come first', { choices: SORTS }),
    privateOption,
  ]),
  input: Input,

  read(options, { corpus }) {
    const { query, asked } = readQuery(options, corpus);
    if (!query) throw new UserError('Type some words to look for.');
    return {
      query,
      asked,
      sort: z.enum(SORTS).catch('relevance').parse(options.sort),
      private: options.private === true,
      evenEmpty: options.private === false,
      narrowed: {},
      expandsNames: true,
      corrects: options.corrects !== false,
      adoptsOffers: false,
    };
  },

  async show(input, wanted, services, asker) {
    const chosen = await chosenBy(input.query, services);
    if (chosen) {
      return { answer: await cardAnswer(chosen, input.private, services, asker) };
    }
    return showHits(input, wanted, services);
  },

  vary(input, key) {
    if (key === AS_TYPED) return { ...input, expandsNames: false };
    if (key === UNCORRECTED) return { ...input, corrects: false };
    if (key === OFFERED) return { ...input, adoptsOffers: true };
    return { ...input, narrowed: choose(input.narrowed, key) };
  },

  async suggest({ name, typed }, { corpus, engine }) {
    if (name === 'collection') return collectionChoices(typed, corpus);
    const titles = await engine.suggest(typed, LIMITS.choices);
    return documentChoices(documentsOf(corpus, titles)).map(({ name, value }) => ({
      name,
      value: mayBeWords(value) ? `${CHOSEN}${value}` : value,
    }));
  },
});

/** Says that an id was chosen which may as well be a word. */
const CHOSEN = 'id:';

/** An id without a digit, such as `korea` or `cold-war`, may as well be what somebody looks for. */
const mayBeWords = (id: string): boolean => !/\d/.test(id);

/** The document whose id was chosen or typed, unless others hold the words that it is. */
async function chosenBy(query: string, { corpus, engine }: Services) {
  if (query.startsWith(CHOSEN)) return corpus.byId.get(query.slice(CHOSEN.length));
  const named = corpus.byId.get(query);
  if (!named || !mayBeWords(query)) return named;
  const text = `"${query.replaceAll('-', ' ')}"`;
  const { hits } = await engine.search({
    text,
    corrects: false,
    expandsNames: false,
    filter: {},
    sort: 'relevance',
    offset: 0,
    limit: 2,
  });
  return hits.some(({ id }) => id !== named.id) ? undefined : named;
}

async function showHits(input: Input, wanted: number, services: Services): Promise<Shown> {
  const { corpus, engine } = services;
  const query: Query = {
    text: input.query,
    corrects: input.corrects,
    adoptsOffers: input.adoptsOffers,
    expandsNames: input.expandsNames,
    filter: narrowFilter(input.asked.filter, input.narrowed),
    facets: true,
    sort: input.sort,
    offset: wanted * HITS_A_PAGE,
    limit: HITS_A_PAGE,
  };
  const found = await engine.search(query);
  const { total, hits, facets } = found;
  const words = [...input.asked.words, ...narrowedWords(input.narrowed)];
  const { page, pages } = pageWithin(wanted, total, HITS_A_PAGE);
  if (total === 0) {
    const asked = { text: input.query, filters: words };
    const emptiness = await engine.explain(query);
    const { without = '', ids = [] } = emptiness.nearMisses ?? {};
    const near = documentsOf(
      corpus,
      ids.map((id) => ({ id })),
    ).map((document) => ({ document, note: `without ${without}` }));
    const gaps = gapsThatMatter(corpus, query.filter);
    const embed = nothingFound(asked, emptiness, gaps, near, found.offers);
    const rows = openMenu(near, 1);
    return { embed, rows, page, pages, variants: variantsOf(found), isEmpty: true };
  }
  // The corpus may have shrunk since the button was made.
  if (page !== wanted) return showHits(input, page, services);

  const from = query.offset + 1;
  const entries = withDocuments(corpus, hits);
  const embed = listCard({
    title: `Search: ${escapeMarkdown(clip(oneLine(input.query), 200))}`,
    lead: howSearched({ ...found, readAs: [...input.asked.readAs, ...found.readAs] }).join('\n'),
    entries,
    from,
    footer: [pageOf(from, entries.length, total), SORT_WORDS[input.sort], ...words],
  });
  return {
    embed,
    rows: openMenu(entries, from),
    page,
    pages,
    variants: variantsOf(found),
    narrowings: facets ? narrowings(facets, input.narrowed, total) : [],
  };
}

/** Buttons that undo what was done to the words typed, or do what was only offered. */
const variantsOf = ({ corrections, offers = [], otherNames }: Page): Variant[] => [
  ...offers.slice(0, 1).map(({ used }) => ({ label: `Search for ${used}`, key: OFFERED })),
  ...corrections
    .slice(0, 1)
    .map(({ typed }) => ({ label: `Search for ${typed} as typed`, key: UNCORRECTED })),
  ...(otherNames.length > 0 ? [{ label: 'Only the names as typed', key: AS_TYPED }] : []),
];
