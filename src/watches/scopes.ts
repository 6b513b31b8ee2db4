import type { Document } from '../data/corpus/document.ts';
import { type Content, contentOf } from '../data/corpus/fingerprint.ts';
import type { Services } from '../interactions/command.ts';

/** What changes by itself: the corpus, which of its documents have a text, or a server's additions, by its id. */
export type Scope = string;
export const CORPUS: Scope = '';
/** No server has such an id. */
export const TEXTS: Scope = 'texts';

/** `archive` is the corpus alone. */
export type Asked = Pick<Services, 'archive' | 'archiveIn' | 'store' | 'now'>;

/** The same services, with one state of the corpus: what is asked together is answered alike. */
export const withCorpus = <Given extends Asked>(services: Given): Given => ({
  ...services,
  archive: services.archiveIn(undefined),
});

/** Whether texts are still being read: what they say would be missed, and be news once they are. */
export const areTextsPending = async ({ archive }: Pick<Asked, 'archive'>): Promise<boolean> =>
  (await archive.textCoverage()).pending !== undefined;

/** Other once a scope has changed; of the corpus and its texts, whenever they were read anew. */
export async function versionOf(scope: Scope, { archive, store }: Asked): Promise<string> {
  if (scope !== CORPUS && scope !== TEXTS) return String(await store.additions.version(scope));
  const readAt = (await archive.summary()).readAt.toISOString();
  if (scope === CORPUS) return readAt;
  // Large texts are read after the corpus, and the ones from before serve until then.
  const { documents, pages, words } = await archive.textCoverage();
  return [readAt, documents, pages, words].join(' ');
}

/**
 * The same as long as nothing has changed of the corpus, nor of a server's additions.
 * @param guild undefined for none
 */
export const stateOf = async (guild: string | undefined, services: Asked): Promise<string> =>
  [
    await versionOf(CORPUS, services),
    ...(guild === undefined ? [] : [await versionOf(guild, services)]),
  ].join(' ');

/** What everything in a scope says, at most so many at a time; of a text, only that it is there. */
export async function* contentsOf(
  scope: Scope,
  { archive, store }: Asked,
  most: number,
): AsyncGenerator<readonly Content[]> {
  if (scope === CORPUS || scope === TEXTS) {
    for (let after: string | undefined; ; ) {
      const contents =
        scope === CORPUS
          ? await archive.contents(after, most)
          : (await archive.withText(after, most)).map((id) => ({ id, content: 'text' }));
      if (contents.length > 0) yield contents;
      if (contents.length < most) return;
      after = contents.at(-1)?.id;
    }
  }
  for await (const documents of additionsOf(scope, store, most)) yield documents.map(contentOf);
}

/** The documents of these ids that a scope has now. */
export const documentsOf = (
  scope: Scope,
  ids: readonly string[],
  { archive, archiveIn }: Asked,
): Promise<readonly Document[]> => (scope === CORPUS ? archive : archiveIn(scope)).documents(ids);

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
