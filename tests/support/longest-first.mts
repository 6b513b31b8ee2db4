import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes minutes or has processes to start, the longest first: the beginnings of its paths. */
const LONGEST = [
  'contracts/opensearch-on-three-nodes',
  'search/opensearch/dead-node',
  'contracts/opensearch',
  'contracts/threaded',
  'keeper/several-processes',
  'search/opensearch/',
  'process/',
  'data/import/any-source',
  'browser/',
];

/**
 * The order of files where nothing is known of an earlier run, as in CI: otherwise the largest file would
 * come first, and one that takes minutes might be begun when all others are done.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isKnown = files.every((file) => this.ctx.cache.getTestSpecificationResult(file));
    return isKnown ? sorted : sorted.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

function placeOf({ moduleId, project }: TestSpecification): number {
  // One project after the other: what is loaded for one is of no use to the next.
  const path = moduleId.slice(moduleId.lastIndexOf('/tests/') + '/tests/'.length);
  const place = LONGEST.findIndex((beginning) => path.startsWith(beginning));
  return place < 0 || project.name === 'http' ? LONGEST.length : place;
}
