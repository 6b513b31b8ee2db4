import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import { starterCorpus } from './data/starter.ts';
import { UserError } from './errors.ts';
import { LOG_LEVELS } from './log.ts';
import {
  type DatabaseAddress,
  hidePassword,
  readDatabaseAddress,
} from './store/database-address.ts';

const ROOT = join(import.meta.dirname, '..');
/** What the bot keeps stands here unless told otherwise. */
const OWN_FOLDER = join(ROOT, 'var');

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

const DatabaseUrl = z.string().transform((text, context) => {
  const address = readDatabaseAddress(text);
  if (address) return address;
  context.addIssue(
    'is neither file:PATH nor postgres://USER:PASSWORD@HOST:PORT/NAME; use one such as file:var/reading-room.db',
  );
  return z.NEVER;
});

const TimeZone = z
  .string()
  .refine(isTimeZone, 'is not a time zone; use an IANA name such as Europe/London');

const Port = z
  .string()
  .regex(/^\d+$/, 'is not a port; use a number from 1 to 65535')
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535, 'is not a port; use a number from 1 to 65535');

const Environment = z.object({
  DISCORD_TOKEN: z.string().trim().optional(),
  DISCORD_APPLICATION_ID: Snowflake.optional(),
  DISCORD_GUILD_ID: Snowflake.optional(),
  DISCORD_API_URL: ApiUrl.optional(),
  CORPUS: CorpusPaths.optional(),
  NAMES: z.string().optional(),
  DATABASE_URL: DatabaseUrl.default({
    kind: 'sqlite',
    path: join(OWN_FOLDER, 'reading-room.db'),
  }),
  TIME_ZONE: TimeZone.default('UTC'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `is not a level; use one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
  PORT: Port.optional(),
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
  database: DatabaseAddress;
  /** The file that keeps the search index: beside the database, where that is a file. */
  snapshot: string;
  timeZone: string;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Undefined if none was asked for: then any free one serves. */
  port: number | undefined;
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
      const value = hidePassword(environment[String(name)] ?? '');
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
    snapshot: join(folderOf(values.DATABASE_URL), 'search-index.snapshot'),
    timeZone: values.TIME_ZONE,
    logLevel: values.LOG_LEVEL,
    port: values.PORT,
  };
}

const folderOf = (database: DatabaseAddress): string =>
  database.kind === 'sqlite' ? dirname(database.path) : OWN_FOLDER;

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
