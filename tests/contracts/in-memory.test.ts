import { createArchive } from '../../src/search/minisearch/create-archive.ts';
import { loadNames } from '../../src/search/names/authority.ts';
import { testTexts } from './texts.ts';

/** The archive in the thread that asks, as most tests have it; texts are the part that it adds. */
testTexts(
  'the archive in memory',
  ({ documents, pages }) =>
    createArchive(
      { documents, pages, coverage: [], series: new Map(), readAt: new Date() },
      loadNames(),
    ),
  {},
);
