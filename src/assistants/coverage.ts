import { describeSearched } from '../cards/searched-texts.ts';
import type { Summary, TextCoverage } from '../search/answers.ts';
import type { Archive } from '../search/archive.ts';
import { count, countDocuments } from '../wording/count.ts';

/** How much there is to answer from, in numbers and in words. */
export type CoverageFacts = {
  loaded: number;
  /** What the listings of collections count, where there are any; and how much of that is loaded. */
  listed?: number;
  listedAndLoaded?: number;
  /** How many of the loaded documents have a text. */
  withText: number;
  note: string;
};

const NO_EVIDENCE = 'Nothing found is no evidence of absence.';

/** What is told with every answer, so that nobody takes what is loaded for all there is. */
export async function readCoverage(
  archive: Pick<Archive, 'summary' | 'textCoverage'>,
): Promise<CoverageFacts> {
  const [summary, texts] = await Promise.all([archive.summary(), archive.textCoverage()]);
  return toCoverage(summary, texts);
}

/** The same of what is known already. */
function toCoverage(
  {
    documents: loaded,
    collections,
    coverage,
  }: Pick<Summary, 'documents' | 'collections' | 'coverage'>,
  texts: TextCoverage,
): CoverageFacts {
  const listed = coverage.reduce((sum, one) => sum + one.listed, 0);
  const held = coverage.reduce((sum, one) => sum + one.held, 0);
  const withListing = new Set(coverage.map(({ collection }) => collection)).size;
  const isListed = withListing > 0 && collections.every(({ name }) => isIn(name, coverage));
  // Of a collection without a listing it is only known that it has what is loaded.
  const known = count(listed + Math.max(0, loaded - held));
  const note = [
    isListed
      ? `${count(loaded)} of some ${known} documents are loaded, as the collections’ own listings count them.`
      : withListing > 0
        ? `${count(loaded)} of at least ${known} documents are loaded.`
        : `${countDocuments(loaded)} ${loaded === 1 ? 'is' : 'are'} loaded.`,
    isListed ? '' : describeListed(withListing, collections.length, listed, held),
    describeTexts(texts),
    NO_EVIDENCE,
  ];
  return {
    loaded,
    ...(withListing > 0 && { listed, listedAndLoaded: held }),
    withText: texts.documents,
    note: note.filter(Boolean).join(' '),
  };
}

const isIn = (name: string, coverage: Summary['coverage']): boolean =>
  coverage.some(({ collection }) => collection === name);

/** What is known of some collections only. */
function describeListed(some: number, all: number, listed: number, held: number): string {
  if (some === 0) return 'How many more there are elsewhere is not known.';
  const have = some === 1 ? 'has' : 'have';
  return `${count(some)} of ${count(all)} collections ${have} a listing: ${count(held)} of the ${countDocuments(listed)} in it are loaded. How many more the others have is not known.`;
}

const describeTexts = (texts: TextCoverage): string =>
  describeSearched(undefined, texts) || 'None of them has a text here, only a record.';
