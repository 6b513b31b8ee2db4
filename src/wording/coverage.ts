import { count, countDocuments } from './count.ts';

const have = (documents: number): string => (documents === 1 ? 'has' : 'have');

/** What the archive lacks. Names of collections come escaped. */
export const coverageWords = {
  /** `gaps` are numbers of a collection's listing, such as `12-14`; there may be none. */
  notLoaded: (missing: number, listed: number, collection: string, gaps: readonly string[]) => {
    const inListing = gaps.length > 0 ? ` (in its listing: ${gaps.join(', ')})` : '';
    return `${count(missing)} of ${count(listed)} documents of *${collection}* are not loaded${inListing}.`;
  },

  onlyRecordsSearched: 'Only records were searched, not the texts.',
  haveText: (documents: number, all: number) =>
    `${count(documents)} of ${count(all)} documents ${have(documents)} a text here.`,
  othersNotSearched: 'The others weren’t searched.',
  othersSearchedByRecord: 'Of the others only titles and descriptions could be searched.',
  othersCannotBeSearched: 'What the others say can’t be searched.',
  othersComparedByRecord: 'Of the others only titles and descriptions were compared.',
  noneHasText: (all: number) =>
    `None of the ${countDocuments(all)} loaded has a text here: only titles and descriptions could be compared.`,
  /** `named` are some of the collections that have texts, as `ofCollection` says it. */
  haveTextIn: (documents: number, all: number, named: readonly string[], more: number) => {
    const rest =
      more > 0 ? ` and ${count(more)} more ${more === 1 ? 'collection' : 'collections'}` : '';
    return `${count(documents)} of ${countDocuments(all)} ${have(documents)} a text here: ${named.join(', ')}${rest}.`;
  },
  ofCollection: (documents: number, all: number, collection: string) => {
    if (documents < all) return `${count(documents)} of ${count(all)} of *${collection}*`;
    return all === 1 ? `the one of *${collection}*` : `all ${count(all)} of *${collection}*`;
  },
};
