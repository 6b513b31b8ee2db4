import { daysApart } from '../../data/dates/days-apart.ts';
import type { Emptiness, NearMisses } from '../hits.ts';
import { editDistance } from '../query/spelling.ts';
import type { Query } from '../questions.ts';
import type { Both } from './both.ts';
import { settle } from './settle.ts';

const MOST_NEAR = 3;

/** Why neither the corpus nor what was added has anything. */
export async function joinedExplain(both: Both, query: Query): Promise<Emptiness> {
  if (query.in === 'texts') return both.corpus.explain(query);
  const { queries } = await settle(both, { ...query, facets: false, limit: 0 });
  const { beside: _beside, ...ofAdded } = queries.added;
  const [one, other] = await Promise.all([
    both.corpus.explain(queries.corpus),
    // What it lacks, the corpus may have: only that decides what is misspelt.
    both.added.explain({ ...ofAdded, corrects: false }),
  ]);
  return {
    words: addWords(one.words, other.words),
    filters: one.filters.map(({ name, totalWithout }) => ({
      name,
      totalWithout:
        totalWithout + (other.filters.find((each) => each.name === name)?.totalWithout ?? 0),
    })),
    demands: one.demands.map((demand, at) => ({
      ...demand,
      totalWithout: demand.totalWithout + (other.demands[at]?.totalWithout ?? 0),
    })),
    totalUnfiltered: one.totalUnfiltered + other.totalUnfiltered,
    nearMisses: nearestOf(one, other, query),
  };
}

/** Each word with its documents in both; one that neither has, with the words of both that are near. */
function addWords(one: Emptiness['words'], other: Emptiness['words']): Emptiness['words'] {
  const others = new Map(other.map((each) => [each.word, each]));
  return one.map(({ word, total, nearest }) => {
    const elsewhere = others.get(word);
    const sum = total + (elsewhere?.total ?? 0);
    if (sum > 0) return { word, total: sum, nearest: [] };
    const away = (near: string) => editDistance(word.toLowerCase(), near);
    const near = [...new Set([...nearest, ...(elsewhere?.nearest ?? [])])];
    return {
      word,
      total: 0,
      nearest: near.sort((a, b) => away(a) - away(b)).slice(0, MOST_NEAR),
    };
  });
}

/** The documents that one part alone kept out, by the first part that did in either. */
function nearestOf(one: Emptiness, other: Emptiness, { filter }: Query): NearMisses | null {
  const [a, b] = [one.nearMisses, other.nearMisses];
  if (!a || !b) return a ?? b;
  const parts = [...one.filters.map(({ name }) => name), ...one.demands.map(({ said }) => said)];
  const places = [a, b].map(({ without }) => parts.indexOf(without));
  const [ofCorpus = 0, ofAdded = 0] = places;
  if (ofCorpus !== ofAdded) return ofCorpus < ofAdded ? a : b;
  const documents = [...a.documents, ...b.documents];
  if (a.without === 'from' || a.without === 'to') {
    const away = new Map(
      documents.map(({ id, date }) => [id, daysApart(date, filter) ?? Number.MAX_SAFE_INTEGER]),
    );
    documents.sort((x, y) => (away.get(x.id) ?? 0) - (away.get(y.id) ?? 0));
  }
  return { ...a, documents: documents.slice(0, MOST_NEAR) };
}
