import type { Archive } from '../archive.ts';
import type { Whole } from './whole.ts';

/** Texts aren't loaded into OpenSearch: no document has one here. */
export const createReading = (
  whole: Whole,
): Pick<Archive, 'pages' | 'passagesIn' | 'textCoverage'> => ({
  async pages() {
    return { total: 0, pages: [] };
  },
  async passagesIn() {
    return { total: 0, passages: [] };
  },
  async textCoverage() {
    const { collections } = await whole.summary();
    const withText = collections.map((collection) => ({ ...collection, withText: 0 }));
    return { documents: 0, pages: 0, words: 0, collections: withText };
  },
});
