import './quiet-pipe.ts';
import { isIPv6 } from 'node:net';
import { z } from 'zod';
import { readProcessConfig } from '../src/config.ts';
import { UserError } from '../src/errors.ts';
import { exitCodeOf } from './exit-code.ts';

const USAGE = `Usage: npm run -s health

Asks the bot on HEALTH_PORT (and HEALTH_HOST) whether it is ready. Exit code 0: it is; 1: it isn't, or
nothing answers. For containers.
`;

/** Longer than the bot takes to find out that a part doesn't answer. */
const ANSWERED_WITHIN_MS = 8000;

const Answer = z.object({ ready: z.boolean(), parts: z.record(z.string(), z.string()) });

process.exitCode = await exitCodeOf(run, USAGE);

async function run(): Promise<number> {
  const { healthPort, healthHost } = readProcessConfig();
  if (healthPort === undefined) {
    throw new UserError('HEALTH_PORT is missing: set it to the port that the bot was given.');
  }
  const address = `http://${reachable(healthHost)}:${healthPort}`;
  const { ready, parts } = await ask(address);
  if (ready) {
    process.stdout.write('Ready.\n');
    return 0;
  }
  const missing = Object.entries(parts).filter(([, state]) => state !== 'ready');
  const names = missing.map(([part, state]) => `${part} (${state})`).join(', ');
  process.stderr.write(`Not ready: ${names}.\n`);
  return 1;
}

async function ask(address: string): Promise<z.infer<typeof Answer>> {
  try {
    const signal = AbortSignal.timeout(ANSWERED_WITHIN_MS);
    const response = await fetch(`${address}/ready`, { signal });
    return Answer.parse(await response.json());
  } catch (cause) {
    throw new UserError(
      `The bot doesn’t answer at ${address}: is it running, with the same HEALTH_PORT and HEALTH_HOST?`,
      { cause },
    );
  }
}

/** A server on all addresses is asked on the one of this machine. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return isIPv6(host) ? `[${host}]` : host;
}
