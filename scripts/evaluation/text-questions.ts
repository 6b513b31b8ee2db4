import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Document } from '../../src/data/corpus/document.ts';
import type { Page } from '../../src/data/texts/page.ts';
import { terms } from '../../src/search/text/analysis.ts';
import { searchedTexts } from '../../src/search/text/searched-text.ts';

/** A question of words, and the documents that answer it. */
export type TextQuestion = { text: string; relevant: ReadonlySet<string> };

/** No more documents than these hold the words of a question together. */
const MOST_ANSWERS = 5;
const TRIES = 40;
const SENTENCE_END = /(?<=[.!?])\s+/u;

/**
 * Questions whose words stand in texts alone, the same for the same seed: two or three words of a
 * sentence, none of which the document's record has. What holds all of them in its text is relevant.
 */
export function textQuestions(
  documents: readonly Document[],
  pages: readonly Page[],
  seed: number,
  count: number,
): TextQuestion[] {
  const random = xoroshiro128plus(seed);
  const below = (limit: number) => uniformInt(random, 0, limit - 1);
  const records = new Map(
    documents.map((one) => [
      one.id,
      new Set(searchedTexts(one).flatMap(({ text }) => stemsOf(text).map(({ stem }) => stem))),
    ]),
  );
  const holders = holdersOf(pages);

  function tryOne(): TextQuestion | undefined {
    const page = pages[below(pages.length)];
    const record = page && records.get(page.id);
    if (!record) return undefined;
    const sentences = page.text.split(SENTENCE_END);
    const words = stemsOf(sentences[below(sentences.length)] ?? '').filter(
      ({ stem, word }) => !record.has(stem) && /^\p{L}{4,}$/u.test(word),
    );
    const wanted = 2 + below(2);
    const chosen = new Map<string, string>();
    for (let i = 0; i < wanted && words.length > 0; i += 1) {
      const one = words[below(words.length)];
      if (one) chosen.set(one.stem, one.word);
    }
    if (chosen.size < 2) return undefined;
    const [first, ...others] = [...chosen.keys()].map(
      (stem) => holders.get(stem) ?? new Set<string>(),
    );
    const relevant = new Set(
      [...(first ?? [])].filter((id) => others.every((other) => other.has(id))),
    );
    return relevant.size <= MOST_ANSWERS
      ? { text: [...chosen.values()].join(' '), relevant }
      : undefined;
  }

  const questions: TextQuestion[] = [];
  for (let tries = 0; questions.length < count && tries < TRIES * count; tries += 1) {
    const question = tryOne();
    if (question) questions.push(question);
  }
  return questions;
}

/** Tells whether a text that isn't of an answer holds all words of a question. */
export function textsHoldingAll(pages: readonly Page[]): (question: TextQuestion) => boolean {
  const holders = holdersOf(pages);
  return ({ text, relevant }) => {
    const [first, ...others] = stemsOf(text).map(
      ({ stem }) => holders.get(stem) ?? new Set<string>(),
    );
    return [...(first ?? [])].some(
      (id) => !relevant.has(id) && others.every((other) => other.has(id)),
    );
  };
}

/** Tells whether the record of an answer holds all words of a question. */
export function recordHoldingAll(
  records: readonly { id: string; text: string }[],
): (question: TextQuestion) => boolean {
  const holders = holdersOf(records);
  return ({ text, relevant }) =>
    [...relevant].some((id) => stemsOf(text).every(({ stem }) => holders.get(stem)?.has(id)));
}

/** What holds each stem, by its id. */
function holdersOf(
  texts: readonly { id: string; text: string }[],
): ReadonlyMap<string, Set<string>> {
  const holders = new Map<string, Set<string>>();
  for (const { id, text } of texts) {
    for (const { stem } of stemsOf(text)) {
      const own = holders.get(stem);
      if (own) own.add(id);
      else holders.set(stem, new Set([id]));
    }
  }
  return holders;
}

const stemsOf = (text: string) => terms(text).filter(({ kind }) => kind === 'word');
