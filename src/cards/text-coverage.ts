import type { TextCoverage } from '../search/answers.ts';
import { coverageWords } from '../wording/coverage.ts';
import { escapeMarkdown, oneLine } from './escape.ts';
import { clip } from './limits.ts';

const MOST = { collections: 8, name: 80 };

/**
 * How much of what is loaded has a text, as Markdown: `12 of 6,504 documents have a text here: all 9 of
 * *A*, 3 of 40 of *B*.`
 * @param ofOthers a sentence on the documents that have none
 */
export function describeTextCoverage(
  { documents, collections }: TextCoverage,
  ofOthers: string,
): string {
  const loaded = collections.reduce((sum, one) => sum + one.documents, 0);
  if (documents === 0) return coverageWords.noneHasText(loaded);
  const held = collections
    .filter(({ withText }) => withText > 0)
    .toSorted((a, b) => b.withText - a.withText);
  const named = held.slice(0, MOST.collections).map((one) => {
    const name = escapeMarkdown(clip(oneLine(one.name), MOST.name));
    return coverageWords.ofCollection(one.withText, one.documents, name);
  });
  const more = held.length - named.length;
  const covered = coverageWords.haveTextIn(documents, loaded, named, more);
  return documents < loaded ? `${covered} ${ofOthers}` : covered;
}
