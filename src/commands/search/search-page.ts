import { byWordsAlone } from '../../cards/by-words-alone.ts';
import { button } from '../../cards/components.ts';
import { escapeMarkdown, formatTitle, oneLine } from '../../cards/escape.ts';
import { howSearched } from '../../cards/how-searched.ts';
import { clip } from '../../cards/limits.ts';
import { listCard } from '../../cards/list-card.ts';
import { nothingFound } from '../../cards/nothing-found.ts';
import { openMenu } from '../../cards/open-menu.ts';
import { formatReferences } from '../../cards/references.ts';
import { customId } from '../../cards/routes.ts';
import { describeSearched } from '../../cards/searched-texts.ts';
import { mayBeReference, readLinks, soleLink } from '../../data/addresses/links.ts';
import type { Services } from '../../interactions/command.ts';
import { pageWithin, type ResultPage } from '../../interactions/paged.ts';
import type { Hit } from '../../search/hits.ts';
import type { Query } from '../../search/questions.ts';
import { pagingWords } from '../../wording/paging.ts';
import { searchingWords as words } from '../../wording/searching.ts';
import { narrowedWords, narrowFilter, narrowings } from './narrowing.ts';
import { BACK, groupsOf, type SearchInput, variantsOf } from './search-input.ts';

const HITS_A_PAGE = 5;

/** Whether a query is an address and can't be a reference as well. */
function isLink(query: string): boolean {
  const link = soleLink(query);
  return link !== undefined && !mayBeReference(link);
}

/** A page of a search, as the archive is asked for it. */
export const queryOf = (input: SearchInput, page: number): Query => ({
  text: input.query,
  corrects: input.corrects,
  adoptsOffers: input.adoptsOffers,
  expandsNames: input.expandsNames,
  // A link names documents, wherever words are looked for.
  in: isLink(input.query) ? undefined : input.in,
  filter: narrowFilter(input.asked.filter, input.narrowed),
  facets: input.alikeTo === undefined,
  sort: input.alikeTo === undefined ? input.sort : 'oldest',
  // Two documents that were linked to may look the same.
  collapses: readLinks(input.query).links.every(mayBeReference),
  byMeaning: true,
  alikeTo: input.alikeTo,
  offset: page * HITS_A_PAGE,
  limit: HITS_A_PAGE,
});

/** A page of what a search finds, or why it finds nothing. */
export async function showHits(
  input: SearchInput,
  wanted: number,
  services: Services,
): Promise<ResultPage> {
  const { archive } = services;
  const query = queryOf(input, wanted);
  const found = await archive.search(query);
  const texts = await archive.textCoverage();
  const { total, facets, groups = total, similar = 0, modelFailure } = found;
  const { links: typed } = readLinks(input.query);
  // What may as well be a reference was no link if no document has it.
  const links = typed.filter((link) => !(mayBeReference(link) && found.unknown.includes(link)));
  const hits = found.hits.map(BY_REFERENCE.test(input.query) ? withReferences : withMark);
  const filters = [...(query.in ? [words.footer.in[query.in]] : []), ...filterWords(input)];
  const { page, pages } = pageWithin(wanted, groups + similar, HITS_A_PAGE);
  if (total + similar === 0) {
    const asked = { text: input.query, filters, texts: describeSearched(query.in, texts) };
    const emptiness = await archive.explain(query);
    const { without = '', excludes = false, documents = [] } = emptiness.nearMisses ?? {};
    const note = excludes ? words.allowing(without) : words.without(without);
    const near = documents.map((document) => ({ document, note }));
    const gaps = await archive.gaps(query.filter);
    const embed = nothingFound(asked, emptiness, gaps, near, found.offers);
    const rows = openMenu(near, 1);
    const buttonsFor = (question: string) => [
      button(words.watchButton, customId('search', 'watch', question)),
    ];
    return { embed, rows, page, pages, variants: variantsOf(found), buttonsFor, isEmpty: true };
  }
  // The corpus may have shrunk since the button was made.
  if (page !== wanted) return showHits(input, page, services);

  const from = query.offset + 1;
  const embed = listCard({
    title: words.title(escapeMarkdown(clip(oneLine(input.query), 200))),
    lead: [
      ...howSearched({ ...found, readAs: [...input.asked.readAs, ...found.readAs] }, links),
      ...(query.in === 'texts' && links.length > 0 ? [words.linksLeftOut] : []),
      ...(total === 0 ? [words.onlySimilar] : []),
      ...(await alikeLine(input.alikeTo, archive)),
    ].join('\n'),
    entries: hits,
    from,
    footer: [
      pagingWords.place(from, from + hits.length - 1, groups + similar),
      similar > 0 && total > 0 ? words.footer.similar(similar) : undefined,
      groups < total ? words.footer.grouped(total) : undefined,
      modelFailure ? byWordsAlone(modelFailure) : words.footer.sort[query.sort],
      ...filters,
    ],
  });
  return {
    embed,
    rows: openMenu(hits, from),
    ...(texts.documents > 0 && { rowsFor: (question: string) => openMenu(hits, from, question) }),
    page,
    pages,
    variants: input.alikeTo ? [BACK] : variantsOf(found),
    narrowings: facets ? narrowings(facets, input.narrowed, total) : [],
    groups: groupsOf(hits, from),
    buttonsFor: (question) => [
      button(words.saveButton, customId('search', 'save', question, page)),
    ],
  };
}

/** What a search was narrowed to, in words. */
export const filterWords = ({ asked, narrowed }: SearchInput): string[] => [
  ...asked.words,
  ...narrowedWords(narrowed),
];

/** A hit that holds no word of the question says why it is there. */
const withMark = (hit: Hit) => (hit.byMeaning ? { ...hit, note: words.similar } : hit);

/** Asks for a reference, and not for what has another. */
const BY_REFERENCE = /(?<!\S)ref:\S/iu;

/** What was found by its reference shows that, unless its record says words that were asked for too. */
function withReferences(hit: Hit) {
  const remark = escapeMarkdown(formatReferences(hit.document));
  const answersWords = hit.snippet.some(({ match }) => match);
  return remark && !answersWords ? { ...withMark(hit), snippet: [], remark } : withMark(hit);
}

/** What the hits are like that are shown alone. */
async function alikeLine(
  alikeTo: string | undefined,
  archive: Services['archive'],
): Promise<string[]> {
  const [like] = alikeTo === undefined ? [] : await archive.documents([alikeTo]);
  return like ? [words.looksLike(escapeMarkdown(clip(formatTitle(like.title), 200)))] : [];
}
