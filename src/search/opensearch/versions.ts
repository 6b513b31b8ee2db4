import { randomBytes } from 'node:crypto';
import type { Cluster } from './cluster.ts';

/** How many documents have a text, and how many pages and words these have. */
export type TextCounts = { documents: number; pages: number; words: number };

/** What an index says of itself once it is whole. */
export type VersionMeta = {
  /** A digest of all that decides what is indexed how. */
  settings: string;
  documents: number;
  shards: number;
  /** How many different terms documents hold on average, as their weights were worked out with it. */
  meanLength: number;
  /** What has a text, and how many different words texts have on average, as for documents. */
  texts: TextCounts & { meanLength: number };
  /** How many directions the vectors have; 0 where there are none. */
  width: number;
  /** How many documents have changed since the directions were learned, at most. */
  later: number;
  /** A digest of what stands beside the documents. */
  beside: string;
  /** When the corpus was read, and when the index took the place of the one before it. */
  readAt: string;
  loadedAt: string;
};

/** A corpus as it was loaded once: an index of documents, one of their pages and one of words. */
export type Version = { index: string; meta: VersionMeta };

/** The name of the index of words that belongs to one of documents. */
export const wordsOf = (index: string): string => `${index}-words`;

/** The name of the index of pages that belongs to one of documents. */
export const pagesOf = (index: string): string => `${index}-pages`;

/** Under which a page is kept there. */
export const pageId = (document: string, page: number): string => `${document}/${page}`;

/** All indices of a version. */
export const indicesOf = (index: string): string[] => [index, wordsOf(index), pagesOf(index)];

/** The name of the index in which documents are changed before they are copied to their own. */
export const draftOf = (index: string): string => `${index}-draft`;

/**
 * What documents are sent to while an index is being loaded: an alias, so that a load whose index has
 * been removed is refused, where OpenSearch would make an index by itself.
 */
export const entryTo = (index: string): string => `${index}-entry`;

/** A name that no other load gives; later ones come later by the alphabet. */
export function newIndexName(alias: string, now: Date): string {
  const moment = now.toISOString().replace(/\D/g, '').slice(0, 14);
  return `${alias}-${moment}-${randomBytes(4).toString('hex')}`;
}

/**
 * What is in use under an alias; undefined if nothing has been loaded. Where two loads have left it on
 * two, that is the later one.
 */
export async function currentVersion(
  cluster: Cluster,
  alias: string,
): Promise<Version | undefined> {
  const found = await cluster.find<Mappings>({
    method: 'GET',
    path: `/${encodeURIComponent(alias)}/_mapping`,
  });
  const versions = Object.entries(found ?? {}).flatMap(
    ([
      index,
      {
        mappings: { _meta },
      },
    ]) => (_meta ? { index, meta: _meta } : []),
  );
  return versions.sort((a, b) => (a.meta.loadedAt < b.meta.loadedAt ? 1 : -1))[0];
}

type Mappings = Record<string, { mappings: { _meta?: VersionMeta } }>;

/** Every index that loads under an alias have made, whole or not. */
async function allIndices(
  cluster: Cluster,
  alias: string,
): Promise<{ index: string; meta: VersionMeta | undefined }[]> {
  const found = await cluster.find<Mappings>({
    method: 'GET',
    path: `/${encodeURIComponent(alias)}-*/_mapping`,
  });
  const own = new RegExp(
    `^${alias.replace(/[.+]/g, '\\$&')}-\\d{14}-[0-9a-f]{8}(?:-words|-pages|-draft)?$`,
  );
  return Object.entries(found ?? {})
    .filter(([index]) => own.test(index))
    .map(([index, { mappings }]) => ({ index, meta: mappings._meta }));
}

/** A busy cluster takes up to a minute for a change of what it consists of, and says then that it failed. */
export const CHANGED_WITHIN_MS = 120_000;

/** Says that an index is whole. */
export const finish = (cluster: Cluster, index: string, meta: VersionMeta) =>
  cluster.ask({
    method: 'PUT',
    path: `/${index}/_mapping`,
    body: { _meta: meta },
    timeoutMs: CHANGED_WITHIN_MS,
  });

/**
 * Puts a version in the place of whatever was in use: at one moment for everybody. What another load
 * has put there meanwhile is replaced, too.
 */
const swapTo = (cluster: Cluster, alias: string, index: string) =>
  cluster.ask({
    method: 'POST',
    path: '/_aliases',
    body: {
      actions: [
        { remove: { index: `${alias}-*`, alias } },
        { add: { index, alias, is_write_index: false } },
        ...indicesOf(index).map((own) => ({
          remove: { index: own, alias: entryTo(own) },
        })),
      ],
    },
    timeoutMs: CHANGED_WITHIN_MS,
  });

/**
 * Puts a version into use. An answer that is lost says nothing of what was done, so that is looked up.
 * @throws ArchiveUnreachable where it isn't known to be in use; it may be all the same, so it stays
 */
export async function putIntoUse(cluster: Cluster, alias: string, index: string): Promise<void> {
  try {
    await swapTo(cluster, alias, index);
  } catch (error) {
    const current = await currentVersion(cluster, alias).catch(() => undefined);
    if (current?.index !== index) throw error;
  }
}

export async function remove(cluster: Cluster, indices: readonly string[]): Promise<void> {
  for (const index of indices)
    await cluster.find({ method: 'DELETE', path: `/${index}`, timeoutMs: CHANGED_WITHIN_MS });
}

/** Longer than any interaction goes on with the version that it began with. */
const RETIRED_AFTER_MS = 60_000;

/**
 * Removes what nobody reads: loads that were broken off, and versions that another has replaced for a
 * while.
 */
export async function clearUp(
  cluster: Cluster,
  alias: string,
  current: Version | undefined,
  now: Date,
): Promise<void> {
  const loadedAt = current ? Date.parse(current.meta.loadedAt) : 0;
  const isRetired = now.getTime() - loadedAt > RETIRED_AFTER_MS;
  const all = await allIndices(cluster, alias);
  const whole = new Set(all.filter(({ meta }) => meta).map(({ index }) => index));
  const base = (index: string) => index.replace(/-(?:words|pages|draft)$/, '');
  const unread = all
    .map(({ index }) => index)
    .filter((index) => base(index) !== current?.index)
    .filter((index) => isRetired || !whole.has(base(index)));
  await remove(cluster, unread);
}
