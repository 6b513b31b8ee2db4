import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import { starterCorpus } from './data/starter.ts';
import { UserError } from './errors.ts';
import { LOG_LEVELS } from './log.ts';

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

const SearchUrls = z
  .string()
  .transform((urls) => urls.split(',').map((url) => url.trim().replace(/\/+$/, '')))
  .refine(
    (urls) => urls.every(isWebAddress),
    'is not a list of web addresses; use one such as https://user:password@127.0.0.1:9200, or several divided by commas',
  );

const IndexName = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9._-]{0,99}$/,
    'is not a name of an index; use 1 to 100 of a-z, 0-9, ".", "_" and "-"',
  );

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
  DATABASE_URL: DatabaseUrl.default(join(ROOT, 'var', 'reading-room.db')),
  TIME_ZONE: TimeZone.default('UTC'),
  SEARCH_URL: SearchUrls.optional(),
  SEARCH_INDEX: IndexName.default('reading-room'),
  SEARCH_CA: z.string().optional(),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `is not a level; use one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
  PORT: Port.optional(),
});

/** Where a cluster is that holds the documents. */
type SearchConfig = {
  /** Of one or several of its nodes; they may name a user and a password. */
  urls: readonly string[];
  /** A file with the certificate of the authority that the nodes are known by. */
  certificate: string | undefined;
  /** What the current index is known as. */
  alias: string;
};

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
  /** An OpenSearch cluster to be asked in place of the corpus's files; undefined for none. */
  search: SearchConfig | undefined;
  /** A file of the team's own names. */
  names: string | undefined;
  /** Path of the SQLite file. */
  database: string;
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
      const value = environment[String(name)];
      return `${String(name)}: "${withoutPassword(value)}" ${message}.`;
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
    search: values.SEARCH_URL && {
      urls: values.SEARCH_URL,
      certificate: values.SEARCH_CA,
      alias: values.SEARCH_INDEX,
    },
    database: values.DATABASE_URL,
    timeZone: values.TIME_ZONE,
    logLevel: values.LOG_LEVEL,
    port: values.PORT,
  };
}

/** Reads `.env` where there is one, then the environment, which wins. */
export function readProcessConfig(): Config {
  const file = join(ROOT, '.env');
  if (existsSync(file)) loadEnvFile(file);
  return readConfig(process.env);
}

/** What is shown of a value that may be an address with a password. */
const withoutPassword = (value = ''): string => value.replace(/(?<=\/\/)[^/]*@/g, '…@');

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
