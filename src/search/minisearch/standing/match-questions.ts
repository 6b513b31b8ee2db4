import { packDocuments } from '../../../data/corpus/packed-documents.ts';
import type { Matched, MatchTask, StandingQuestion } from '../../archive.ts';
import { indexDocuments } from '../../index/index-documents.ts';
import { loadNames } from '../../names/authority.ts';
import { createSpellings } from '../../names/spellings.ts';
import { passes } from '../filter.ts';
import { find } from '../find.ts';
import { bestOf } from '../rank.ts';
import { openIndex, type SearchIndex } from '../search-index.ts';
import { textsInMemory } from '../texts/build-texts.ts';
import { asReadTexts } from '../texts/read-texts.ts';

const spellings = createSpellings();
let names: { of: string | undefined; list: ReturnType<typeof loadNames> } | undefined;

/**
 * Asks each of many questions of some documents alone, which are indexed for that. What a question
 * finds among them is what it finds of them in the archive that they belong to.
 */
export function matchQuestions({
  names: own,
  documents,
  pages,
  questions,
  most,
}: MatchTask & { names: string | undefined }): Matched[] {
  if (!names || names.of !== own) names = { of: own, list: loadNames(own) };
  const packed = packDocuments(documents);
  // Few documents don't show which words go together.
  const index = openIndex(packed, indexDocuments(packed, undefined, false), names.list, spellings);
  if (pages.length > 0) index.setTexts(asReadTexts(textsInMemory(pages)));
  return questions.flatMap((asked, question) => {
    const { total, best } = match(index, asked, most);
    return total > 0 ? [{ question, total, best }] : [];
  });
}

/** As a search by relevance, without what is shown of its hits. */
function match(
  index: SearchIndex,
  { text, filter, expandsNames }: StandingQuestion,
  most: number,
): Pick<Matched, 'total' | 'best'> {
  const finding = find(index, text.toWellFormed(), { corrects: false, expandsNames });
  const found = finding.ordinals.filter(passes(index.columns, filter));
  const best = bestOf(index, finding, found, most).map((ordinal) => ({
    id: index.documents.idAt(ordinal),
    score: finding.scores.at[ordinal] ?? 0,
  }));
  return { total: found.length, best };
}
