import { setImmediate as turn } from 'node:timers/promises';
import SearchableMap from 'minisearch/SearchableMap';
import type { Vocabulary } from '../../query/spelling.ts';
import { isStopWord } from '../../text/stop-words.ts';
import type { TextDatabase } from './schema.ts';

/** The words that texts print, for what is typed otherwise. */
export type PrintedWords = {
  readonly vocabulary: Vocabulary;
  /** Those whose other spellings haven't been learned. */
  toLearn(): string[];
  /**
   * Puts the vocabulary together and has the words' other spellings learned. Of many words that takes
   * seconds, and other work has its turn meanwhile.
   */
  prepare(learn: (words: readonly string[]) => void): Promise<void>;
};

/** What machines have misread has no end: the words that fewest texts print are left out. */
const MOST_WORDS = 150_000;
/** So many are read in a row: some 15 ms. */
const IN_A_ROW = 400;

/** The words that most texts print, each with how many do. */
export function readPrintedWords(database: TextDatabase): PrintedWords {
  const select = database
    .prepare(
      'SELECT word, documents FROM words WHERE documents > 0 ORDER BY documents DESC LIMIT ?',
    )
    .raw();
  const commonest = () =>
    (select.all(MOST_WORDS) as [string, number][]).filter(([word]) => !isStopWord(word));
  let vocabulary: SearchableMap<number> | undefined;
  let areLearned = false;
  return {
    get vocabulary() {
      vocabulary ??= SearchableMap.from(commonest());
      return vocabulary as unknown as Vocabulary;
    },
    toLearn: () => (areLearned ? [] : commonest().map(([word]) => word)),
    async prepare(learn) {
      const words = commonest();
      const made = new SearchableMap<number>();
      for (let at = 0; at < words.length; at += IN_A_ROW) {
        const some = words.slice(at, at + IN_A_ROW);
        for (const [word, documents] of some) made.set(word, documents);
        learn(some.map(([word]) => word));
        await turn();
      }
      vocabulary = made;
      areLearned = true;
    },
  };
}
