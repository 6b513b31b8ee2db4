import type { SerializedError } from '../../serialize-error.ts';
import type { SyncReport } from '../follow/report.ts';

/** Which sources to follow; everything that their thread needs to know, as plain data. */
export type FollowTask = {
  /** The file that lists them. */
  file: string;
  names: readonly string[];
  /** The corpus. */
  out: string;
  userAgent: string;
  environment: Readonly<Record<string, string | undefined>>;
};

/** What came of it; or what keeps all of them from being followed, as a sentence. */
export type FollowResult =
  | { report: SyncReport; errors: readonly SerializedError[] }
  | { refused: string };
