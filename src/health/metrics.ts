import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Observe } from '../discord/observe.ts';
import type { Logger } from '../log.ts';
import { createFigures, type Figures } from './figures.ts';
import type { Timing } from './timed.ts';

/** Seconds. An answer is put off after 1.5, and Discord waits for 3. */
const INTERACTION_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 3, 5, 10];
const ARCHIVE_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const STORE_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10];

export type Metrics = Pick<Figures, 'watchCorpus' | 'watchSubscriptions'> & {
  interaction: Observe;
  archive: Timing;
  store: Timing;
  /** A page in Prometheus' text format, with its media type. */
  page(): Promise<{ type: string; text: string }>;
};

/**
 * Keeps the bot's figures and the process' own, the event loop's delay among them. Labels are names of
 * commands, methods and states; nothing that a person types is one, so their number is bounded.
 * @see https://prometheus.io/docs/practices/naming/
 */
export function createMetrics(log: Logger): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const figures = createFigures(registry, log);

  const interactions = new Histogram({
    name: 'reading_room_interaction_duration_seconds',
    help: 'Interactions, from their arrival to the answer. Outcomes: answered; refused (the person was told what to change); failed (an apology); unsent (no answer reached Discord in time).',
    labelNames: ['command', 'kind', 'outcome'],
    buckets: INTERACTION_BUCKETS,
    registers,
  });
  const archive = new Histogram({
    name: 'reading_room_archive_duration_seconds',
    help: 'Questions to the archive, by method.',
    labelNames: ['method', 'outcome'],
    buckets: ARCHIVE_BUCKETS,
    registers,
  });
  const store = new Histogram({
    name: 'reading_room_store_duration_seconds',
    help: 'Questions to the store, by table and method.',
    labelNames: ['method', 'outcome'],
    buckets: STORE_BUCKETS,
    registers,
  });

  return {
    ...figures,
    interaction: ({ seconds, ...labels }) => interactions.observe(labels, seconds),
    archive: (method, seconds, outcome) => archive.observe({ method, outcome }, seconds),
    store: (method, seconds, outcome) => store.observe({ method, outcome }, seconds),
    async page() {
      await figures.count();
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
