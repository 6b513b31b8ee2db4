import { notice } from '../../cards/notice.ts';
import { sourcesCard } from '../../cards/sources-card.ts';
import { UserError } from '../../errors.ts';
import type { Invoker, Options, Reply, Services } from '../../interactions/command.ts';
import { requireManager } from '../../interactions/permissions.ts';
import { sourceWords as words } from '../../wording/sources.ts';

/**
 * `/archive sources`: when each source was followed and what came of it, and when it is next.
 * @throws UserError for who doesn't manage the server, or if the sources can't be read
 */
export async function showSources(
  _options: Options,
  { sources, now }: Pick<Services, 'sources' | 'now'>,
  invoker: Invoker,
): Promise<Reply> {
  if (!invoker.guildId) throw new UserError(words.notInServer);
  requireManager(invoker);
  const status = await sources?.status().catch((cause) => {
    // Its own words name files of the machine that the bot is on.
    throw new UserError(words.cantBeRead, { cause });
  });
  const card = status ? sourcesCard(status, now()) : notice(words.title, words.none);
  return { embeds: [card], private: true };
}
