import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** In which channels of a server mentions are answered: all, none, or those of these ids. */
export type MentionPlaces = 'everywhere' | 'nowhere' | readonly string[];

/** What a server has set. */
export type Settings = {
  /** Whether cards say that they were shared before; they do unless told otherwise. */
  remembersCards(guild: string): Promise<boolean>;
  setRemembersCards(guild: string, isOn: boolean): Promise<void>;
  /** The role whose members may add documents, beside those who manage the server. */
  editors(guild: string): Promise<string | undefined>;
  setEditors(guild: string, role: string | undefined): Promise<void>;
  /** Everywhere, unless told otherwise. */
  mentionPlaces(guild: string): Promise<MentionPlaces>;
  setMentionPlaces(guild: string, places: MentionPlaces): Promise<void>;
};

const MEMORY = 'memory';
const EDITORS = 'editors';
const MENTIONS = 'mentions';

export const createSettings = (db: Kysely<Schema>): Settings => {
  const read = async (guild: string, name: string): Promise<string | undefined> => {
    const row = await db
      .selectFrom('settings')
      .select('value')
      .where('guild', '=', guild)
      .where('name', '=', name)
      .executeTakeFirst();
    return row?.value;
  };
  const write = async (guild: string, name: string, value: string): Promise<void> => {
    await db
      .insertInto('settings')
      .values({ guild, name, value })
      .onConflict((conflict) => conflict.columns(['guild', 'name']).doUpdateSet({ value }))
      .execute();
  };
  return {
    remembersCards: async (guild) => (await read(guild, MEMORY)) !== 'off',
    setRemembersCards: (guild, isOn) => write(guild, MEMORY, isOn ? 'on' : 'off'),
    // Empty where it was taken away again.
    editors: async (guild) => (await read(guild, EDITORS)) || undefined,
    setEditors: (guild, role) => write(guild, EDITORS, role ?? ''),
    async mentionPlaces(guild) {
      const value = await read(guild, MENTIONS);
      if (value === undefined || value === 'everywhere') return 'everywhere';
      return value === 'nowhere' ? 'nowhere' : value.split(' ');
    },
    setMentionPlaces: (guild, places) =>
      write(guild, MENTIONS, typeof places === 'string' ? places : places.join(' ')),
  };
};
