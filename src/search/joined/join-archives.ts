import type { Archive } from '../archive.ts';
import { askBoth } from './both.ts';
import { joinedCollections } from './collections.ts';
import { joinedDates } from './dated.ts';
import { joinedHoldings } from './holdings.ts';
import { joinedSearch } from './search.ts';

/**
 * One archive out of a corpus and what people have added to it: everything that is asked of it is answered
 * over both. Where they can't be told apart, the corpus comes first.
 * @param added in memory, with no id that the corpus has
 */
export function joinArchives(corpus: Archive, added: Archive): Archive {
  const both = { corpus, added };
  return {
    ...joinedSearch(both),
    ...joinedHoldings(both),
    ...joinedDates(both),
    ...joinedCollections(both),

    async draw(filter, seen, seed) {
      const [one, other] = await askBoth(both, (archive) => archive.draw(filter, seen, seed));
      const [total, unseen] = [one.total + other.total, one.unseen + other.unseen];
      if (unseen === 0) {
        return { document: null, total, unseen, exhausted: [...one.exhausted, ...other.exhausted] };
      }
      // Each of all that are unseen is as likely as any other.
      const number = seed % unseen;
      const [archive, own] = number < one.unseen ? [corpus, number] : [added, number - one.unseen];
      const { document } = await archive.draw(filter, seen, own);
      return { document, total, unseen, exhausted: [] };
    },

    async example() {
      return (await corpus.example()) ?? added.example();
    },
  };
}
