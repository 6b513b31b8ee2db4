import type { Match } from '../search/standing.ts';
import { findNews } from './find-news.ts';
import { type Asked, stateOf } from './scopes.ts';

/** So many watches are asked at a time. */
const WATCHES = 1000;

/**
 * Asks every watch of the changes that have ended since it was last asked, and enters what it has to
 * tell. Not to be called while texts are still being read.
 */
export async function askWatches(services: Asked, match: Match): Promise<void> {
  const { watches, digests, knownDocuments } = services.store;
  const until = await knownDocuments.lastChange();
  for (;;) {
    const behind = await watches.behind(until, WATCHES);
    const since = behind[0]?.seen;
    if (since === undefined) return;
    const asked = behind.filter(({ seen }) => seen === since);
    const states = new Map<string | undefined, string>();
    for (const { guild } of asked) {
      if (!states.has(guild)) states.set(guild, await stateOf(guild, services));
    }
    const found = await findNews(asked, { since, until }, services, match);
    const silent = asked.filter(({ id }) => !found.has(id)).map(({ id }) => id);
    await watches.advance(silent, since, until);
    for (const { id, guild } of asked) {
      const news = found.get(id);
      if (!news) continue;
      const asOf = states.get(guild);
      await digests.add(id, { since, until }, { ...news, asOf }, services.now());
    }
  }
}
