import { holdsNoTexts } from '../no-texts.ts';
import type { SearchedPart } from '../questions.ts';
import type { VersionMeta } from './versions.ts';

/** Which parts of documents a question is about. */
export type Searched = SearchedPart | 'both';

/**
 * The parts that are asked for; where there are no texts, the records alone.
 * @throws UserError if only texts are asked for, and there are none
 */
export function searchedOf(
  { texts }: Pick<VersionMeta, 'texts'>,
  part: SearchedPart | undefined,
): Searched {
  if (part === 'records') return part;
  if (texts.documents > 0) return part ?? 'both';
  if (part === 'texts') throw holdsNoTexts();
  return 'records';
}
