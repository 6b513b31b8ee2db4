import type { Coverage } from '../../src/data/corpus/coverage.ts';
import type { Document } from '../../src/data/corpus/document.ts';
import type { Series } from '../../src/data/corpus/series.ts';
import type { Page } from '../../src/data/texts/page.ts';
import type { Archive } from '../../src/search/archive.ts';
import { testAddresses } from './addresses.ts';
import { testDates } from './dates.ts';
import { testHoldings } from './holdings.ts';
import { testPassages } from './passages.ts';
import { testQuotations } from './quotations.ts';
import { testSearch } from './search.ts';
import { testTexts } from './texts.ts';

/** What an archive is made of in a test. */
export type Holdings = {
  documents: readonly Document[];
  coverage?: readonly Coverage[];
  series?: readonly Series[];
  /** The texts of documents, those of one together. */
  pages?: readonly Page[];
};

/** Makes an archive; it is let go when the tests of the file are over. */
export type Create = (holdings: Holdings) => Archive;

/** What does not hold of an implementation, each with its reason. */
export type Skips = { empty?: string; texts?: string; ranking?: string };

/** What every archive owes: everything that the commands ask. */
export function testArchive(name: string, create: Create, skips: Skips = {}): void {
  testSearch(name, (documents) => create({ documents }), skips);
  testDates(name, create);
  testHoldings(name, create);
  testAddresses(name, create, skips);
  testTexts(name, create, skips);
  testQuotations(name, create, skips);
  testPassages(name, create, skips);
}
