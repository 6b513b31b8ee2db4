import type { Archive } from '../archive.ts';
import type { Page } from '../hits.ts';
import { queryTerms } from '../query/weigh-words.ts';
import { idfOf } from '../ranking/idf.ts';
import type { Weights } from '../text/snippet.ts';

/** Each takes a search of its own. */
const MOST_WORDS = 16;
/**
 * "En-lai" is looked for by its words; "Enlai" counts little beside them, or it counts twice. So does
 * "En", which stands in "en route" as well.
 */
const WITHIN_A_NAME = 0.1;
const SYLLABLE = 2;

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
  const words = [question, ...otherNames].flatMap((text) => wordsOf(text, used));
  const unique = new Map(words.map((word) => [word.stem, word])).values();
  const weighed = [...unique].slice(0, MOST_WORDS).map(async ({ stem, printed, share }) => {
    const documents = await frequency(archive, printed);
    // A name that no text spells so may be there in another spelling.
    const isElsewhere = documents === 0 && otherNames.length > 0 && !unknown.includes(printed);
    const worth = isElsewhere ? 0 : idfOf(Math.min(documents, texts), texts);
    return [stem, share * worth] as const;
  });
  return new Map((await Promise.all(weighed)).filter(([, worth]) => worth > 0));
}

/** The words of a text, as they were corrected, with how much each counts. */
function wordsOf(text: string, used: ReadonlyMap<string, string>) {
  const terms = queryTerms(text);
  const compounds = terms.filter(({ kind }) => kind === 'compound');
  return terms.map(({ stem, kind, word, start, end }) => {
    const typed = text.slice(start, end);
    const printed = used.get(typed) ?? typed;
    const isSyllable =
      word.length <= SYLLABLE && compounds.some((name) => start >= name.start && end <= name.end);
    return {
      stem: printed === typed ? stem : (queryTerms(printed)[0]?.stem ?? stem),
      printed,
      share: kind === 'compound' || isSyllable ? WITHIN_A_NAME : 1,
    };
  });
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
