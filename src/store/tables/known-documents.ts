import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** What a document said when it was seen: the same content is the same twelve digits. */
type Seen = { id: string; content: string };

/** A document that wasn't there before, or says something else by now. */
export type News = 'new' | 'changed';

/**
 * All that has ever been seen of the archive, in changes that are numbered from 1. A scope is the corpus
 * (empty) or a server, for its additions. A change goes on until it is ended: a process that dies
 * within one leaves it to the next.
 */
export type KnownDocuments = {
  /** Whether a scope has been looked through to its end before. */
  isBegun(scope: string): Promise<boolean>;
  /** Those of up to 1,000 that have never been seen so. */
  lacking<One extends Seen>(scope: string, seen: readonly One[]): Promise<One[]>;
  /** Everything that was ever seen to say the same as some others, themselves included. */
  sayingSame(scope: string, contents: readonly string[]): Promise<readonly Seen[]>;
  /** Which of some ids were seen before. */
  among(scope: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Enters up to 1,000 into the change that goes on, each once; `news` left out where it is none. */
  add(scope: string, seen: readonly (Seen & { news?: News | undefined })[]): Promise<void>;
  /** Ends the change that goes on, if anything was entered, or nothing of the scope ever before. */
  endChange(scope: string, at: Date): Promise<void>;
  /** The number of the last change that has ended; 0 for none. */
  lastChange(): Promise<number>;
  /** The news of a scope after one change, and up to another, by id. */
  newsBetween(
    scope: string,
    since: number,
    until: number,
  ): Promise<readonly { id: string; news: News; change: number }[]>;
};

export const createKnownDocuments = (db: Kysely<Schema>): KnownDocuments => ({
  async isBegun(scope) {
    const found = await db
      .selectFrom('changes')
      .select('number')
      .where('scope', '=', scope)
      .limit(1)
      .executeTakeFirst();
    return found !== undefined;
  },

  async lacking(scope, seen) {
    if (seen.length === 0) return [];
    const rows = await db
      .selectFrom('known_documents')
      .select(['document', 'content'])
      .where('scope', '=', scope)
      .where(
        'document',
        'in',
        seen.map(({ id }) => id),
      )
      .execute();
    const known = new Set(rows.map(({ document, content }) => `${document} ${content}`));
    return seen.filter(({ id, content }) => !known.has(`${id} ${content}`));
  },

  async sayingSame(scope, contents) {
    if (contents.length === 0) return [];
    return db
      .selectFrom('known_documents')
      .select(['document as id', 'content'])
      .where('scope', '=', scope)
      .where('content', 'in', [...contents])
      .execute();
  },

  async among(scope, ids) {
    if (ids.length === 0) return new Set();
    const rows = await db
      .selectFrom('known_documents')
      .select('document')
      .where('scope', '=', scope)
      .where('document', 'in', [...ids])
      .execute();
    return new Set(rows.map(({ document }) => document));
  },

  async add(scope, seen) {
    if (seen.length === 0) return;
    const rows = seen.map(({ id, content, news = null }) => sql`(${id}, ${content}, ${news})`);
    // Both databases call the columns of values so; without a condition SQLite can't read the rest.
    await sql`insert into known_documents (scope, document, content, change, news)
      select cast(${scope} as text), column1, column2, ${CURRENT}, column3
      from (values ${sql.join(rows)}) as entered where true
      on conflict do nothing`.execute(db);
  },

  async endChange(scope, at) {
    const entered = sql`exists (select 1 from known_documents
      where scope = ${scope} and change = ${CURRENT})`;
    const isFirst = sql`not exists (select 1 from changes where scope = ${scope})`;
    await sql`insert into changes (number, scope, at)
      select ${CURRENT}, cast(${scope} as text), ${sql.lit(at.getTime())}
      where ${entered} or ${isFirst}`.execute(db);
  },

  async lastChange() {
    const found = await db
      .selectFrom('changes')
      .select((select) => select.fn.max('number').as('last'))
      .executeTakeFirst();
    return found?.last ?? 0;
  },

  async newsBetween(scope, since, until) {
    const rows = await db
      .selectFrom('known_documents')
      .select(['document as id', 'news', 'change'])
      .where('scope', '=', scope)
      .where('change', '>', since)
      .where('change', '<=', until)
      .where('news', 'is not', null)
      .orderBy('document')
      .execute();
    return rows.flatMap(({ news, ...row }) => (news ? [{ ...row, news }] : []));
  },
});

/**
 * The number of the change that goes on. It is worked out in the statement that uses it, so that what
 * is entered belongs to no change that has ended. No watch has seen it, even if the changes were lost.
 */
const CURRENT: RawBuilder<number> = sql<number>`(
  select 1 + coalesce(max(number), 0) from (
    select max(number) as number from changes union all select max(seen) from watches
  ) as numbers)`;
