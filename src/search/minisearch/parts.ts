import { UserError } from '../../errors.ts';
import { archiveWords } from '../../wording/failures.ts';
import { holdsNoTexts } from '../no-texts.ts';
import type { SearchedPart } from '../questions.ts';
import type { SearchedTerms } from './held-terms.ts';
import type { SearchIndex } from './search-index.ts';
import type { SearchedTexts, TextState } from './texts/text-state.ts';

/** The parts of documents that a question is about. */
export type Parts = {
  /** What the question is read against. */
  sought: SearchedTerms;
  hasRecords: boolean;
  texts: SearchedTexts | undefined;
};

/**
 * The parts that are asked for; where texts aren't there yet and weren't asked for by themselves, the
 * records alone.
 * @throws UserError if texts are asked for and there are none to search
 */
export function partsOf(index: SearchIndex, part: SearchedPart | undefined): Parts {
  const { textState } = index;
  const texts = textState.kind === 'ready' && part !== 'records' ? textState.texts : undefined;
  if (part === 'texts') {
    if (textState.kind !== 'ready') throw noTexts(textState);
    return { sought: textState.texts.alone, hasRecords: false, texts };
  }
  return { sought: texts?.both ?? index, hasRecords: true, texts };
}

/** Says why texts can't be searched or read, and what can be done instead. */
export function noTexts(state: Exclude<TextState, { kind: 'ready' }>): UserError {
  if (state.kind === 'none') return holdsNoTexts();
  return new UserError(
    state.kind === 'pending'
      ? archiveWords.textsBeingRead(state.done)
      : archiveWords.textsUnreadable,
  );
}
