import { mayBeReference } from '../data/addresses/links.ts';
import type { Correction, Page } from '../search/hits.ts';
import { questionWords } from '../wording/questions.ts';
import { escapeMarkdown } from './escape.ts';
import { formatLinks } from './links.ts';

/**
 * What was made of the words typed: how they were read, what was searched for besides or instead.
 * @param links among the words
 */
export const howSearched = (
  {
    readAs,
    otherNames,
    corrections,
    offers = [],
    unknown,
    lacksTexts,
  }: Omit<Page, 'total' | 'groups' | 'hits' | 'facets'>,
  links: readonly string[] = [],
): string[] => [
  ...formatLinks(links, unknown),
  ...(lacksTexts ? [questionWords.lacksTexts] : []),
  ...formatReadAs(readAs),
  ...formatOtherNames(otherNames),
  ...formatCorrections(corrections),
  // What may as well be a reference was no link if no document has it, and its words are told of.
  ...formatUnknown(unknown.filter((word) => !links.includes(word) && !mayBeReference(word))),
  ...formatOffers(offers),
];

/** How what was typed was read, so that a sign taken for syntax is seen. */
const formatReadAs = (said: readonly string[]) =>
  said.length === 0 ? [] : [questionWords.readAs(said.map(escapeMarkdown))];

const MOST_NAMES = 6;
const MOST_CORRECTIONS = 3;
const MOST_UNKNOWN = 8;

function formatOtherNames(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, MOST_NAMES).map(italic);
  return [questionWords.alsoSearched(shown, names.length - shown.length)];
}

/** What played no part is said, so that the hits aren't taken to hold it. */
function formatUnknown(unknown: readonly string[]): string[] {
  if (unknown.length === 0) return [];
  const shown = unknown.slice(0, MOST_UNKNOWN).map(italic);
  return [questionWords.inNoDocument(shown, unknown.length - shown.length)];
}

/** What was only offered: a button searches for it. */
export function formatOffers(offers: readonly Correction[]): string[] {
  if (offers.length === 0) return [];
  const shown = offers.slice(0, MOST_CORRECTIONS).map(({ used }) => italic(used));
  return [questionWords.didYouMean(shown)];
}

/** A pasted passage may have many: each line costs the hits below it their place. */
const formatCorrections = (corrections: readonly Correction[]) => [
  ...corrections.slice(0, MOST_CORRECTIONS).map(formatCorrection),
  ...(corrections.length > MOST_CORRECTIONS
    ? [questionWords.moreSearchedInstead(corrections.length - MOST_CORRECTIONS)]
    : []),
];

const formatCorrection = ({ typed, used }: Correction) =>
  questionWords.searchedInstead(escapeMarkdown(used), escapeMarkdown(typed));

const italic = (text: string): string => `*${escapeMarkdown(text)}*`;
