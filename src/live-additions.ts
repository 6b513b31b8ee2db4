import { Outage, UserError } from './errors.ts';
import type { Logger } from './log.ts';
import type { Archive } from './search/archive.ts';
import { forwardTo, putTo } from './search/forward.ts';
import { joinArchives } from './search/joined/join-archives.ts';
import { type AddedThread, createAddedThread } from './search/minisearch/added/added-thread.ts';
import type { AddedDocument, Additions } from './store/tables/addition.ts';
import { archiveWords } from './wording/failures.ts';

/**
 * Gives the archive of a server as it is now, or the corpus alone for none. What is asked of it is asked of
 * one state of both, which is found out with the first question.
 */
export type ArchiveIn = (guild: string | undefined) => Archive;

/** A server's additions as they were once, and those of them that the corpus has as well. */
type Opened = {
  version: number;
  corpus: Archive;
  ids: readonly string[];
  hidden: ReadonlySet<string>;
  /** Undefined if nothing is left. */
  added: Archive | undefined;
};

/** Of so many servers it is remembered what they have added. */
const MOST_SERVERS = 100;
/** So many documents are read, or looked for, at a time. */
const AT_A_TIME = 1000;

/**
 * Joins what people have added to their servers to the corpus. A change is seen by the next interaction,
 * whichever process made it: each asks the store for the version that its server's additions have. If the
 * store is away, a server's archive stays as it was last; one that nobody has asked yet is refused.
 * @param corpus the archive that all servers have; another one whenever it has changed
 * @param names path of what persons and places are also called
 */
export function joinAdditions(
  corpus: () => Archive,
  additions: Pick<Additions, 'version' | 'documents'>,
  names: string | undefined,
  log: Logger,
): ArchiveIn {
  const thread = createAddedThread({ names });
  const opened = new Map<string, Promise<Opened>>();
  /** As the store said last, by server. */
  const versions = new Map<string, number>();

  /** The additions of that version; they are opened once, however many wait for them. */
  function latest(guild: string, version: number, current: Archive): Promise<Opened> {
    const before = opened.get(guild);
    const next = (async () => {
      const known = await before?.catch(() => undefined);
      if (known && known.version >= version) {
        if (known.corpus === current) return known;
        const hidden = await loadedIn(current, known.ids);
        if (isSame(hidden, known.hidden)) {
          return { ...known, corpus: current };
        }
      }
      return open(thread, additions, guild, version, current);
    })();
    opened.delete(guild);
    opened.set(guild, next);
    const [oldest] = opened.keys();
    if (opened.size > MOST_SERVERS && oldest !== undefined) opened.delete(oldest);
    return next;
  }

  /** Where the store can't say, it is what it said last: what was asked before can go on being asked. */
  async function versionOf(guild: string): Promise<number> {
    try {
      const version = await additions.version(guild);
      versions.set(guild, version);
      return version;
    } catch (err) {
      const last = versions.get(guild);
      if (last === undefined) throw err;
      log.warn({ err, guild }, 'What was added to a server lately could not be asked for.');
      return last;
    }
  }

  async function archiveOf(guild: string, current: Archive): Promise<Archive> {
    try {
      const version = await versionOf(guild);
      if (version === 0) return current;
      const { added } = await latest(guild, version, current);
      return added ? joinArchives(current, added) : current;
    } catch (err) {
      if (err instanceof UserError) throw err;
      log.error({ err, guild }, 'What was added to a server could not be read.');
      throw new Outage(archiveWords.additionsUnreadable, { cause: err });
    }
  }

  return (guild) => {
    const current = corpus();
    if (guild === undefined) return current;
    let joined: Promise<Archive> | undefined;
    return forwardTo(async (question) => {
      joined ??= archiveOf(guild, current);
      return putTo(await joined, question);
    });
  };
}

async function open(
  thread: AddedThread,
  additions: Pick<Additions, 'documents'>,
  guild: string,
  version: number,
  corpus: Archive,
): Promise<Opened> {
  const documents = await readAll(additions, guild);
  const ids = documents.map(({ id }) => id);
  const hidden = await loadedIn(corpus, ids);
  const linesOf = (all: readonly AddedDocument[]) =>
    all.filter(({ id }) => !hidden.has(id)).map(({ json }) => json);
  const added =
    hidden.size === ids.length
      ? undefined
      : await thread.open(guild, linesOf(documents), async () =>
          linesOf(await readAll(additions, guild)),
        );
  return { version, corpus, ids, hidden, added };
}

async function readAll(
  additions: Pick<Additions, 'documents'>,
  guild: string,
): Promise<AddedDocument[]> {
  const all: AddedDocument[] = [];
  for (;;) {
    const some = await additions.documents(guild, all.at(-1)?.position, AT_A_TIME);
    all.push(...some);
    if (some.length < AT_A_TIME) return all;
  }
}

/** Which of these ids an archive has. */
async function loadedIn(archive: Archive, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const loaded = new Set<string>();
  for (let at = 0; at < ids.length; at += AT_A_TIME) {
    for (const id of await archive.loaded(ids.slice(at, at + AT_A_TIME))) loaded.add(id);
  }
  return loaded;
}

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((id) => other.has(id));
