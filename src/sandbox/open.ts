import { type LocalDiscord, startLocalDiscord } from './local-discord.ts';

const DEFAULT_PORT = 8787;
/** Ports tried where none was asked for. */
const TRIES = 50;

/** The port that was asked for is taken. The message is a sentence for the person who asked. */
export class PortBusy extends Error {
  override name = 'PortBusy';
}

/** A local Discord with what a bot needs to connect to it. */
export type OpenedDiscord = {
  discord: LocalDiscord;
  connection: { token: string; applicationId: string; apiUrl: string };
  /** What to tell the person who started it. */
  welcome: string;
  close(): Promise<void>;
};

/**
 * Starts a local Discord for a person to try the bot in.
 * @param port the port to use; without one, the first free one from 8787 on
 * @throws PortBusy where the given port is taken
 */
export async function openLocalDiscord(port?: number): Promise<OpenedDiscord> {
  const discord = await (port === undefined ? startOnFreePort() : startOn(port));
  const { token, applicationId, apiUrl, url } = discord;
  const at = url.endsWith(`:${DEFAULT_PORT}`) ? '' : ` --at ${url}`;
  return {
    discord,
    connection: { token, applicationId, apiUrl },
    welcome: [
      `A Discord of your own runs at ${url}, with the bot in it. Try it from another terminal:`,
      `  npm run -s say -- "/search query:Khrushchev"${at}`,
      `  npm run -s say -- "/about"${at}`,
      '',
    ].join('\n'),
    close: () => discord.close(),
  };
}

async function startOn(port: number): Promise<LocalDiscord> {
  try {
    return await startLocalDiscord({ port });
  } catch (error) {
    if (!isBusy(error)) throw error;
    const message = `Port ${port} is taken by another program: choose another one with PORT, or leave it out.`;
    throw new PortBusy(message, { cause: error });
  }
}

async function startOnFreePort(): Promise<LocalDiscord> {
  for (let port = DEFAULT_PORT; port < DEFAULT_PORT + TRIES; port += 1) {
    try {
      return await startLocalDiscord({ port });
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
  }
  return startLocalDiscord();
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
