import { setTimeout as wait } from 'node:timers/promises';
import type { REST } from 'discord.js';
import { UserError } from '../../errors.ts';
import type { Command, Services } from '../../interactions/command.ts';
import type { Logger } from '../../log.ts';
import { fetchApplication } from '../application.ts';
import { type Bot, type BotOptions, createRest, STOP_WITHIN_MS } from '../client.ts';
import type { Connection } from '../connection.ts';
import { createDispatch } from '../dispatch.ts';
import type { Interaction } from '../interaction-payload.ts';
import { reachDiscord } from '../reach-discord.ts';
import { answerRequest, PATH } from './answer-request.ts';
import { remoteServers } from './remote-servers.ts';
import { listen } from './server.ts';
import { createVerifier } from './verify.ts';

/** Where interactions come to by HTTP, and the key they are signed with. */
type Http = { publicKey: string; port: number; host: string };

/** How long Discord waits for an answer to its request. */
const TIMEOUT_MS = 3000;
/** Discord, where it is there, has said by then whether token and key are right. */
const CHECKED_WITHIN_MS = 5000;

/**
 * Takes interactions by HTTP, without a gateway, and answers them by REST. Any number of processes may.
 * @param keptMs how long a server's permissions are taken to be the same
 * @param checkedWithinMs how long the start waits until Discord says whether token and key are right;
 * then they are checked meanwhile, and wrong ones end the bot
 * @throws UserError if the port can't be had, the token is refused, or the key is another application's
 */
export async function startHttpBot(
  connection: Connection,
  { publicKey, ...address }: Http,
  commands: readonly Command[],
  services: Services,
  log: Logger,
  {
    keptMs,
    checkedWithinMs = CHECKED_WITHIN_MS,
    rest = createRest(connection),
    ...options
  }: BotOptions & { keptMs?: number; checkedWithinMs?: number } = {},
): Promise<Bot & { url: string }> {
  const checking = checkApplication(rest, connection, publicKey, log);
  await Promise.race([checking, wait(checkedWithinMs, undefined, { ref: false })]);
  const dispatch = createDispatch(commands, services, rest, log, options);
  const servers = remoteServers(rest, keptMs);
  const judge = createVerifier(publicKey);
  const take = async (interaction: Interaction) => {
    const acknowledged = Promise.withResolvers<void>();
    const handled = dispatch.handle(interaction, servers, acknowledged.resolve);
    await Promise.race([
      handled,
      acknowledged.promise,
      wait(TIMEOUT_MS, undefined, { ref: false }),
    ]);
  };
  const server = await listen(
    address,
    (request) => answerRequest(request, judge, take, services.now),
    log,
  );
  log.info({ host: address.host, port: server.port, path: PATH }, 'taking interactions by HTTP');

  let isStopping = false;
  const lost = Promise.withResolvers<void>();
  checking.catch((error) => {
    log.error(error.message);
    lost.resolve();
  });
  return {
    url: `http://${address.host}:${server.port}${PATH}`,
    lost: lost.promise,
    // It listens until it is told to stop.
    isReady: () => !isStopping,
    async stop() {
      isStopping = true;
      const late = wait(STOP_WITHIN_MS, undefined, { ref: false });
      await server.close(Promise.race([dispatch.idle(), late]));
    },
  };
}

/**
 * Whether the token is taken and the key is that of its application. An outage of Discord's is none of
 * the settings' faults.
 * @throws UserError if Discord refuses the token, or the key is another application's
 */
async function checkApplication(
  rest: REST,
  { apiUrl }: Connection,
  publicKey: string,
  log: Logger,
): Promise<void> {
  const application = await reachDiscord(() => fetchApplication(rest), apiUrl, log);
  if (application.verify_key !== publicKey.toLowerCase()) {
    throw new UserError(
      'DISCORD_PUBLIC_KEY is not the key of this bot’s application: copy it anew from the application’s page, under General Information.',
    );
  }
}
