import { setTimeout as wait } from 'node:timers/promises';
import { DiscordAPIError, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import type { Command, Services } from '../../interactions/command.ts';
import type { Logger } from '../../log.ts';
import { type Bot, createRest, STOP_WITHIN_MS } from '../client.ts';
import type { Connection } from '../connection.ts';
import { createDispatch, type DispatchOptions } from '../dispatch.ts';
import type { Interaction } from '../interaction-payload.ts';
import { answerRequest, PATH } from './answer-request.ts';
import { remoteServers } from './remote-servers.ts';
import { listen } from './server.ts';
import { createVerifier } from './verify.ts';

/** Where interactions come to by HTTP, and the key they are signed with. */
type Http = { publicKey: string; port: number; host: string };

/** How long Discord waits for an answer to its request. */
const TIMEOUT_MS = 3000;

/**
 * Takes interactions by HTTP, without a gateway, and answers them by REST. Any number of processes may.
 * @param keptMs how long a server's permissions are taken to be the same
 * @throws UserError if the port can't be had, the token is refused, or the key is another application's
 */
export async function startHttpBot(
  connection: Connection,
  { publicKey, ...address }: Http,
  commands: readonly Command[],
  services: Services,
  log: Logger,
  { keptMs, ...options }: DispatchOptions & { keptMs?: number } = {},
): Promise<Bot & { url: string }> {
  const rest = createRest(connection);
  await checkApplication(rest, publicKey, log);
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
  return {
    url: `http://${address.host}:${server.port}${PATH}`,
    // Nothing but a signal ends it.
    lost: new Promise(() => {}),
    // It listens until it is told to stop.
    isReady: () => !isStopping,
    async stop() {
      isStopping = true;
      const late = wait(STOP_WITHIN_MS, undefined, { ref: false });
      await server.close(Promise.race([dispatch.idle(), late]));
    },
  };
}

const Application = z.object({ id: z.string(), verify_key: z.string() });

const fetchApplication = async (rest: REST) =>
  Application.parse(await rest.get(Routes.currentApplication()));

/** An outage of Discord's is none of the settings' faults. */
async function checkApplication(rest: REST, publicKey: string, log: Logger): Promise<void> {
  const application = await fetchApplication(rest).catch((err) => {
    if (err instanceof DiscordAPIError && err.status === 401) {
      const words =
        'Discord refuses DISCORD_TOKEN: copy it anew from the application’s page, under Bot.';
      throw new UserError(words, { cause: err });
    }
    log.warn({ err }, 'Discord can’t be reached, so that token and key remain unchecked.');
  });
  if (application && application.verify_key !== publicKey.toLowerCase()) {
    throw new UserError(
      'DISCORD_PUBLIC_KEY is not the key of this bot’s application: copy it anew from the application’s page, under General Information.',
    );
  }
}
