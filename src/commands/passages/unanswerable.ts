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
  [/\bhow (?:much|large|long|far)\b.{0,80}\bin (?:total|all)\b/i, 'count'],
  [/\b(?:what|which|give)(?: me)?(?: is| was| were)? (?:the )?total (?:amount )?of\b/i, 'count'],
  [/\bon average\b|\b(?:what|is|was|compare) the average\b/i, 'count'],
  [/\bmost (?:often|frequently|commonly|frequent|mentioned|cited)\b/i, 'count'],
  [/\b(?:more|less) (?:often|frequently) than\b/i, 'count'],
  [/^\W*count\b/i, 'count'],
  [/\b(?:list|name|show|find|give|get)(?: me| us)? (?:all|every|each)\b/i, 'list'],
  [/\b(?:complete|full|exhaustive) list\b|^\W*list (?!prices?\b)/i, 'list'],
  [/\bwho (?:were|are) all (?:of )?(?:the|those)\b|\bwho all\b/i, 'list'],
  [/\ball (?:those |of those |persons |people |the \p{L}+ )?(?:who|whom)\b/iu, 'list'],
  [new RegExp(`^\\W*(?:all|every) (?:of )?(?:the )?(?:${THINGS})\\b`, 'i'), 'list'],
  [/\bevery (?:mention|reference|instance|occurrence)\b/i, 'list'],
  [
    /(?:^\W*|\b(?:who|what) (?:was|were|is|are) )(?:everyone|everybody|every person|everything|anyone|anybody) (?:who|whom|that)\b/i,
    'list',
  ],
  [/^\W*(?:which|what) (?:documents|letters|telegrams|dispatches|records|reports)\b/i, 'list'],
  [/\bfirst ever\b|\bever (?:the )?first\b|\bthe very first\b/i, 'first'],
  [/\b(?:the|a) first time\b/i, 'first'],
  [superlative('earliest|oldest'), 'first'],
  [new RegExp(`\\b(?:was|were|is|are) the first (?!(?:${NAMED_FIRST})\\b)\\p{L}`, 'iu'), 'first'],
  [/\b[Dd]id\b.{1,60}\bfirst (?!\p{Lu})\p{L}/u, 'first'],
  [superlative('latest|newest|most recent'), 'last'],
  [/\b(?:last ever|the (?:very )?last time)\b/i, 'last'],
  [/^\W*(?:please )?(?:summari[sz]e|write|draft|translate|compose)\b/i, 'summary'],
  [/\b(?:summary|overview|synopsis) of\b/i, 'summary'],
];

/** `What is the earliest …`, or `the earliest …` alone; `what did the latest telegram say` isn't. */
function superlative(words: string): RegExp {
  const asks = "(?:what|which|who|when)(?:[’']s| is| are| was| were) (?:the )?";
  return new RegExp(
    `(?:\\b${asks}|^\\W*(?:(?:show|find|give|get)(?: me| us)? )?the |^\\W*)(?:${words})\\b`,
    'i',
  );
}

/** What a question asks for that passages can't give; undefined where they may answer it. */
export function unanswerable(question: string): Unanswerable | undefined {
  return PATTERNS.find(([pattern]) => pattern.test(question))?.[1];
}

/** Words that ask, or bind other words together. */
const EMPTY =
  /^(?:a|all|an|and|any|are|as|at|average|be|been|by|can|complete|count|did|do|does|documents?|earliest|ever|every|everyone|everybody|everything|first|for|from|full|give|get|had|has|have|how|in|is|last|latest|letters?|list|many|me|mentioned|most|name|newest|number|of|often|oldest|on|or|overview|people|percentage|please|proportion|recent|records?|say|says|show|summari[sz]e|summary|telegrams?|that|the|there|these|they|those|time|times|to|total|translate|very|was|were|what|when|where|which|who|whom|whose|why|with|write)$/i;

/** What such a question is about, as words to search for; the question itself if nothing is left. */
export function subjectOf(question: string): string {
  const words = question
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}"“„«]+|[^\p{L}\p{N}"”»]+$/gu, ''))
    .filter((word) => word && !EMPTY.test(word));
  return words.join(' ') || question;
}
