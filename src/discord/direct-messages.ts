import type { Message } from 'discord.js';
import { clip } from '../cards/limits.ts';
import type { Command, Invoker, Services } from '../interactions/command.ts';
import type { Logger } from '../log.ts';
import { failureReply } from './failure.ts';
import { EVERYTHING } from './invoker.ts';
import { messageLinks } from './message-links.ts';
import { messageText } from './message-text.ts';
import { toPost } from './to-post.ts';

/** The longest message that people write without Nitro. */
const LONGEST = 2000;

/**
 * Answers plain direct messages to the bot as the given command would, whose option `query` is what
 * the message says. Messages of servers and of bots are left alone. Never rejects.
 */
export const answerDirectMessages =
  (command: Command, services: Services, logger: Logger) =>
  async (message: Message): Promise<void> => {
    if (message.guildId !== null || message.author.bot || message.system) return;
    const query = [clip(messageText(message), LONGEST), messageLinks(message)]
      .filter(Boolean)
      .join('\n');
    if (!query) return;
    const log = logger.child({ message: message.id });
    const current = { ...services };
    try {
      const reply = await (async () =>
        command.prepare({ query }, current).run(invokerOf(message)))().catch((error) =>
        failureReply(error, log),
      );
      if (!('embeds' in reply)) return;
      const { shares } = services.store;
      const share = reply.private ? undefined : reply.share;
      if (share) await shares.begin(share);
      const sent = await services.channels.post(message.channelId, toPost(reply), `q${message.id}`);
      if (share) await shares.confirm(share.message, sent.id);
    } catch (err) {
      log.error({ err }, 'A direct message could not be answered.');
    }
  };

const invokerOf = ({ id, author, channelId }: Message): Invoker => ({
  id,
  userId: author.id,
  channelId,
  parentId: channelId,
  audienceId: channelId,
  guildId: undefined,
  roles: [],
  permissions: EVERYTHING,
  appPermissions: EVERYTHING,
  appIsHere: true,
  permissionsIn: async () => undefined,
});
