import { commands } from '../../src/commands/index.ts';
import { readConfig } from '../../src/config.ts';
import { loadCorpus } from '../../src/data/corpus/corpus.ts';
import { createAttachments } from '../../src/discord/attachments.ts';
import { createChannels } from '../../src/discord/channels.ts';
import { createRest } from '../../src/discord/client.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { fetchServerIds } from '../../src/discord/server-ids.ts';
import type { Invoker, Reply } from '../../src/interactions/command.ts';
import { startDuties } from '../../src/keeper/duties.ts';
import { startKeeper } from '../../src/keeper/keeper.ts';
import { createLogger } from '../../src/log.ts';
import { openChosenMatcher } from '../../src/open-archive.ts';
import { createArchive } from '../../src/search/minisearch/create-archive.ts';
import { loadNames } from '../../src/search/names/authority.ts';
import { openStore } from '../../src/store/open-store.ts';

/** What a replica is asked by the test, as it would be by a balancer. */
export type Asked = {
  /** Of the interaction. */
  id: string;
  what: 'draw' | 'share';
  channelId: string;
  userId: string;
  document: string;
};

/** What it says: what it was asked for, or that it is the keeper now. */
export type Said = { id: string; text: string } | { isKeeper: true };

/**
 * A bot in a process of its own, real in every part but the gateway: it is asked by messages from its
 * parent, and wants to be the keeper.
 */
const config = readConfig(process.env);
const log = createLogger(config.logLevel);
const store = await openStore(config.database, log);
const connection = { ...config, token: config.token ?? '' };
const rest = createRest(connection);
const archive = createArchive(await loadCorpus(config.corpus), loadNames());
const services = {
  archive,
  archiveIn: () => archive,
  store,
  channels: createChannels(rest),
  attachments: createAttachments(connection),
  now: () => new Date(),
  timeZone: 'UTC',
  version: '0.0.0',
};
const say = (said: Said) => process.send?.(said);

const start = () => {
  say({ isKeeper: true });
  const register = (signal: AbortSignal) => registerCommands(rest, connection, commands, signal);
  const servers = () => fetchServerIds(rest);
  return startDuties(services, { register, match: openChosenMatcher(config), servers }, log);
};
startKeeper(start, store.leases, log);

const [random, document] = ['random', 'document'].map((name) =>
  commands.find(({ data }) => data.name === name),
);
const EVERYTHING = (1n << 53n) - 1n;

async function answer(asked: Asked): Promise<Reply> {
  const { id, channelId, userId } = asked;
  const invoker: Invoker = {
    id,
    userId,
    channelId,
    parentId: channelId,
    audienceId: channelId,
    guildId: process.env.GUILD,
    roles: [],
    permissions: EVERYTHING,
    appPermissions: EVERYTHING,
    appIsHere: true,
    permissionsIn: async () => ({ invoker: EVERYTHING, app: EVERYTHING }),
  };
  const clicked = { args: [asked.document], values: [], fields: {}, message: undefined };
  const result =
    asked.what === 'draw'
      ? await random?.prepare({}, services).run(invoker)
      : await document?.components?.share?.(clicked, services, invoker);
  if (!result || !('embeds' in result)) throw new Error('no answer');
  return result;
}

/** What identifies the answer: the document that was drawn, or the link to the card. */
const textOf = ({ content, embeds: [embed] }: Reply): string =>
  content ?? embed?.footer?.text ?? '';

process.on('message', async (asked: Asked) => {
  const reply = await answer(asked).catch((err) => {
    log.error({ err }, 'a question could not be answered');
  });
  if (reply?.unsaved) log.error({ err: reply.unsaved }, 'an answer could not be saved');
  // Without an answer the test asks again.
  say({ id: asked.id, text: reply && !reply.unsaved ? textOf(reply) : '' });
});
process.on('disconnect', () => process.exit());
