import type { Document } from '../../data/corpus/document.ts';
import { daysApart } from '../../data/dates/days-apart.ts';
import type { Page, RelatedHit, Why } from '../hits.ts';
import type { Query } from '../questions.ts';
import { isRareAmong, MOST_SAID, relatedScore } from '../ranking/related-documents.ts';
import { printedWords, wordsInCommon } from '../ranking/related-words.ts';
import { terms } from '../text/analysis.ts';
import { searchedTexts } from '../text/searched-text.ts';
import { askBoth, type Both } from './both.ts';

/** So many that say the same words are looked at. */
const LOOKED_AT = 50;

/**
 * The documents most like one, of its own archive and of the other one: those that are related in its own,
 * and those in the other that say the same words, all by the same measure.
 */
export async function joinedRelated(
  both: Both,
  id: string,
  limit: number,
): Promise<readonly RelatedHit[]> {
  const own = id.trim().toLowerCase();
  const [[ofCorpus], [ofAdded]] = await askBoth(both, (archive) => archive.documents([own]));
  const document = ofCorpus ?? ofAdded;
  if (!document) return [];
  const query = asQuestion(document);
  const corpus = await both.corpus.search(query);
  const added = await both.added.search({ ...query, beside: corpus.ranking?.words });
  const [here, there] = ofCorpus ? [both.corpus, added] : [both.added, corpus];
  const related = await here.related(own, limit);
  const scores = scoresIn([corpus, added], own);
  const top = Math.max(0, ...scores.values());
  const isRare = rareIn(corpus);
  const others = there.hits.map((hit) => ({ ...hit, why: whyOf(document, hit.document, isRare) }));
  return [...related, ...others]
    .map((hit) => {
      const { people, days } = hit.why;
      const score = scores.get(hit.document.id) ?? 0;
      return { ...hit, score: relatedScore(score, top, people.length, days) };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** Everything that a document is found by, to be looked for. */
const asQuestion = (document: Document): Query => ({
  text: searchedTexts(document)
    .map(({ text }) => text)
    .join('\n'),
  corrects: false,
  expandsNames: false,
  in: 'records',
  filter: {},
  sort: 'relevance',
  ranks: true,
  offset: 0,
  limit: LOOKED_AT,
});

/** What the first hits of both score, but for the document itself. */
const scoresIn = (pages: readonly Page[], own: string): ReadonlyMap<string, number> =>
  new Map(
    pages.flatMap(({ ranking }) =>
      (ranking?.first ?? []).filter(({ id }) => id !== own).map(({ id, score }) => [id, score]),
    ),
  );

/** Whether few enough documents of the corpus hold a stem for it to be a reason. */
function rareIn({ ranking }: Page): (stem: string) => boolean {
  const isRare = isRareAmong(ranking?.words.documents ?? 0);
  return (stem) => isRare(ranking?.words.frequencies.get(stem) ?? 0);
}

/** What two documents have in common. */
function whyOf(one: Document, other: Document, isRare: (stem: string) => boolean): Why {
  const people = namesIn(one).filter((name) => namesIn(other).includes(name));
  const held = stemsIn(other);
  const shared = [...stemsIn(one)].filter((stem) => held.has(stem));
  const { start, end } = other.date;
  return {
    words: wordsInCommon(shared, isRare, printedWords(one), people, MOST_SAID),
    people: people.slice(0, MOST_SAID),
    days: start && end ? daysApart(one.date, { from: start, to: end }) : null,
  };
}

const namesIn = ({ people, creators }: Document): readonly string[] => [
  ...new Set([...(people ?? []), ...(creators ?? [])]),
];

const stemsIn = (document: Document): ReadonlySet<string> =>
  new Set(searchedTexts(document).flatMap(({ text }) => terms(text).map(({ stem }) => stem)));
