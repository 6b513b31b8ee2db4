import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Fixity, fixityPath } from '../../data/corpus/fixity.ts';
import { holdLock, lockPath } from '../../data/corpus/hold-lock.ts';
import { readSidecar } from '../../data/corpus/read-sidecar.ts';
import { writeAtomically } from '../../data/corpus/write-atomically.ts';
import { pathsBeside } from '../../data/import/corpus-files.ts';
import { type Origins, readOrigins } from '../../data/import/origins-file.ts';
import { openSpool } from '../../data/import/spool.ts';
import type { Source } from '../kinds/kind.ts';
import { openRequests } from '../requests/open-requests.ts';
import { type Asked, askForSource } from './ask-for-source.ts';
import { mergeSources } from './merge-sources.ts';
import { nextState } from './next-state.ts';
import { rejectsFile } from './rejects-file.ts';
import type { SyncReport } from './report.ts';
import { asksForAll } from './schedule.ts';
import { formatState, readState, type SourcesState, statePath } from './state-file.ts';
import type { SyncRequest } from './sync-request.ts';

/**
 * Follows sources once, and writes what has changed into the corpus: whole or not at all. One that fails
 * leaves its documents as they are, and keeps no other from being written. What is kept for the next
 * time is written last, so that a process that is killed before only asks again.
 * @throws CorpusError if the corpus can't be read, UserError if it can't be written
 */
export async function sync(request: SyncRequest): Promise<SyncReport> {
  const { sources, names, out, progressed = () => {} } = request;
  await mkdir(dirname(out), { recursive: true });
  await using _following = await holdLock(lockPath(out, 'follow'), {
    onWait: () => progressed(undefined),
  });
  const state = await readState(out);
  const isWhole = await wholeness(out, state);
  await using temporary = await openFolder(out);
  await using spool = await openSpool(join(temporary.path, 'documents'));
  await using texts = await openSpool(join(temporary.path, 'texts'));
  await using rejectSpool = await openSpool(join(temporary.path, 'rejects'));
  const asked: Asked[] = [];
  for (const source of names ? sources.filter(({ name }) => names.includes(name)) : sources) {
    progressed(source.name);
    const known = state.sources.get(source.name);
    const now = new Date();
    const isForAll =
      (request.isFull ?? false) || asksForAll(source, known, isWhole(source.name), now);
    const alone = known?.notBefore && known.asks === source.asks ? new Date(known.notBefore) : null;
    const requests = openRequests(source.addresses, request.userAgent, request.limits, alone);
    const one = await askForSource(source, {
      ...request,
      watermark: isForAll ? null : known?.watermark,
      acceptsLoss: request.acceptsLoss ?? false,
      folder: join(temporary.path, `source-${asked.length}`),
      leftOut: new Set([out, statePath(out), ...pathsBeside(out)].map((path) => resolve(path))),
      requests,
      spool,
      texts,
      rejectSpool,
    });
    asked.push({ ...one, askedAt: now, isForAll, notBefore: requests.notBefore() });
  }
  const { reports, written, heirs } = await mergeSources(asked, state, request, { spool, texts });
  const after = {
    corpus: (await digestsOfCorpus(out))[0] ?? null,
    sources: nextState(asked, reports, state.sources, { isWhole, heirs }),
  };
  await writeAtomically([
    { path: statePath(out), content: formatState(after) },
    ...(await rejectsFile(out, asked, reports, rejectSpool)),
  ]);
  return { sources: reports, written, notes: noteOnOthers(sources, after.sources) };
}

/**
 * A folder beside the corpus for what is read, where as much room is needed as for the corpus itself.
 * What a process left there that was killed is taken away.
 */
async function openFolder(out: string): Promise<{ path: string } & AsyncDisposable> {
  const path = join(dirname(out), `.${basename(out)}.following`);
  const remove = () => rm(path, { recursive: true, force: true });
  await remove();
  await mkdir(path);
  return { path, [Symbol.asyncDispose]: remove };
}

/** What the corpus's own note says of its bytes, and of those before; none if there is no note. */
async function digestsOfCorpus(out: string): Promise<readonly string[]> {
  if (!existsSync(out)) return [];
  const { read } = await readSidecar(fixityPath(out), Fixity.array());
  return read.map(({ sha256 }) => sha256);
}

/**
 * Whether the corpus still has all that it had of a source, by the source's name. One that comes from
 * elsewhere, as from a copy of last week, may have as many documents and lack what changed since.
 */
async function wholeness(out: string, state: SourcesState): Promise<(name: string) => boolean> {
  if (state.sources.size === 0) return () => true;
  const digests = await digestsOfCorpus(out);
  if (state.corpus !== null) {
    if (digests[0] === state.corpus) return () => true;
    if (!digests.includes(state.corpus)) return () => false;
  }
  const held = new Map<string, number>();
  const { origins }: Pick<Origins, 'origins'> = existsSync(out)
    ? await readOrigins(out)
    : { origins: new Map() };
  for (const ofDocument of origins.values()) {
    for (const source of new Set(ofDocument.map((origin) => origin.source))) {
      if (source !== undefined) held.set(source, (held.get(source) ?? 0) + 1);
    }
  }
  return (name) => (held.get(name) ?? 0) >= (state.sources.get(name)?.outcome.documents ?? 0);
}

/** Sources that were followed once, and aren't among the sources any more. */
function noteOnOthers(
  sources: readonly Source[],
  known: SourcesState['sources'],
): readonly string[] {
  const names = new Set(sources.map(({ name }) => name));
  return [...known]
    .filter(([name, { outcome }]) => !names.has(name) && outcome.documents > 0)
    .map(
      ([name, { outcome }]) =>
        `“${name}” is no longer among the sources: its documents (${outcome.documents}) stay as they are.`,
    );
}
