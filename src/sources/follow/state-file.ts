import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { unreadable } from '../../data/corpus/problem.ts';
import { SourceFailure } from '../source-failure.ts';

/** Where it is written what came of following the sources of a corpus: beside the corpus. */
export const statePath = (corpus: string): string =>
  `${corpus.replace(/\.jsonl$/, '')}.sources.json`;

/** What came of following a source once. */
export const Outcome = z.object({
  added: z.int(),
  changed: z.int(),
  deleted: z.int(),
  /** Records and files that were not taken. */
  failed: z.int(),
  /** How many documents of the corpus the source holds. */
  documents: z.int(),
  /** Why it wasn't followed to its end; null if it was. */
  error: z.string().nullable(),
  /** A path in that, which isn't for everybody to see; left out for none. */
  errorPath: z.string().optional(),
});
export type Outcome = z.infer<typeof Outcome>;

const Moment = z.iso.datetime();

/** What is kept of a source from one time to the next. */
export const SourceState = z.object({
  kind: z.string(),
  /** What its settings asked for when the watermark was taken. */
  asks: z.string(),
  watermark: z.unknown(),
  /** When it was last asked, whatever came of it. */
  triedAt: Moment,
  /** When it was last followed to its end, and when all of it was asked for; null if never. */
  followedAt: Moment.nullable(),
  fullAt: Moment.nullable(),
  /** Before which the source wants to be left alone; null if it doesn't say so. */
  notBefore: Moment.nullable(),
  outcome: Outcome,
});
export type SourceState = z.infer<typeof SourceState>;

const StateFile = z.object({
  /** The digest of the corpus when this was written; null if there was none. */
  corpus: z.string().nullable(),
  sources: z.record(z.string(), SourceState),
});

/** What is known of the sources of a corpus. */
export type SourcesState = { corpus: string | null; sources: ReadonlyMap<string, SourceState> };

/**
 * Reads what is known of the sources; nothing if there is no file, or what can't be read: then all is
 * asked for anew.
 * @throws SourceFailure for a file that may not be read
 */
export async function readState(corpus: string): Promise<SourcesState> {
  const path = statePath(corpus);
  try {
    const read = StateFile.safeParse(JSON.parse(await readFile(path, 'utf8')));
    if (!read.success) return NOTHING;
    return { corpus: read.data.corpus, sources: new Map(Object.entries(read.data.sources)) };
  } catch (error) {
    if (error instanceof SyntaxError) return NOTHING;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NOTHING;
    throw new SourceFailure(`${path}: ${unreadable(error)}.`, { path });
  }
}

const NOTHING: SourcesState = { corpus: null, sources: new Map() };

/** The file's text. */
export const formatState = ({ corpus, sources }: SourcesState): string =>
  `${JSON.stringify({ corpus, sources: Object.fromEntries(sources) }, null, 2)}\n`;
