import { Client, Events, GatewayIntentBits } from 'discord.js';
import type { APIMessage } from 'discord-api-types/v10';
import { onTestFinished } from 'vitest';
import type { Actor } from '../src/control/actor.ts';
import type { Outcome } from '../src/control/outcome.ts';
import {
  type LocalDiscord,
  type LocalDiscordOptions,
  startLocalDiscord,
} from '../src/local-discord.ts';

/** A local Discord on a free port, closed when the test ends. */
export async function openDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = await startLocalDiscord(options);
  onTestFinished(() => discord.close());
  return discord;
}

/** Discord wants five seconds between two logins; this one does not mind. */
const UNHURRIED = { waitForIdentify: async () => {} };

/** The real client, logged in and ready, destroyed when the test ends. */
export async function connectClient(
  discord: LocalDiscord,
  intents: readonly GatewayIntentBits[] = [GatewayIntentBits.Guilds],
): Promise<Client<true>> {
  const client = new Client({
    intents: [...intents],
    rest: { api: discord.apiUrl },
    ws: { buildIdentifyThrottler: async () => UNHURRIED },
  });
  onTestFinished(() => client.destroy());
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return ready;
}

/**
 * Waits until something holds, looking again at each event there.
 * @throws Error after `withinMs`
 */
export function until(
  discord: LocalDiscord,
  holds: () => boolean,
  withinMs = 10_000,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (holds()) return resolve();
    const end = () => {
      clearTimeout(timer);
      stop();
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`Not within ${withinMs} ms: ${holds}`));
    }, withinMs);
    const stop = discord.listen(() => {
      if (!holds()) return;
      end();
      resolve();
    });
  });
}

/** A request to REST as a bot with the right token makes it. */
export const request = async (
  { apiUrl, token }: LocalDiscord,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> => {
  const response = await fetch(`${apiUrl}/v10${path}`, {
    method,
    headers: {
      Authorization: `Bot ${token}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text ? JSON.parse(text) : undefined,
  };
};

// biome-ignore lint/suspicious/noExplicitAny: bodies of every form, looked into by tests
type Answer = { status: number; headers: Headers; body: any };

/** A command with the kinds of options that tests need. */
export const SEARCH = {
  name: 'search',
  description: 'Finds documents',
  options: [
    {
      type: 3,
      name: 'query',
      description: 'Words',
      required: true,
      autocomplete: true,
      max_length: 50,
    },
    {
      type: 3,
      name: 'sort',
      description: 'Order',
      choices: [{ name: 'Oldest first', value: 'oldest' }],
    },
    { type: 4, name: 'limit', description: 'How many', min_value: 1, max_value: 5 },
    { type: 5, name: 'private', description: 'Only for you' },
  ],
  integration_types: [0, 1],
  contexts: [0, 1, 2],
};

/** Declares commands without a client; `search` by default. */
export const declare = (discord: LocalDiscord, commands: readonly object[] = [SEARCH]) =>
  request(discord, 'PUT', `/applications/${discord.applicationId}/commands`, commands);

/** What a bot without a client knows of an interaction: its path, and how it ends for the user. */
export type Opened = { id: string; token: string; outcome: Promise<Outcome> };

/** Lets a person do something, and stops where the bot has been told of it. */
export async function opening(
  discord: LocalDiscord,
  act: (ada: Actor) => Promise<Outcome> = (ada) => ada.command('search', { query: 'x' }),
): Promise<Opened> {
  const opened = new Promise<{ id: string; token: string }>((resolve) => {
    const stop = discord.listen((event) => {
      if (event.type !== 'interaction-opened') return;
      stop();
      resolve(event.interaction);
    });
  });
  const outcome = act(discord.as('ada'));
  const { id, token } = await opened;
  return { id, token, outcome };
}

/** The bot's callback to an interaction. */
export const callback = (discord: LocalDiscord, { id, token }: Opened, body: unknown) =>
  request(discord, 'POST', `/interactions/${id}/${token}/callback`, body);

/** Opens an interaction and answers it with a message. */
export async function answered(discord: LocalDiscord, data: object): Promise<APIMessage> {
  const interaction = await opening(discord);
  await callback(discord, interaction, { type: 4, data });
  return (await interaction.outcome).answer();
}

/** A local Discord with the command `search`. */
export async function openWithCommand(options?: LocalDiscordOptions): Promise<LocalDiscord> {
  const discord = await openDiscord(options);
  await declare(discord);
  return discord;
}
