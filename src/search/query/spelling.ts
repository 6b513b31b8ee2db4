/** Words as printed in the documents, folded, with how many documents hold each. */
export type Vocabulary = {
  /** The words within some edits (letters missing, added or changed), each with its documents first. */
  fuzzyGet(word: string, edits: number): ReadonlyMap<string, readonly [number, ...unknown[]]>;
};

/** Beyond this a "word" is no word, and measuring it would cost more than it gives. */
const LONGEST = 40;
const FURTHEST = 2;

/** How many edits a misspelling may have: in a short word, one already makes another word. */
const maxEdits = ({ length }: string): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * The words nearest to one that the vocabulary lacks, within two edits, best first: fewest edits,
 * then the same first letter (people rarely miss it), then the commoner word.
 */
export const nearestWords = (vocabulary: Vocabulary, word: string, limit: number): string[] =>
  candidates(vocabulary, word)
    .slice(0, limit)
    .map(({ word }) => word);

/** The word that was surely meant, or undefined. Numbers are never corrected: all of them exist. */
export function correct(vocabulary: Vocabulary, word: string): string | undefined {
  const [best] = candidates(vocabulary, word);
  return best && best.editDistance <= maxEdits(word) ? best.word : undefined;
}

type Candidate = { word: string; editDistance: number; documents: number };

function candidates(vocabulary: Vocabulary, typed: string): Candidate[] {
  if (maxEdits(typed) === 0 || typed.length > LONGEST || /\p{N}/u.test(typed)) return [];
  const sameStart = ({ word }: Candidate) => Number(word[0] === typed[0]);
  return Array.from(vocabulary.fuzzyGet(typed, FURTHEST), ([word, [documents]]) => ({
    word,
    editDistance: editDistance(typed, word),
    documents,
  })).sort(
    (a, b) =>
      a.editDistance - b.editDistance ||
      sameStart(b) - sameStart(a) ||
      b.documents - a.documents ||
      (a.word < b.word ? -1 : 1),
  );
}

/** Optimal string alignment: letters missing, added, changed, or swapped with their neighbour. */
export function editDistance(a: string, b: string): number {
  let [before, last]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + Number(!same),
        swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

const at = (row: readonly number[] | undefined, i: number): number => row?.[i] ?? 0;
