import { filled } from '../../../data/filled.ts';
import { stem } from '../../text/analysis.ts';
import type { PlacedWord } from '../../text/placed-words.ts';
import { packPlace } from './posting-lists.ts';
import type { TextDatabase } from './schema.ts';
import { createVarintWriter } from './varints.ts';

/** So many words are put in order in memory: 12 bytes each. */
const WORDS_A_RUN = 4_000_000;

/**
 * Writes the postings of documents that are added in the order of their numbers, a run at a time.
 * @param wordsARun how many words a run has at most, but for one that a single document fills
 */
export function createPostingsWriter(database: TextDatabase, wordsARun = WORDS_A_RUN) {
  const insert = database.prepare('INSERT INTO postings VALUES (?, ?, ?, ?)');
  const count = database.prepare(
    'INSERT INTO words VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET documents = documents + excluded.documents',
  );
  const begin = database.prepare('INSERT INTO runs VALUES (?, ?)');
  let run = (database.prepare('SELECT max(run) FROM runs').pluck().get() as number | null) ?? 0;
  let numbers = new Map<string, number>();
  let wordOf = new Uint32Array(Math.min(wordsARun, 1 << 16));
  let documentOf = new Uint32Array(wordOf.length);
  let placeOf = new Uint32Array(wordOf.length);
  let length = 0;

  function push(word: string, document: number, place: number): void {
    if (length === wordOf.length) {
      [wordOf, documentOf, placeOf] = [grown(wordOf), grown(documentOf), grown(placeOf)];
    }
    let number = numbers.get(word);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(word, number);
    }
    wordOf[length] = number;
    documentOf[length] = document;
    placeOf[length] = place;
    length += 1;
  }

  /** Writes what has been added as a run of its own. */
  function flush(): void {
    if (length === 0) return;
    run += 1;
    begin.run(run, documentOf[0]);
    const words = [...numbers.keys()];
    const { starts, order } = byWord(wordOf.subarray(0, length), words.length);
    const [documents, places] = [createVarintWriter(), createVarintWriter()];
    const inOrder = [...words.entries()].sort(([, a], [, b]) => (a < b ? -1 : 1));
    for (const [number, word] of inOrder) {
      const end = starts[number + 1] ?? 0;
      let [lastDocument, held] = [0, 0];
      for (let at = starts[number] ?? 0; at < end; held += 1) {
        const document = documentOf[order[at] ?? 0] ?? 0;
        const begun = places.length;
        let [times, lastPlace] = [0, 0];
        for (; at < end && documentOf[order[at] ?? 0] === document; at += 1, times += 1) {
          const place = placeOf[order[at] ?? 0] ?? 0;
          places.write(place - lastPlace);
          lastPlace = place;
        }
        documents.write(document - lastDocument);
        documents.write(times);
        documents.write(places.length - begun);
        lastDocument = document;
      }
      insert.run(word, run, documents.take(), places.take());
      count.run(word, stem(word), held);
    }
    numbers = new Map();
    length = 0;
  }

  return {
    /** @param words in their order; of a joined word, its place comes between those of its two */
    add(document: number, words: readonly PlacedWord[]): void {
      if (length + words.length > wordsARun) flush();
      for (const { word, first, isJoined } of words)
        push(word, document, packPlace(first, isJoined));
    },
    flush,
  };
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * array.length);
  larger.set(array);
  return larger;
}

/** Where the entries of each word begin, and all entries word by word, each word's as they came. */
function byWord(wordOf: Uint32Array, words: number) {
  const starts = new Uint32Array(words + 1);
  for (const word of wordOf) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
  for (let word = 0; word < words; word += 1) {
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  }
  const next = filled(new Uint32Array(words), (word) => starts[word] ?? 0);
  const order = new Uint32Array(wordOf.length);
  for (const [entry, word] of wordOf.entries()) {
    order[next[word] ?? 0] = entry;
    next[word] = (next[word] ?? 0) + 1;
  }
  return { starts, order };
}
