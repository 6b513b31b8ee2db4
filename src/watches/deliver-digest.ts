import { Outage } from '../errors.ts';
import type { Channels } from '../interactions/channels.ts';
import type { Services } from '../interactions/command.ts';
import { LEASE_MS, postOnce } from '../interactions/post-once.ts';
import type { Match } from '../search/standing.ts';
import type { Digest, DigestNews } from '../store/tables/digests.ts';
import type { Watch } from '../store/tables/watches.ts';
import { digestCard, stopButton } from './digest-card.ts';
import { findNews } from './find-news.ts';
import { WatchQuestion } from './question.ts';
import { stateOf } from './scopes.ts';

/**
 * Sends a digest once, whenever a process dies: it is claimed in the database first. Where Discord
 * refuses it, its watch is paused.
 * @throws what Discord answers, if it is neither an answer nor a refusal: then it is tried again
 */
export async function deliverDigest(id: string, services: Services, match: Match): Promise<void> {
  const { digests, watches, views } = services.store;
  const { channels } = services;
  const claim = await digests.claim(id, LEASE_MS);
  const watch = claim && (await watches.find(claim.watch));
  if (!watch) return;
  const { owner, channel, guild } = watch;
  const outcome = await postOnce(
    claim,
    {
      channel: async () => channel ?? channels.directOf(owner),
      since: claim.madeAt,
      meant: { button: stopButton(claim) },
      nonce: `w${claim.id}`,
      async compose() {
        const { data: question } = WatchQuestion.safeParse(watch.question);
        if (!question) return 'empty';
        const reach = await reachOf(watch, channels);
        const news = await newsNow(claim, watch, reach, services, match);
        const ids = news.documents;
        const documents = await services.archiveIn(reach).documents(ids);
        if (documents.length === 0) return 'empty';
        // In a conversation, the corpus is all there is.
        const here = new Set(await services.archiveIn(channel && guild).loaded(ids));
        const openable = documents.filter((document) => here.has(document.id));
        const others = documents.filter((document) => !here.has(document.id));
        const createdAt = services.now();
        const kept = { command: 'watch', input: question, owner, createdAt };
        const view = await views.save(kept, claim.id);
        const shown = [...openable, ...others];
        return digestCard({ ...claim, news }, watch, question, shown, openable.length, view);
      },
    },
    channels,
  );
  if (outcome.kind === 'posted') await digests.finish(claim, 'posted', outcome.posted);
  else if (outcome.kind === 'ended') await digests.finish(claim, outcome.end);
  else if (outcome.kind === 'again') {
    await digests.release(claim, outcome.pauseMs);
    if (outcome.error) throw outcome.error;
  } else {
    // First: whoever dies in between leaves a watch that is paused, and not one that fails silently.
    await watches.pause(watch.id, outcome.refusal.why);
    await digests.finish(claim, 'refused');
  }
}

/**
 * What a digest has to tell by now: what was taken back since, or its reader may not see any more, is
 * no news.
 * @throws Outage while texts are being read, without which it can't be told
 */
async function newsNow(
  { news, since, until }: Digest,
  watch: Watch,
  reach: string | undefined,
  services: Services,
  match: Match,
): Promise<DigestNews> {
  const isAsItWas = reach === watch.guild && news.asOf === (await stateOf(reach, services));
  if (isAsItWas) return news;
  const { pending, unreadable } = await services.archive.textCoverage();
  // What was counted when texts could be read is nearer to the truth than what is without them.
  if (unreadable && reach === watch.guild) return news;
  if (pending !== undefined || unreadable) {
    throw new Outage('What is new is counted once texts have been read.');
  }
  const found = await findNews([watch], { since, until }, services, match, {
    withAdditions: reach !== undefined,
    // Nothing has been added to what was new then: where all of it is known by name, nothing else is asked.
    ...(news.total === news.documents.length && { among: new Set(news.documents) }),
  });
  return found.get(watch.id) ?? { total: 0, changed: 0, documents: [] };
}

/** What was added to a server is only for those who are in it, wherever they are told. */
async function reachOf(
  { guild, channel, owner }: Watch,
  channels: Channels,
): Promise<string | undefined> {
  if (!guild || channel) return guild;
  return (await channels.isMember(guild, owner)) ? guild : undefined;
}
