import type { TextCoverage } from '../search/answers.ts';
import type { SearchedPart } from '../search/questions.ts';
import { coverageWords } from '../wording/coverage.ts';
import { questionWords } from '../wording/questions.ts';

/** What of the documents could be searched at all, in a sentence; none where there are no texts. */
export function describeSearched(
  part: SearchedPart | undefined,
  { documents, collections, pending, unreadable }: TextCoverage,
): string {
  if (part === 'records') return coverageWords.onlyRecordsSearched;
  if (pending !== undefined || unreadable) return questionWords.lacksTexts;
  if (documents === 0) return '';
  const all = collections.reduce((sum, one) => sum + one.documents, 0);
  const { haveText, othersNotSearched, othersSearchedByRecord } = coverageWords;
  const ofOthers = part === 'texts' ? othersNotSearched : othersSearchedByRecord;
  return [haveText(documents, all), ...(documents < all ? [ofOthers] : [])].join(' ');
}
