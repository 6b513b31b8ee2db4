import type { Archive } from '../archive.ts';
import type { Page } from '../hits.ts';
import { queryTerms } from '../query/weigh-words.ts';
import { idfOf } from '../ranking/idf.ts';
import type { Weights } from '../text/snippet.ts';

/** Each takes a search of its own. */
const MOST_WORDS = 16;
/** "En-lai" is looked for by its words; "Enlai" counts little beside them, or it counts twice. */
const COMPOUND_WEIGHT = 0.1;

/**
 * The stems that a passage is to hold, each with how much it tells among the texts: those of the
 * question as it was corrected, and those of the names that it was searched for besides. A word that no
 * text holds tells most: what lacks it is less of an answer.
 * @param texts how many documents have a text
 */
export async function soughtStems(
  archive: Pick<Archive, 'search'>,
  question: string,
  { corrections, otherNames, unknown }: Pick<Page, 'corrections' | 'otherNames' | 'unknown'>,
  texts: number,
): Promise<Weights> {
  const used = new Map(corrections.map((one) => [one.typed, one.used]));
  const words = [question, ...otherNames].flatMap((text) =>
    queryTerms(text).map(({ stem, kind, start, end }) => {
      const printed = text.slice(start, end);
      return { stem, kind, printed: used.get(printed) ?? printed };
    }),
  );
  const corrected = words.map((word) =>
    used.size > 0 ? { ...word, stem: queryTerms(word.printed)[0]?.stem ?? word.stem } : word,
  );
  const unique = new Map(corrected.map((word) => [word.stem, word])).values();
  const weighed = [...unique].slice(0, MOST_WORDS).map(async ({ stem, kind, printed }) => {
    const documents = await frequency(archive, printed);
    // A name that no text spells so may be there in another spelling.
    const isElsewhere = documents === 0 && otherNames.length > 0 && !unknown.includes(printed);
    const worth = isElsewhere ? 0 : idfOf(Math.min(documents, texts), texts);
    return [stem, kind === 'compound' ? COMPOUND_WEIGHT * worth : worth] as const;
  });
  return new Map((await Promise.all(weighed)).filter(([, worth]) => worth > 0));
}

/** How many texts hold a word in any of its forms. */
async function frequency({ search }: Pick<Archive, 'search'>, word: string): Promise<number> {
  const { total } = await search({
    text: word,
    in: 'texts',
    corrects: false,
    expandsNames: false,
    filter: {},
    sort: 'relevance',
    offset: 0,
    limit: 0,
  });
  return total;
}
