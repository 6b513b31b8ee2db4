import { SourceFailure } from '../source-failure.ts';
import type { Asked } from './ask-for-source.ts';
import type { SourceReport } from './report.ts';
import type { SourceState, SourcesState } from './state-file.ts';

/**
 * What is kept of all sources after some were followed. A failure leaves the watermark as it was.
 * @param isWhole whether the corpus had all of a source before; where it hadn't, all is asked for until
 *   that has come
 * @param heirs sources of which all is asked for the next time
 */
export function nextState(
  asked: readonly Asked[],
  reports: readonly SourceReport[],
  before: SourcesState['sources'],
  { isWhole, heirs }: { isWhole: (name: string) => boolean; heirs: ReadonlySet<string> },
): SourcesState['sources'] {
  const after = new Map(
    [...before].map(([name, state]) => [
      name,
      isWhole(name) ? state : { ...state, watermark: null },
    ]),
  );
  for (const [at, one] of asked.entries()) {
    const report = reports[at];
    if (report) after.set(one.source.name, stateAfter(one, report, after.get(one.source.name)));
  }
  return withoutWatermarks(after, heirs);
}

/** The same, but all is asked for of the sources named the next time. */
export function withoutWatermarks(
  sources: SourcesState['sources'],
  names: ReadonlySet<string>,
): SourcesState['sources'] {
  return new Map(
    [...sources].map(([name, state]) => [
      name,
      names.has(name) ? { ...state, watermark: null } : state,
    ]),
  );
}

function stateAfter(
  { source, askedAt, isForAll, notBefore, result }: Asked,
  { added, changed, deleted, failed, documents, error, errorPath }: SourceReport,
  before: SourceState | undefined,
): SourceState {
  const outcome = {
    added,
    changed,
    deleted,
    failed,
    documents,
    error,
    ...(errorPath !== undefined && { errorPath }),
  };
  const triedAt = askedAt.toISOString();
  const alone = notBefore?.toISOString() ?? null;
  const tried = { kind: source.kind, triedAt, notBefore: alone, outcome };
  if (result instanceof SourceFailure || error !== null) {
    return {
      asks: before?.asks ?? source.asks,
      watermark: before?.watermark ?? null,
      followedAt: before?.followedAt ?? null,
      fullAt: before?.fullAt ?? null,
      ...tried,
    };
  }
  return {
    ...tried,
    asks: source.asks,
    watermark: result.watermark,
    followedAt: triedAt,
    fullAt: isForAll ? triedAt : (before?.fullAt ?? triedAt),
  };
}
