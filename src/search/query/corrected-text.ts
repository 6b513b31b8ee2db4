import type { Correction } from '../hits.ts';
import { queryTerms } from './weigh-words.ts';

/** A text with its misspelt words as they were searched for; whatever else it says stays. */
export function correctedText(text: string, corrections: readonly Correction[]): string {
  const right = new Map(
    corrections.flatMap(({ typed, used }) => queryTerms(typed).map(({ word }) => [word, used])),
  );
  const parts: string[] = [];
  let end = 0;
  for (const term of queryTerms(text)) {
    const used = term.kind === 'word' ? right.get(term.word) : undefined;
    if (used === undefined) continue;
    parts.push(text.slice(end, term.start), used);
    end = term.end;
  }
  return parts.join('') + text.slice(end);
}
