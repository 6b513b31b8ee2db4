import { isAddedId } from '../data/corpus/added-id.ts';
import type { Match } from '../search/standing.ts';
import type { DigestNews } from '../store/tables/digests.ts';
import type { News } from '../store/tables/known-documents.ts';
import type { Watch } from '../store/tables/watches.ts';
import { BEST, findAmong, type Questions } from './find-among.ts';
import { toStanding, WatchQuestion } from './question.ts';
import { type Asked, CORPUS, type Scope, TEXTS } from './scopes.ts';

/** The changes of the archive after one, and up to another. */
export type Changes = { since: number; until: number };

/** What a watch has found, with how well each of the best answers it. */
type Found = { total: number; changed: number; best: { id: string; score: number }[] };

/** So many ids are looked for at a time. */
const AT_A_TIME = 500;

/**
 * What watches find among the news of all scopes that they cover and that are still there.
 * @param withAdditions whether that of their servers is among it
 * @param among only these documents are asked for, if they are given
 * @returns by the watch's id; nothing for one that finds none
 */
export async function findNews(
  watches: readonly Watch[],
  changes: Changes,
  services: Asked,
  match: Match,
  { withAdditions = true, among }: { withAdditions?: boolean; among?: ReadonlySet<string> } = {},
): Promise<ReadonlyMap<string, DigestNews>> {
  const found = new Map<string, Found>();
  const find = (
    scope: Scope,
    ids: readonly string[],
    asked: Questions,
    as: News,
    byTexts = false,
  ) =>
    findAmong(scope, ids, asked, byTexts, services, match, (id, matched) =>
      found.set(id, joined(found.get(id), matched, as)),
    );
  const newsOf = (scope: Scope) => newsIn(scope, changes, services, among);
  const ofGuild = Map.groupBy(watches, ({ guild }) => guild);
  const ofCorpus = await newsOf(CORPUS);
  const added = new Map<Scope, Record<News, string[]>>();
  for (const guild of ofGuild.keys()) {
    if (guild && withAdditions) added.set(guild, await newsOf(guild));
  }
  for (const kind of ['new', 'changed'] as const) {
    const corpus = ofCorpus[kind];
    const [everyones, exported] = [corpus.filter((id) => !isAddedId(id)), corpus.filter(isAddedId)];
    await find(CORPUS, everyones, asking(watches, kind), kind);
    for (const [guild, own] of ofGuild) {
      const asked = asking(own, kind);
      // What was added to a server and has come to the corpus since isn't new there.
      const told = guild ? await toldIn(guild, exported, services) : new Set<string>();
      const others = exported.filter((id) => !told.has(id));
      await find(CORPUS, others, asked, kind);
      if (guild) await find(guild, added.get(guild)?.[kind] ?? [], asked, kind);
    }
  }
  // A record that was known has got a text: it is new to whoever it answers only now.
  const texts = without((await newsOf(TEXTS)).new, ofCorpus.new);
  const [toldOfChanges, others] = [asking(watches, 'changed'), asking(watches, 'new', false)];
  await find(CORPUS, without(texts, ofCorpus.changed), toldOfChanges, 'changed');
  await find(CORPUS, texts, others, 'new', true);
  return new Map([...found].map(([id, one]) => [id, toNews(one)]));
}

const without = (ids: readonly string[], others: readonly string[]): string[] => {
  const left = new Set(ids).difference(new Set(others));
  return [...left];
};

const toNews = ({ total, changed, best }: Found): DigestNews => ({
  total,
  changed,
  documents: best.map(({ id }) => id),
});

/** Which of some ids were seen among a server's additions. */
async function toldIn(
  guild: string,
  ids: readonly string[],
  { store }: Asked,
): Promise<ReadonlySet<string>> {
  const told = new Set<string>();
  for (let at = 0; at < ids.length; at += AT_A_TIME) {
    for (const id of await store.knownDocuments.among(guild, ids.slice(at, at + AT_A_TIME))) {
      told.add(id);
    }
  }
  return told;
}

/** What is new and what has changed in a scope; what is new has not changed besides. */
async function newsIn(
  scope: Scope,
  { since, until }: Changes,
  { store }: Asked,
  among: ReadonlySet<string> | undefined,
): Promise<Record<News, string[]>> {
  const all = await store.knownDocuments.newsBetween(scope, since, until);
  const news = among ? all.filter(({ id }) => among.has(id)) : all;
  const fresh = new Set(news.filter((one) => one.news === 'new').map(({ id }) => id));
  const ids = [...new Set(news.map(({ id }) => id))];
  return {
    new: ids.filter((id) => fresh.has(id)),
    changed: ids.filter((id) => !fresh.has(id)),
  };
}

/**
 * The watches that want to know.
 * @param changes whether those are among them that want to know of changes, too
 */
const asking = (watches: readonly Watch[], kind: News, changes = true): Questions =>
  watches.flatMap(({ id, question }) => {
    const read = WatchQuestion.safeParse(question);
    const isAsked = read.success && (read.data.changes ? changes : kind === 'new');
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
