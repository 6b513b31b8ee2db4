import { Gauge, type Registry } from 'prom-client';
import type { Logger } from '../log.ts';
import type { Archive } from '../search/archive.ts';
import type { Store } from '../store/store.ts';
import { SUBSCRIPTION_STATES, subscriptionState } from './subscription-state.ts';
import { within } from './within.ts';

/** How long counting may take; what isn't there by then is missing from the page. */
const COUNT_WITHIN_MS = 5000;

/** What isn't measured as it happens but counted when somebody asks. */
export type Figures = {
  /** From now on: how many documents there are, and how long ago they were read. */
  watchCorpus(archive: () => Archive): void;
  /** From now on: how many subscriptions are due, posted, late and so on. */
  watchSubscriptions(store: Pick<Store, 'subscriptions' | 'dayPosts'>): void;
  /** Counts all of it anew. Never rejects. */
  count(): Promise<void>;
};

export function createFigures(registry: Registry, log: Logger): Figures {
  const registers = [registry];
  const counts: (() => Promise<void>)[] = [];
  let underWay: Promise<unknown> | undefined;

  return {
    watchCorpus(archive) {
      const documents = new Gauge({
        name: 'reading_room_corpus_documents',
        help: 'Documents in the corpus.',
        registers,
      });
      const age = new Gauge({
        name: 'reading_room_corpus_age_seconds',
        help: 'Time since the corpus was read.',
        registers,
      });
      counts.push(async () => {
        documents.remove();
        age.remove();
        const summary = await archive().summary();
        documents.set(summary.documents);
        age.set((Date.now() - summary.readAt.getTime()) / 1000);
      });
    },

    watchSubscriptions({ subscriptions, dayPosts }) {
      const gauge = new Gauge({
        name: 'reading_room_subscriptions',
        help: 'Subscriptions to the day’s post, by what has become of the last one. due: its time has come; late: the same for over five minutes, or skipped because the bot was away.',
        labelNames: ['state'],
        registers,
      });
      counts.push(async () => {
        gauge.reset();
        const [all, last] = await Promise.all([subscriptions.list(), dayPosts.lastOfEach()]);
        for (const state of SUBSCRIPTION_STATES) gauge.set({ state }, 0);
        const now = new Date();
        for (const one of all)
          gauge.inc({ state: subscriptionState(one, last.get(one.guild), now) });
      });
    },

    async count() {
      underWay ??= Promise.all(
        counts.map((count) =>
          count().catch((err) => log.warn({ err }, 'A page of metrics lacks some figures.')),
        ),
      ).finally(() => {
        underWay = undefined;
      });
      await within(underWay, COUNT_WITHIN_MS, undefined);
    },
  };
}
