import { joinArchives } from '../../src/search/joined/join-archives.ts';
import { createArchive } from '../../src/search/minisearch/create-archive.ts';
import { loadNames } from '../../src/search/names/authority.ts';
import { type Create, testArchive } from './archive.ts';

const names = loadNames();

/** A corpus without every third of the documents, which were added to it; texts are the corpus's alone. */
const create: Create = ({ documents, coverage = [], series = [], pages = [] }) => {
  const withText = new Set(pages.map(({ id }) => id));
  const isAdded = new Map(
    documents.map(({ id }, at) => [id, at % 3 === 1 && !withText.has(id)] as const),
  );
  const own = { coverage, series: new Map(series.map((one) => [one.collection, one])) };
  const none = { coverage: [], series: new Map() };
  const readAt = new Date();
  return joinArchives(
    createArchive(
      { ...own, readAt, pages, documents: documents.filter(({ id }) => !isAdded.get(id)) },
      names,
    ),
    createArchive(
      { ...none, readAt, documents: documents.filter(({ id }) => isAdded.get(id)) },
      names,
    ),
  );
};

testArchive('a corpus and what was added to it', create, {
  ranking: 'it isn’t joined to a third',
});
