import type { Document } from '../data/corpus/document.ts';
import type { Page } from '../data/texts/page.ts';
import type { Match, Matched, StandingQuestion } from '../search/standing.ts';
import { type Asked, CORPUS, documentsOf, type Scope } from './scopes.ts';

/** So many documents of a digest are kept, and shown. */
export const BEST = 10;
/**
 * So many documents are asked at a time: the more, the faster, but what they say must go to the thread
 * that asks them, and be fetched, so that nobody has to wait.
 */
const DOCUMENTS = 2500;
const FETCHED = 500;
/** As many pages of texts are read at a time. */
const PAGES = 1000;
/** Where texts are long, fewer documents are asked: about so many pages are held, some 20 MB. */
const MOST_PAGES = 10_000;

/** What watches ask, by their ids. */
export type Questions = readonly { id: string; question: StandingQuestion }[];

/**
 * Asks questions of some documents of a scope and of their texts.
 * @param byTextsAlone whether only what the records don't answer by themselves is wanted
 * @param tell is told of each question that finds any of the documents
 */
export async function findAmong(
  scope: Scope,
  ids: readonly string[],
  asked: Questions,
  byTextsAlone: boolean,
  services: Asked,
  match: Match,
  tell: (
    id: string,
    found: Pick<Matched, 'total'> & { best: { id: string; score: number }[] },
  ) => void,
): Promise<void> {
  if (asked.length === 0 || ids.length === 0) return;
  const questions = asked.map(({ question }) => question);
  const pagesEach = scope === CORPUS ? await pagesOfOne(services) : 0;
  const atOnce = Math.ceil(Math.min(DOCUMENTS, MOST_PAGES / pagesEach));
  for (let at = 0; at < ids.length; at += atOnce) {
    const documents = await fetch(scope, ids.slice(at, at + atOnce), services);
    const pages = pagesEach > 0 ? await textsOf(documents, services) : [];
    const task = { documents, pages, questions, most: BEST, byTextsAlone };
    for (const { question, total, best } of await match(task)) {
      const id = asked[question]?.id;
      if (id !== undefined) tell(id, { total, best: [...best] });
    }
  }
}

async function fetch(scope: Scope, ids: readonly string[], services: Asked): Promise<Document[]> {
  const documents: Document[] = [];
  for (let at = 0; at < ids.length; at += FETCHED) {
    documents.push(...(await documentsOf(scope, ids.slice(at, at + FETCHED), services)));
  }
  return documents;
}

/** How many pages a text has on average; 0 where there are none that can be read. */
async function pagesOfOne({ archive }: Asked): Promise<number> {
  const { documents, pages, unreadable } = await archive.textCoverage();
  return documents === 0 || unreadable ? 0 : pages / documents;
}

async function textsOf(
  documents: readonly Document[],
  { archive }: Asked,
): Promise<readonly Page[]> {
  const ids = documents.map(({ id }) => id);
  const texts: Page[] = [];
  for (let at = 0; at < ids.length; at += FETCHED) {
    const some = ids.slice(at, at + FETCHED);
    for (let offset = 0; ; offset += PAGES) {
      const { total, pages } = await archive.pagesOf(some, { offset, limit: PAGES });
      texts.push(...pages);
      if (offset + PAGES >= total) break;
    }
  }
  return texts;
}
