import { notice } from '../cards/notice.ts';
import { Refused } from '../interactions/channels.ts';
import type { Services } from '../interactions/command.ts';
import type { Logger } from '../log.ts';
import { type Repetition, repeat } from '../repeat.ts';
import type { Subscription } from '../store/tables/subscriptions.ts';
import { dayPostWords } from '../wording/daily-post.ts';
import { deliver } from './deliver.ts';
import { lastRun } from './schedule.ts';

/** How often it is looked whether a post is due. */
const EVERY_MS = 10_000;
/** Posts under way at once: Discord takes 50 requests a second from a bot. */
const AT_ONCE = 8;

/** Sends every post that is due, and notifies about every pause. Never rejects. */
export async function runDuePosts(
  services: Services,
  log: Logger,
  isStopping = () => false,
): Promise<void> {
  const failed = (guild: string) => (err: unknown) =>
    log.error({ err, guild }, 'the day’s post could not be sent; it is tried again');
  try {
    const queue = (await services.store.subscriptions.list()).values();
    const work = async () => {
      for (const subscription of queue) {
        if (isStopping()) return;
        await process(subscription, services).catch(failed(subscription.guild));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } catch (err) {
    log.error({ err }, 'the subscriptions could not be read');
  }
}

async function process(subscription: Subscription, services: Services): Promise<void> {
  const { paused, isNotified, setAt } = subscription;
  if (paused) return isNotified ? undefined : notifyPaused(subscription, services);
  const run = lastRun(subscription, services.now());
  // What was due before it was set was nobody's wish.
  if (run.at > setAt) await deliver(subscription, run, services);
}

/** Writes once to whoever set the daily post, if they accept direct messages. */
async function notifyPaused(
  { guild, channel, paused, setBy, setAt }: Subscription,
  { store, channels }: Services,
): Promise<void> {
  const words = dayPostWords.paused;
  const say = paused === 'gone' ? words.gone : words.forbidden;
  const nonce = `p${setAt.getTime()}-${guild.slice(-9)}`;
  // Whoever set it may have asked to be forgotten.
  if (setBy) {
    await channels
      .sendDirect(setBy, { embeds: [notice(words.title, say(`<#${channel}>`))] }, nonce)
      .catch((error) => {
        if (!(error instanceof Refused)) throw error;
      });
  }
  await store.subscriptions.markNotified(guild);
}

/** Runs due posts at intervals until it is stopped; one run ends before the next begins. */
export const startScheduler = (services: Services, log: Logger, everyMs = EVERY_MS): Repetition =>
  repeat((isStopping) => runDuePosts(services, log, isStopping), everyMs);
