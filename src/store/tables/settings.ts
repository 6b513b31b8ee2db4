import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** What a server has set. */
export type Settings = {
  /** Whether cards say that they were shared before; they do unless told otherwise. */
  remembersCards(guild: string): Promise<boolean>;
  setRemembersCards(guild: string, isOn: boolean): Promise<void>;
};

const MEMORY = 'memory';

export const createSettings = (db: Kysely<Schema>): Settings => ({
  async remembersCards(guild) {
    const row = await db
      .selectFrom('settings')
      .select('value')
      .where('guild', '=', guild)
      .where('name', '=', MEMORY)
      .executeTakeFirst();
    return row?.value !== 'off';
  },

  async setRemembersCards(guild, isOn) {
    const value = isOn ? 'on' : 'off';
    await db
      .insertInto('settings')
      .values({ guild, name: MEMORY, value })
      .onConflict((conflict) => conflict.columns(['guild', 'name']).doUpdateSet({ value }))
      .execute();
  },
});
