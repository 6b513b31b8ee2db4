/**
 * Words by which one asks, and which an answer needn't have: they are in no list of stop words, for a
 * title may consist of them.
 */
const ASKING =
  /^(?:who|whom|whose|when|why|does|doing|says?|happen(?:s|ed)?|tell|explain|describe|please|there|regarding|concerning)$/i;

/** A phrase in quotation marks stays as it is. */
const PART = /["“”„«][^"“”„«»]*["“”»]|\S+/g;
const NO_WORD = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** What is looked for to answer a question: the question without the words that only ask. */
export function withoutAsking(question: string): string {
  const kept = (question.match(PART) ?? []).filter(
    (part) => !ASKING.test(part.replace(NO_WORD, '')) || /^["“”„«]/.test(part),
  );
  return kept.join(' ') || question;
}
