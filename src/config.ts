import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { delimiter, join } from 'node:path';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import { starterCorpus } from './data/starter.ts';
import { UserError } from './errors.ts';
import { LOG_LEVELS } from './log.ts';
import { hostingService } from './store/sqlite/hosting-service.ts';

const ROOT = join(import.meta.dirname, '..');

const Snowflake = z
  .string()
  .regex(/^\d{1,20}$/, 'is not a Discord id; use the digits that "Copy ID" gives');

const ApiUrl = z
  .url({
    protocol: /^https?$/,
    error: 'is not a web address; use one such as http://127.0.0.1:4000/api',
  })
  .transform((url) => url.replace(/\/+$/, ''))
  .refine((url) => !/\/v\d+$/.test(url), 'must not end in a version; leave out /v10');

const CorpusPaths = z
  .string()
  .transform((paths) => paths.split(delimiter).filter(Boolean))
  .refine((paths) => paths.length > 0, 'names no file; use a JSON Lines file, or leave it out');

const DatabaseUrl = z
  .string()
  .regex(/^file:./, 'is not of the form file:PATH; use one such as file:var/reading-room.db')
  .transform((url) => url.slice('file:'.length));

const TimeZone = z
  .string()
  .refine(isTimeZone, 'is not a time zone; use an IANA name such as Europe/London');

const Port = z
  .string()
  .regex(/^\d+$/, 'is not a port; use a number from 1 to 65535')
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535, 'is not a port; use a number from 1 to 65535');

const Address = z
  .string()
  .refine(
    (host) => isIP(host) !== 0 || host === 'localhost',
    'is not an address; use 127.0.0.1 for this machine alone, or 0.0.0.0 for every network',
  );

const Environment = z.object({
  DISCORD_TOKEN: z.string().trim().optional(),
  DISCORD_APPLICATION_ID: Snowflake.optional(),
  DISCORD_GUILD_ID: Snowflake.optional(),
  DISCORD_API_URL: ApiUrl.optional(),
  CORPUS: CorpusPaths.optional(),
  NAMES: z.string().optional(),
  DATABASE_URL: DatabaseUrl.default(join(ROOT, 'var', 'reading-room.db')),
  TIME_ZONE: TimeZone.default('UTC'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `is not a level; use one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
  PORT: Port.optional(),
  HEALTH_PORT: Port.optional(),
  HEALTH_HOST: Address.default('127.0.0.1'),
});

/** What the environment says, checked. */
export type Config = {
  token: string | undefined;
  applicationId: string | undefined;
  /** Register the commands in this server only. */
  guildId: string | undefined;
  /** REST base without the version; undefined for Discord's own. */
  apiUrl: string | undefined;
  /** JSON Lines files. */
  corpus: readonly string[];
  /** A file of the team's own names. */
  names: string | undefined;
  /** Path of the SQLite file. */
  database: string;
  timeZone: string;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Undefined if none was asked for: then any free one serves. */
  port: number | undefined;
  /** Of `/live`, `/ready` and `/metrics`; undefined if they aren't served. */
  healthPort: number | undefined;
  /** The address on which they are. */
  healthHost: string;
  /** The hosting service that runs this process, if it is one that throws disks away. */
  hostedBy: string | undefined;
};

/**
 * Reads the environment. An empty value counts as none, so that a copied .env.example works.
 * @throws UserError naming each variable that is wrong, what is wrong with it and what would be right
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.entries(environment).filter(([, value]) => value?.trim());
  const read = Environment.safeParse(Object.fromEntries(given));
  if (!read.success) {
    const problems = read.error.issues.map(({ path: [name], message }) => {
      const value = environment[String(name)];
      return `${String(name)}: "${value}" ${message}.`;
    });
    throw new UserError(problems.join('\n'));
  }
  const values = read.data;
  return {
    token: values.DISCORD_TOKEN,
    applicationId: values.DISCORD_APPLICATION_ID,
    guildId: values.DISCORD_GUILD_ID,
    apiUrl: values.DISCORD_API_URL,
    corpus: values.CORPUS ?? starterCorpus(),
    names: values.NAMES,
    database: values.DATABASE_URL,
    timeZone: values.TIME_ZONE,
    logLevel: values.LOG_LEVEL,
    port: values.PORT,
    healthPort: values.HEALTH_PORT,
    healthHost: values.HEALTH_HOST,
    hostedBy: hostingService(environment),
  };
}

/** Reads `.env` where there is one, then the environment, which wins. */
export function readProcessConfig(): Config {
  const file = join(ROOT, '.env');
  if (existsSync(file)) loadEnvFile(file);
  return readConfig(process.env);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
