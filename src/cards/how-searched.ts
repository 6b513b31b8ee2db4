import { mayBeReference } from '../data/addresses/links.ts';
import type { Correction, Page } from '../search/hits.ts';
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
  ...(lacksTexts ? [LACKS_TEXTS] : []),
  ...formatReadAs(readAs),
  ...formatOtherNames(otherNames),
  ...formatCorrections(corrections),
  // What may as well be a reference was no link if no document has it, and its words are told of.
  ...formatUnknown(unknown.filter((word) => !links.includes(word) && !mayBeReference(word))),
  ...formatOffers(offers),
];

/** What wasn't searched is said, so that nothing passes for absent. */
export const LACKS_TEXTS =
  'Only records were searched: the texts are still being read, or can’t be read right now.';

/** How what was typed was read, so that a sign taken for syntax is seen. */
const formatReadAs = (said: readonly string[]) =>
  said.length === 0 ? [] : [`Read as: ${said.map(escapeMarkdown).join(' · ')}.`];

const MOST_NAMES = 6;
const MOST_CORRECTIONS = 3;
const MOST_UNKNOWN = 8;

const formatOtherNames = (names: readonly string[]) => {
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  const shown = names.slice(0, MOST_NAMES).map((name) => `*${escapeMarkdown(name)}*`);
  return names.length === 0 ? [] : [`Also searched: ${shown.join(', ')}${more}.`];
};

/** What played no part is said, so that the hits aren't taken to hold it. */
function formatUnknown(unknown: readonly string[]): string[] {
  if (unknown.length === 0) return [];
  const shown = unknown.slice(0, MOST_UNKNOWN).map((word) => `*${escapeMarkdown(word)}*`);
  const more = unknown.length - shown.length;
  return [`In no document: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`];
}

/** What was only offered: a button searches for it. */
export function formatOffers(offers: readonly Correction[]): string[] {
  if (offers.length === 0) return [];
  const shown = offers.slice(0, MOST_CORRECTIONS).map(({ used }) => `*${escapeMarkdown(used)}*`);
  return [`Did you mean ${shown.join(', ')}?`];
}

/** A pasted passage may have many: each line costs the hits below it their place. */
const formatCorrections = (corrections: readonly Correction[]) => [
  ...corrections.slice(0, MOST_CORRECTIONS).map(formatCorrection),
  ...(corrections.length > MOST_CORRECTIONS
    ? [`So were ${corrections.length - MOST_CORRECTIONS} more words that are in no document.`]
    : []),
];

const formatCorrection = ({ typed, used }: Correction) =>
  `Searched for *${escapeMarkdown(used)}* instead of *${escapeMarkdown(typed)}*, which is in no document.`;
