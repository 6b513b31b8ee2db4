import type { TextCoverage } from '../search/archive.ts';
import type { SearchedPart } from '../search/hits.ts';
import { count } from '../wording/count.ts';
import { LACKS_TEXTS } from './how-searched.ts';

/** What of the documents could be searched at all, in a sentence; none where there are no texts. */
export function describeSearched(
  part: SearchedPart | undefined,
  { documents, collections, pending, unreadable }: TextCoverage,
): string {
  if (part === 'records') return 'Only records were searched, not the texts.';
  if (pending !== undefined || unreadable) return LACKS_TEXTS;
  if (documents === 0) return '';
  const all = collections.reduce((sum, one) => sum + one.documents, 0);
  const have = documents === 1 ? 'has' : 'have';
  const rest =
    documents === all
      ? ''
      : part === 'texts'
        ? ' The others weren’t searched.'
        : ' Of the others only titles and descriptions could be searched.';
  return `${count(documents)} of ${count(all)} documents ${have} a text here.${rest}`;
}
