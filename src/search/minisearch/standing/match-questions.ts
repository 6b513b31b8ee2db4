import { packDocuments } from '../../../data/corpus/packed-documents.ts';
import type { Matched, MatchTask } from '../../archive.ts';
import { indexDocuments } from '../../index/index-documents.ts';
import { loadNames } from '../../names/authority.ts';
import { createSpellings } from '../../names/spellings.ts';
import { openEngine } from '../engine.ts';
import { openIndex } from '../search-index.ts';
import { textsInMemory } from '../texts/build-texts.ts';
import { asReadTexts } from '../texts/read-texts.ts';

const spellings = createSpellings();
let names: { of: string | undefined; list: ReturnType<typeof loadNames> } | undefined;

/**
 * Asks each of many questions of some documents alone, which are indexed for that. What a question
 * finds among them is what it finds of them in the archive that they belong to.
 */
export async function matchQuestions({
  names: own,
  documents,
  pages,
  questions,
  most,
}: MatchTask & { names: string | undefined }): Promise<Matched[]> {
  if (!names || names.of !== own) names = { of: own, list: loadNames(own) };
  const packed = packDocuments(documents);
  const index = openIndex(packed, indexDocuments(packed), names.list, spellings);
  if (pages.length > 0) index.setTexts(asReadTexts(textsInMemory(pages)));
  const engine = openEngine(index);
  const matched: Matched[] = [];
  for (const [at, question] of questions.entries()) {
    const { total, hits } = await engine.search({
      ...question,
      corrects: false,
      sort: 'relevance',
      offset: 0,
      limit: most,
    });
    if (total > 0) {
      const best = hits.map(({ document, score }) => ({ id: document.id, score }));
      matched.push({ question: at, total, best });
    }
  }
  return matched;
}
