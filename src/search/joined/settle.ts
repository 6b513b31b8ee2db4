import type { Correction, Page } from '../hits.ts';
import { correctedText } from '../query/corrected-text.ts';
import { editDistance } from '../query/spelling.ts';
import type { Query } from '../questions.ts';
import type { Both } from './both.ts';

/** A question that both archives read alike, with what each answers. */
export type Settled = Pick<Page, 'corrections' | 'unknown'> & {
  offers: readonly Correction[];
  corpus: Page;
  added: Page;
  /** What each has been asked, to be asked for other parts of it. */
  queries: { corpus: Query; added: Query };
};

/**
 * Asks both, and again where one alone would correct a word: what either knows is neither corrected nor
 * unknown, and a word is corrected to the nearest that either knows.
 */
export async function settle({ corpus, added }: Both, query: Query): Promise<Settled> {
  const ofCorpus = { ...query, ranks: true };
  const first = await corpus.search(ofCorpus);
  const ofAdded = {
    ...query,
    ranks: true,
    collapses: false,
    byMeaning: false,
    offset: 0,
    beside: first.ranking?.words,
  };
  const other = await added.search(ofAdded);
  const { corrections, offers, unknown } = agree(first, other);
  const agreed = { text: correctedText(query.text, corrections), corrects: false };
  const queries = {
    corpus: isAsRead(first, corrections) ? ofCorpus : { ...ofCorpus, ...agreed },
    added: isAsRead(other, corrections) ? ofAdded : { ...ofAdded, ...agreed },
  };
  const again = queries.corpus === ofCorpus ? first : await corpus.search(queries.corpus);
  if (again !== first) queries.added = { ...ofAdded, ...agreed, beside: again.ranking?.words };
  return {
    corrections,
    offers,
    unknown,
    corpus: again,
    added: queries.added === ofAdded ? other : await added.search(queries.added),
    queries,
  };
}

/** What becomes of the words that the corpus lacks. */
function agree(first: Page, other: Page): Pick<Settled, 'corrections' | 'offers' | 'unknown'> {
  const corrections: Correction[] = [];
  const offers: Correction[] = [];
  const unknown: string[] = [];
  const lacking = new Set([...first.corrections.map(({ typed }) => typed), ...first.unknown]);
  const lackingToo = new Set([...other.corrections.map(({ typed }) => typed), ...other.unknown]);
  for (const typed of lacking) {
    if (!lackingToo.has(typed)) continue;
    const used = nearest(typed, first.corrections, other.corrections);
    const offered = nearest(typed, first.offers ?? [], other.offers ?? []);
    if (used !== undefined) corrections.push({ typed, used });
    else unknown.push(typed);
    if (used === undefined && offered !== undefined) offers.push({ typed, used: offered });
  }
  return { corrections, offers, unknown };
}

/** Whether an archive has corrected what is to be corrected, and nothing else. */
const isAsRead = (page: Page, agreed: readonly Correction[]): boolean =>
  page.corrections.length === agreed.length &&
  agreed.every(({ typed, used }) =>
    page.corrections.some((own) => own.typed === typed && own.used === used),
  );

/** The nearer of two words; of equally near ones that with the same first letter, then the corpus's. */
function nearest(
  typed: string,
  ofCorpus: readonly Correction[],
  ofAdded: readonly Correction[],
): string | undefined {
  const word = typed.toLowerCase();
  const both = [ofCorpus, ofAdded].flatMap((all) => all.filter((one) => one.typed === typed));
  const [best] = both.toSorted(
    (a, b) =>
      editDistance(word, a.used) - editDistance(word, b.used) ||
      Number(b.used[0] === word[0]) - Number(a.used[0] === word[0]),
  );
  return best?.used;
}
