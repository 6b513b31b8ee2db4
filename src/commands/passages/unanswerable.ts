/** What a question asks for that no few passages can give. */
export type Unanswerable = 'count' | 'list' | 'first' | 'last' | 'summary';

/** Who or what a list would be of. */
const THINGS =
  'people|persons?|men|women|officials?|leaders?|countr(?:y|ies)|states?|documents?|letters?|telegrams?|dispatch(?:es)?|reports?|records?|references?|mentions?|instances?|occasions?|times?|cases?|meetings?|names?|passages?';
/** "First" is a part of their names, or a number within a paper. */
const NAMED_FIRST =
  'world|secretar(?:y|ies)|lady|vice|deputy|party|five|international|sea|article|paragraph|clause|point';

/** The first pattern that a question has says what it asks for. */
const PATTERNS: readonly [RegExp, Unanswerable][] = [
  [/\bhow (?:many|often|frequently)\b/i, 'count'],
  [/\b(?:what|which|is|was|were|compare|total|give) (?:the )?(?:total )?number of\b/i, 'count'],
  [/\b(?:what|which|is|was|were) (?:the )?(?:percentage|proportion|share) of\b/i, 'count'],
  [/\bon average\b|\b(?:what|is|was|compare) the average\b/i, 'count'],
  [/\bmost (?:often|frequently|commonly|frequent|mentioned|cited)\b/i, 'count'],
  [/\b(?:more|less) (?:often|frequently) than\b/i, 'count'],
  [/^\W*count\b/i, 'count'],
  [/\b(?:list|name|show|find|give|get)(?: me| us)? (?:all|every|each)\b/i, 'list'],
  [/\b(?:complete|full|exhaustive) list\b|^\W*list\b/i, 'list'],
  [/\ball (?:those |of those |persons |people |the \p{L}+ )?(?:who|whom)\b/iu, 'list'],
  [new RegExp(`^\\W*(?:all|every) (?:of )?(?:the )?(?:${THINGS})\\b`, 'i'), 'list'],
  [/\bevery (?:mention|reference|instance|occurrence)\b/i, 'list'],
  [/\b(?:everyone|everybody|every person|everything|anyone|anybody) (?:who|whom|that)\b/i, 'list'],
  [/^\W*(?:which|what) (?:documents|letters|telegrams|dispatches|records|reports)\b/i, 'list'],
  [/\bfirst ever\b|\bever (?:the )?first\b|\bthe very first\b/i, 'first'],
  [/\b(?:the|a) first time\b/i, 'first'],
  [/\b(?:earliest|oldest)\b/i, 'first'],
  [new RegExp(`\\b(?:was|were|is|are) the first (?!(?:${NAMED_FIRST})\\b)\\p{L}`, 'iu'), 'first'],
  [/\bdid\b.{1,60}\bfirst (?!\p{Lu})\p{L}/u, 'first'],
  [/\b(?:latest|newest|most recent|last ever|the (?:very )?last time)\b/i, 'last'],
  [/^\W*(?:please )?(?:summari[sz]e|write|draft|translate|compose)\b/i, 'summary'],
  [/\b(?:summary|overview|synopsis) of\b/i, 'summary'],
];

/** What a question asks for that passages can't give; undefined where they may answer it. */
export function unanswerable(question: string): Unanswerable | undefined {
  return PATTERNS.find(([pattern]) => pattern.test(question))?.[1];
}

/** Words that ask, or bind other words together. */
const EMPTY =
  /^(?:a|all|an|and|any|are|as|at|average|be|been|by|can|complete|count|did|do|does|documents?|earliest|ever|every|everyone|everybody|everything|first|for|from|full|give|get|had|has|have|how|in|is|last|latest|letters?|list|many|me|mentioned|most|name|newest|number|of|often|oldest|on|or|overview|people|percentage|please|proportion|recent|records?|say|says|show|summari[sz]e|summary|telegrams?|that|the|there|these|they|those|time|times|to|translate|very|was|were|what|when|where|which|who|whom|whose|why|with|write)$/i;

/** What such a question is about, as words to search for; the question itself if nothing is left. */
export function subjectOf(question: string): string {
  const words = question
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}"“„«]+|[^\p{L}\p{N}"”»]+$/gu, ''))
    .filter((word) => word && !EMPTY.test(word));
  return words.join(' ') || question;
}
