import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { terms } from '../../src/search/text/analysis.ts';
import type { PeerDocument } from '../peers/peer.ts';
import type { Question } from './collection.ts';

/** No more documents than these hold the words of a question together. */
const MOST_ANSWERS = 5;
/** A rare word is held by no more documents than these; a common one by at least this part of all. */
const RARE = 3;
const COMMON = 0.01;
/** Of each kind, so many are tried for one that fits. */
const TRIES = 200;

/** What is known of a corpus's words: each stem as it is printed first, and the documents with it. */
type Word = { printed: string; holders: ReadonlySet<string> };

/**
 * Short questions that any corpus answers by its words alone, the same for the same seed. Half are two
 * or three words that few documents hold together: those are relevant. Half are a rare and a common
 * word that none holds together: what holds the rare one is relevant.
 * @param count how many in all; fewer where the corpus has no more
 */
export function shortQuestions(
  documents: readonly PeerDocument[],
  seed: number,
  count: number,
): Question[] {
  const random = xoroshiro128plus(seed);
  const below = (limit: number) => uniformInt(random, 0, limit - 1);
  const one = <T>(values: readonly T[]): T | undefined => values[below(values.length || 1)];
  const { words, wordsOf } = readWords(documents);
  const rare = words.filter(({ holders }) => holders.size <= RARE);
  const common = words.filter(
    ({ holders }) => holders.size >= Math.max(20, COMMON * documents.length),
  );

  const together = (): Question | undefined => {
    const chosenFrom = wordsOf[below(wordsOf.length || 1)] ?? [];
    const chosen = [...new Set(Array.from({ length: 2 + below(2) }, () => one(chosenFrom)))];
    const found = chosen.filter((word) => word !== undefined);
    const holders = inAll(found);
    const isFew = found.length > 1 && holders.length <= MOST_ANSWERS;
    return isFew ? question(found, holders) : undefined;
  };
  const apart = (): Question | undefined => {
    const pair = [one(rare), one(common)].filter((word) => word !== undefined);
    const [scarce] = pair;
    const isApart = pair.length === 2 && scarce && inAll(pair).length === 0;
    return isApart ? question(below(2) ? pair : pair.toReversed(), [...scarce.holders]) : undefined;
  };

  const questions: Question[] = [];
  for (const make of [together, apart]) {
    const wanted = questions.length + Math.floor(count / 2);
    for (let tried = 0; tried < TRIES * count && questions.length < wanted; tried += 1) {
      const made = make();
      if (made) questions.push(made);
    }
  }
  return questions;
}

const question = (words: readonly Word[], answers: readonly string[]): Question => ({
  text: words.map(({ printed }) => printed).join(' '),
  judged: new Map(answers.map((id) => [id, 1])),
});

/** The documents that hold all of the words. */
const inAll = ([first, ...others]: readonly Word[]): string[] =>
  [...(first?.holders ?? [])].filter((id) => others.every(({ holders }) => holders.has(id)));

/** Words of letters alone, as any engine takes texts apart; those of four letters at least. */
function readWords(documents: readonly PeerDocument[]): { words: Word[]; wordsOf: Word[][] } {
  const byStem = new Map<string, { printed: string; holders: Set<string> }>();
  const wordsOf = documents.map(({ id, title, text }) => {
    const words = new Set<Word>();
    for (const { kind, word, stem } of terms(`${title}\n${text}`)) {
      if (kind !== 'word' || !/^[a-z]{4,}$/.test(word)) continue;
      const known = byStem.get(stem) ?? { printed: word, holders: new Set<string>() };
      byStem.set(stem, known);
      known.holders.add(id);
      words.add(known);
    }
    return [...words];
  });
  return { words: [...byStem.values()], wordsOf };
}
