import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { UserError } from './errors.ts';

const DEFAULT_PORT = 8787;
const PORTS_TRIED = 20;

/**
 * Starts the local Discord on the port asked for, or on the first free one from 8787.
 * @throws UserError if the port asked for is busy, or none is free
 */
export async function openLocalDiscord(port: number | undefined): Promise<LocalDiscord> {
  if (port !== undefined) return open([port]);
  return open(Array.from({ length: PORTS_TRIED }, (_, index) => DEFAULT_PORT + index));
}

async function open([port, ...others]: readonly number[]): Promise<LocalDiscord> {
  try {
    return await startLocalDiscord(port === undefined ? {} : { port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (others.length > 0) return open(others);
    throw new UserError(`Port ${port} is busy: set PORT to another, or leave it out.`);
  }
}

/** What `npm start` says once the bot is in its local Discord. */
export const welcome = (url: string): string => `
Reading Room is open at ${url}
in a Discord of its own on this machine: open the address in a browser.

Or talk to the bot from another terminal:
  npm run -s say -- --at ${url} "/search query:Khrushchev"

Your own documents: npm run -s import -- <pages> --out corpus.jsonl, then CORPUS=corpus.jsonl npm start.
Your own Discord:   put DISCORD_TOKEN into .env (see README.md). Stop with Ctrl-C.
`;
