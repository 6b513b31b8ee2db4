import type { Document } from '../data/corpus/document.ts';
import { type Content, contentOf } from '../data/corpus/fingerprint.ts';
import type { Services } from '../interactions/command.ts';

/** What changes by itself: the corpus, or the additions of a server, by its id. */
export type Scope = string;
export const CORPUS: Scope = '';

type Asked = Pick<Services, 'archive' | 'store'>;

/** Other once a scope has changed; of the corpus, whenever it was read anew. */
export async function versionOf(scope: Scope, { archive, store }: Asked): Promise<string> {
  if (scope !== CORPUS) return String(await store.additions.version(scope));
  return (await archive.summary()).readAt.toISOString();
}

/** What everything in a scope says, at most so many at a time. */
export async function* contentsOf(
  scope: Scope,
  { archive, store }: Asked,
  most: number,
): AsyncGenerator<readonly Content[]> {
  if (scope === CORPUS) {
    for (let after: string | undefined; ; ) {
      const contents = await archive.contents(after, most);
      if (contents.length > 0) yield contents;
      if (contents.length < most) return;
      after = contents.at(-1)?.id;
    }
  }
  for await (const documents of additionsOf(scope, store, most)) yield documents.map(contentOf);
}

/** The documents of these ids that a scope has now. */
export async function documentsOf(
  scope: Scope,
  ids: readonly string[],
  { archive, store }: Asked,
): Promise<readonly Document[]> {
  if (scope === CORPUS) return archive.documents(ids);
  const wanted = new Set(ids);
  const found: Document[] = [];
  for await (const documents of additionsOf(scope, store, AT_ONCE)) {
    found.push(...documents.filter(({ id }) => wanted.has(id)));
    if (found.length === wanted.size) break;
  }
  return found;
}

const AT_ONCE = 500;

async function* additionsOf(
  guild: string,
  { additions }: Services['store'],
  most: number,
): AsyncGenerator<Document[]> {
  let after: Parameters<typeof additions.documents>[1];
  for (;;) {
    const rows = await additions.documents(guild, after, most);
    if (rows.length > 0) yield rows.map(({ json }): Document => JSON.parse(json));
    if (rows.length < most) return;
    after = rows.at(-1)?.position;
  }
}
