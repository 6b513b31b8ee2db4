import type { Source } from '../kinds/kind.ts';
import type { Limits } from '../requests/limits.ts';

/** What to follow, and into which corpus. */
export type SyncRequest = {
  /** All sources there are. */
  sources: readonly Source[];
  /** Which of them to follow, by name; all if left out. */
  names?: readonly string[];
  /** The corpus. */
  out: string;
  /** The folder from which paths of sources start. */
  base: string;
  /** Says who asks, and how to reach them. */
  userAgent: string;
  /** Where keys are found. */
  environment: Readonly<Record<string, string | undefined>>;
  /** Whether a source that suddenly holds much less is believed. */
  acceptsLoss?: boolean;
  /** Whether all is asked for anew, and not only what has changed. */
  isFull?: boolean;
  limits?: Limits;
  /** Told which source is asked now; undefined while another process follows them. */
  progressed?(source: string | undefined): void;
  /** Told of an error that is none of the source's. */
  onError?(error: unknown, source: string): void;
};
