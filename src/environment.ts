import { isIP } from 'node:net';
import { delimiter, join } from 'node:path';
import { z } from 'zod';
import { ShardCount, ShardList } from './discord/shards.ts';
import { LOG_LEVELS } from './log.ts';
import { readDatabaseAddress } from './store/database-address.ts';

/** What the bot keeps stands here unless told otherwise. */
export const OWN_FOLDER = join(import.meta.dirname, '..', 'var');

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

const EmbeddingsUrl = z
  .string()
  .trim()
  .refine(isWebAddress, 'is not a web address; use one such as http://127.0.0.1:11434/v1')
  .refine(
    (url) => !isWebAddress(url) || !(new URL(url).username || new URL(url).password),
    'must not hold a password; put the key into EMBEDDINGS_KEY',
  );

const EmbeddingsKey = z
  .string()
  .trim()
  .regex(
    /^[\x21-\x7e]+$/,
    'holds a space, a line break or a character that no key has; copy the key again',
  );

const Token = z
  .string()
  .trim()
  .regex(
    /^[\x21-\x7e]+$/,
    'holds a space, a line break or a character that no token has; use letters, digits and signs',
  );

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

const PublicKey = z
  .string()
  .regex(
    /^[0-9a-f]{64}$/i,
    'is not a public key; copy its 64 digits from the application’s page, under General Information',
  );

const Contact = z
  .string()
  .trim()
  .refine(
    (text) => isWebAddress(text) || z.email().safeParse(text).success,
    'is neither an e-mail address nor a web address; use one by which those who run your sources can reach you',
  );

/** Variables whose values are shown to nobody, whatever is wrong with them. */
export const SECRETS: ReadonlySet<string> = new Set(['EMBEDDINGS_KEY', 'MCP_TOKEN']);

/** The variables that the bot reads, each with what would be right where it is wrong. */
export const Environment = z.object({
  DISCORD_TOKEN: z.string().trim().optional(),
  DISCORD_APPLICATION_ID: Snowflake.optional(),
  DISCORD_GUILD_ID: Snowflake.optional(),
  DISCORD_API_URL: ApiUrl.optional(),
  SHARDS: ShardList.optional(),
  SHARD_COUNT: ShardCount.optional(),
  DISCORD_PUBLIC_KEY: PublicKey.optional(),
  HTTP_PORT: Port.optional(),
  HTTP_HOST: Address.default('127.0.0.1'),
  CORPUS: CorpusPaths.optional(),
  NAMES: z.string().optional(),
  SOURCES: z.string().trim().optional(),
  SOURCES_CONTACT: Contact.optional(),
  DATABASE_URL: DatabaseUrl.default({
    kind: 'sqlite',
    path: join(OWN_FOLDER, 'reading-room.db'),
  }),
  TIME_ZONE: TimeZone.default('UTC'),
  SEARCH_URL: SearchUrls.optional(),
  SEARCH_INDEX: IndexName.default('reading-room'),
  SEARCH_CA: z.string().optional(),
  EMBEDDINGS_URL: EmbeddingsUrl.optional(),
  EMBEDDINGS_MODEL: z.string().trim().optional(),
  EMBEDDINGS_KEY: EmbeddingsKey.optional(),
  MCP_PORT: Port.optional(),
  MCP_TOKEN: Token.optional(),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `is not a level; use one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
  PORT: Port.optional(),
  HEALTH_PORT: Port.optional(),
  HEALTH_HOST: Address.default('127.0.0.1'),
});
export type Environment = z.infer<typeof Environment>;

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
