import { type REST, Routes } from 'discord.js';
import { z } from 'zod';

/** @see https://docs.discord.com/developers/resources/user#get-current-user-guilds */
const AT_ONCE = 200;

const Servers = z.array(z.object({ id: z.string() }));

/** The ids of all servers that the bot is in. @throws what the client throws, or ZodError */
export async function fetchServerIds(rest: REST): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  let after = '0';
  for (;;) {
    const query = new URLSearchParams({ limit: String(AT_ONCE), after });
    const servers = Servers.parse(await rest.get(Routes.userGuilds(), { query }));
    for (const { id } of servers) ids.add(id);
    const last = servers.at(-1);
    if (!last || servers.length < AT_ONCE) return ids;
    after = last.id;
  }
}
