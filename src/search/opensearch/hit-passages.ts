import type { Document } from '../../data/corpus/document.ts';
import type { Hit } from '../hits.ts';
import { phrasesIn } from '../query/demanded-phrases.ts';
import { betterOf } from '../text/better-passage.ts';
import { documentSnippet } from '../text/document-snippet.ts';
import { termCounts } from '../text/term-counts.ts';
import type { Sought } from './find.ts';
import { columns, idIn, type PinnedIndex } from './pinned-index.ts';
import { HAS_TEXT, metInRecord } from './queries.ts';
import { textPassages } from './text-passages.ts';
import { asToken } from './tokens.ts';

type Asked = Pick<Sought, 'searched' | 'stems' | 'typed' | 'hasDemands' | 'worth' | 'worthInTexts'>;

/**
 * Why documents were found: a passage of the record where that answers as well as the text, and
 * otherwise the better of both.
 */
export async function passagesOf(
  index: PinnedIndex,
  sought: Asked,
  documents: readonly Document[],
): Promise<Pick<Hit, 'snippet' | 'page'>[]> {
  const { searched, stems, worth, worthInTexts } = sought;
  const ofRecord = documents.map((one) => ({ snippet: documentSnippet(one, worth) }));
  if (searched === 'records') return ofRecord;
  const texts = await lookInto(index, sought, documents);
  const lacking = documents.filter((document) => {
    const text = texts.get(document.id);
    if (!text) return false;
    const held = termCounts(document);
    const isInRecord = stems.every((stem) => held.has(stem) || !text.stems.has(stem));
    return !(text.isMetInRecord && isInRecord);
  });
  const phrases = phrasesIn(sought.typed);
  const ids = lacking.map(({ id }) => id);
  const ofTexts = await textPassages(index, ids, { worth: worthInTexts, phrases });
  return documents.map(({ id }, i) => {
    const [own = { snippet: [] }, other] = [ofRecord[i], ofTexts.get(id)];
    return other ? betterOf(own, other, texts.get(id)?.isMetInRecord ?? true, worthInTexts) : own;
  });
}

/** What a document's text holds of what is sought, and whether its record meets all demands. */
type Look = { stems: ReadonlySet<string>; isMetInRecord: boolean };

const MET = 'met';

async function lookInto(
  index: PinnedIndex,
  { searched, stems, typed, hasDemands }: Asked,
  documents: readonly Document[],
): Promise<Map<string, Look>> {
  if (documents.length === 0) return new Map();
  const sought = [...new Set(stems)];
  const held = sought.map((stem, i) => ({
    term: { text_stems: { value: asToken(stem), _name: String(i) } },
  }));
  const answer = await index.searchOnce({
    query: {
      bool: {
        filter: [{ terms: { id: documents.map(({ id }) => id) } }, HAS_TEXT],
        should: [...held, { bool: { filter: [metInRecord(typed)], _name: MET } }],
      },
    },
    size: documents.length,
    ...columns(),
  });
  return new Map(
    answer.hits.hits.map((hit) => {
      const matched = new Set(hit.matched_queries);
      const isMet = !hasDemands || matched.has(MET);
      const look = {
        stems: new Set(sought.filter((_, i) => matched.has(String(i)))),
        isMetInRecord: searched === 'both' && isMet,
      };
      return [idIn(hit), look];
    }),
  );
}
