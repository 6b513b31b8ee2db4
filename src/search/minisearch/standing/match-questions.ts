import { packDocuments } from '../../../data/corpus/packed-documents.ts';
import { indexDocuments } from '../../index/index-documents.ts';
import { loadNames } from '../../names/authority.ts';
import { createSpellings } from '../../names/spellings.ts';
import type { Matched, MatchTask, StandingQuestion } from '../../standing.ts';
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
  byTextsAlone = false,
}: MatchTask & { names: string | undefined }): Matched[] {
  if (!names || names.of !== own) names = { of: own, list: loadNames(own) };
  const packed = packDocuments(documents);
  // Few documents don't show which words go together.
  const data = indexDocuments(packed, undefined, false);
  const open = () => openIndex(packed, data, names?.list ?? [], spellings);
  const index = open();
  if (pages.length > 0) index.setTexts(asReadTexts(textsInMemory(pages)));
  const records = byTextsAlone ? open() : undefined;
  return questions.flatMap((asked, question) => {
    const before = records && new Set(findingOf(records, asked).found);
    const { total, best } = match(index, asked, most, before);
    return total > 0 ? [{ question, total, best }] : [];
  });
}

/** @param without ordinals that aren't wanted */
function match(
  index: SearchIndex,
  asked: StandingQuestion,
  most: number,
  without: ReadonlySet<number> = new Set(),
): Pick<Matched, 'total' | 'best'> {
  const { finding, found: all } = findingOf(index, asked);
  const found = without.size > 0 ? all.filter((ordinal) => !without.has(ordinal)) : all;
  const best = bestOf(index, finding, found, most).map((ordinal) => ({
    id: index.documents.idAt(ordinal),
    score: finding.scores.at[ordinal] ?? 0,
  }));
  return { total: found.length, best };
}

/** As a search by relevance, without what is shown of its hits. */
function findingOf(index: SearchIndex, { text, filter, expandsNames }: StandingQuestion) {
  const finding = find(index, text.toWellFormed(), { corrects: false, expandsNames });
  return { finding, found: finding.ordinals.filter(passes(index.columns, filter)) };
}
