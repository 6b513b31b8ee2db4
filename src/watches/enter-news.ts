import { type Content, contentOf } from '../data/corpus/fingerprint.ts';
import type { News } from '../store/tables/known-documents.ts';
import {
  type Asked,
  CORPUS,
  contentsOf,
  documentsOf,
  type Scope,
  TEXTS,
  versionOf,
} from './scopes.ts';

/** As many as SQLite is told at a time without keeping others waiting, in documents. */
const AT_ONCE = 500;

/** Which version of each scope has been entered by this process, by where it was entered. */
const entered = new WeakMap<object, Map<Scope, string>>();

/**
 * Enters what the corpus, its texts and the additions of some servers hold and nobody has seen before.
 * Texts come first: what they are of was known before if it was entered with an earlier state.
 * Not to be called while texts are still being read.
 */
export async function enterAllNews(guilds: readonly string[], services: Asked): Promise<void> {
  const { unreadable } = await services.archive.textCoverage();
  if (!unreadable) await enterNews(TEXTS, services);
  for (const scope of [CORPUS, ...guilds]) await enterNews(scope, services);
}

/**
 * Enters what a scope holds and nobody has seen before, as one change; nothing, if it is as it was when
 * this process last looked. What is there when a scope is first looked through is no news.
 */
async function enterNews(scope: Scope, services: Asked): Promise<void> {
  const { knownDocuments } = services.store;
  const versions = entered.get(knownDocuments) ?? new Map<Scope, string>();
  entered.set(knownDocuments, versions);
  const version = await versionOf(scope, services);
  if (versions.get(scope) === version) return;
  const isBegun = await knownDocuments.isBegun(scope);
  for await (const contents of contentsOf(scope, services, AT_ONCE)) {
    const lacking = await knownDocuments.lacking(scope, contents);
    await knownDocuments.add(scope, isBegun ? await withNews(scope, lacking, services) : lacking);
  }
  await knownDocuments.endChange(scope, services.now());
  versions.set(scope, version);
}

/** What hasn't been seen so, with what is new in it. */
async function withNews(
  scope: Scope,
  lacking: readonly Content[],
  services: Asked,
): Promise<(Content & { news?: News | undefined })[]> {
  if (lacking.length === 0) return [];
  const ids = lacking.map(({ id }) => id);
  const { among } = services.store.knownDocuments;
  // The text of a record that is new itself comes with it.
  if (scope === TEXTS) {
    const records = await among(CORPUS, ids);
    return lacking.map((one) => (records.has(one.id) ? { ...one, news: 'new' } : one));
  }
  const known = await among(scope, ids);
  const moved = await renamed(scope, lacking, services);
  return lacking.map((one) => {
    if (moved.has(one.content)) return one;
    return { ...one, news: known.has(one.id) ? 'changed' : 'new' };
  });
}

/**
 * The contents that were known by ids that no longer say so: an import has given the same records others.
 */
async function renamed(
  scope: Scope,
  lacking: readonly Content[],
  services: Asked,
): Promise<ReadonlySet<string>> {
  const contents = lacking.map(({ content }) => content);
  const known = await services.store.knownDocuments.sayingSame(scope, contents);
  if (known.length === 0) return new Set();
  const holders = await documentsOf(
    scope,
    known.map(({ id }) => id),
    services,
  );
  const now = new Map(holders.map(contentOf).map(({ id, content }) => [id, content]));
  return new Set(
    known.filter(({ id, content }) => now.get(id) !== content).map(({ content }) => content),
  );
}
