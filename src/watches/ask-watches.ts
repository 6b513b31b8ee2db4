import { isAddedId } from '../data/corpus/added-id.ts';
import type { Document } from '../data/corpus/document.ts';
import type { Page } from '../data/texts/page.ts';
import type { Match } from '../search/archive.ts';
import type { DigestNews } from '../store/tables/digests.ts';
import type { News } from '../store/tables/known-documents.ts';
import type { Watch } from '../store/tables/watches.ts';
import { toStanding, WatchQuestion } from './question.ts';
import { type Asked, CORPUS, documentsOf, type Scope } from './scopes.ts';

/** So many documents of a digest are kept, and shown. */
const BEST = 10;
/**
 * So many documents are asked at a time: the more, the faster, but what they say must go to the thread
 * that asks them, and be fetched, so that nobody has to wait.
 */
const DOCUMENTS = 2500;
const FETCHED = 500;
/** So many watches are asked at a time. */
const WATCHES = 1000;
/** As many pages of a text are read at a time. */
const PAGES = 200;

/** What a watch has found, with how well each of the best answers it. */
type Found = { total: number; changed: number; best: { id: string; score: number }[] };

/**
 * Asks every watch of the changes that have ended since it was last asked, and enters what it has to
 * tell. Nothing is asked while texts are still being read: what they say would be missed.
 */
export async function askWatches(services: Asked, match: Match): Promise<void> {
  const { watches, digests, knownDocuments } = services.store;
  if ((await services.archive.textCoverage()).pending !== undefined) return;
  const until = await knownDocuments.lastChange();
  for (;;) {
    const behind = await watches.behind(until, WATCHES);
    const since = behind[0]?.seen;
    if (since === undefined) return;
    const asked = behind.filter(({ seen }) => seen === since);
    const found = await findNews(asked, since, until, services, match);
    const silent = asked.filter(({ id }) => !found.has(id)).map(({ id }) => id);
    await watches.advance(silent, since, until);
    for (const [id, news] of found) {
      await digests.add(id, { since, until }, toDigest(news), services.now());
    }
  }
}

const toDigest = ({ total, changed, best }: Found): DigestNews => ({
  total,
  changed,
  documents: best.map(({ id }) => id),
});

/** What watches find among the news of all scopes that they cover. */
async function findNews(
  watches: readonly Watch[],
  since: number,
  until: number,
  services: Asked,
  match: Match,
): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>();
  const add = (kind: News) => (id: string, matched: Pick<Found, 'total' | 'best'>) =>
    found.set(id, joined(found.get(id), matched, kind));
  const ofGuild = Map.groupBy(watches, ({ guild }) => guild);
  for (const kind of ['new', 'changed'] as const) {
    const newsOf = (scope: Scope) => idsOf(kind, scope, since, until, services);
    const corpus = await newsOf(CORPUS);
    const [everyones, exported] = [corpus.filter((id) => !isAddedId(id)), corpus.filter(isAddedId)];
    await findAmong(CORPUS, everyones, asking(watches, kind), services, match, add(kind));
    for (const [guild, own] of ofGuild) {
      const asked = asking(own, kind);
      // What was added to a server and has come to the corpus since isn't new there.
      const told = guild ? await toldIn(guild, exported, services) : new Set<string>();
      const others = exported.filter((id) => !told.has(id));
      await findAmong(CORPUS, others, asked, services, match, add(kind));
      if (guild) await findAmong(guild, await newsOf(guild), asked, services, match, add(kind));
    }
  }
  return found;
}

/** Which of some ids were seen among a server's additions. */
async function toldIn(
  guild: string,
  ids: readonly string[],
  { store }: Asked,
): Promise<ReadonlySet<string>> {
  const told = new Set<string>();
  for (let at = 0; at < ids.length; at += FETCHED) {
    for (const id of await store.knownDocuments.among(guild, ids.slice(at, at + FETCHED))) {
      told.add(id);
    }
  }
  return told;
}

/** What is new, or has changed, in a scope; what is new has not changed besides. */
async function idsOf(
  kind: News,
  scope: Scope,
  since: number,
  until: number,
  { store }: Asked,
): Promise<string[]> {
  const news = await store.knownDocuments.newsBetween(scope, since, until);
  const fresh = new Set(news.filter((one) => one.news === 'new').map(({ id }) => id));
  const ids = new Set(news.map(({ id }) => id));
  return [...ids].filter((id) => fresh.has(id) === (kind === 'new'));
}

type Asking = { id: string; question: ReturnType<typeof toStanding> };

/** The watches that want to know. */
const asking = (watches: readonly Watch[], kind: News): Asking[] =>
  watches.flatMap(({ id, question }) => {
    const read = WatchQuestion.safeParse(question);
    const isAsked = read.success && (kind === 'new' || read.data.changes);
    return isAsked ? [{ id, question: toStanding(read.data) }] : [];
  });

function joined(
  before: Found | undefined,
  { total, best }: Pick<Found, 'total' | 'best'>,
  kind: News,
): Found {
  return {
    total: (before?.total ?? 0) + total,
    changed: (before?.changed ?? 0) + (kind === 'changed' ? total : 0),
    best: [...(before?.best ?? []), ...best].sort((a, b) => b.score - a.score).slice(0, BEST),
  };
}

/** @param tell is told of each question that finds any of the documents */
async function findAmong(
  scope: Scope,
  ids: readonly string[],
  asked: readonly Asking[],
  services: Asked,
  match: Match,
  tell: (id: string, found: Pick<Found, 'total' | 'best'>) => void,
): Promise<void> {
  if (asked.length === 0 || ids.length === 0) return;
  const questions = asked.map(({ question }) => question);
  for (let at = 0; at < ids.length; at += DOCUMENTS) {
    const documents = await fetch(scope, ids.slice(at, at + DOCUMENTS), services);
    const pages = scope === CORPUS ? await textsOf(documents, services) : [];
    for (const { question, total, best } of await match({
      documents,
      pages,
      questions,
      most: BEST,
    })) {
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

/** The texts of documents, where the archive has any. */
async function textsOf(
  documents: readonly Document[],
  { archive }: Asked,
): Promise<readonly Page[]> {
  const { documents: withText, unreadable } = await archive.textCoverage();
  if (withText === 0 || unreadable) return [];
  const texts: Page[] = [];
  for (const { id } of documents) {
    for (let offset = 0; ; offset += PAGES) {
      const { total, pages } = await archive.pages(id, { offset, limit: PAGES });
      texts.push(...pages);
      if (offset + PAGES >= total) break;
    }
  }
  return texts;
}
