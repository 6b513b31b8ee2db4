import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { starterCorpus } from './data/starter.ts';
import { type Shards, toShards } from './discord/shards.ts';
import { Environment, OWN_FOLDER, SECRETS } from './environment.ts';
import { UserError } from './errors.ts';
import type { LOG_LEVELS } from './log.ts';
import { type DatabaseAddress, hidePassword } from './store/database-address.ts';
import { hostingService } from './store/sqlite/hosting-service.ts';

const ROOT = join(import.meta.dirname, '..');
/** Where a cluster is that holds the documents. */
type SearchConfig = {
  /** Of one or several of its nodes; they may name a user and a password. */
  urls: readonly string[];
  /** A file with the certificate of the authority that the nodes are known by. */
  certificate: string | undefined;
  /** What the current index is known as. */
  alias: string;
};

/** A model that tells how like documents are in meaning. */
type EmbeddingsConfig = {
  /** Of a server in OpenAI's form. */
  url: string;
  model: string;
  key: string | undefined;
  /** Keeps the vectors that it makes: beside the database, where that is a file. */
  file: string;
};

/** Where it stands which sources are followed. */
type SourcesConfig = {
  /** The file that lists them. */
  file: string;
  /** By which those who run a source can reach the team. */
  contact: string | undefined;
  /** Holds the keys that the file names. */
  environment: NodeJS.ProcessEnv;
};

/** What the environment says, checked. */
export type Config = {
  token: string | undefined;
  applicationId: string | undefined;
  /** Register the commands in this server only. */
  guildId: string | undefined;
  /** REST base without the version; undefined for Discord's own. */
  apiUrl: string | undefined;
  /** Undefined if the process has all servers. */
  shards: Shards | undefined;
  /** Where interactions come to by HTTP; undefined if they come by the gateway. */
  http: { publicKey: string; port: number; host: string } | undefined;
  /** JSON Lines files. */
  corpus: readonly string[];
  /** An OpenSearch cluster to be asked in place of the corpus's files; undefined for none. */
  search: SearchConfig | undefined;
  /** Undefined if the team has no model. */
  embeddings: EmbeddingsConfig | undefined;
  /** Undefined if none are named, and there is no `sources.yaml` in the working folder. */
  sources: SourcesConfig | undefined;
  /** Where AI assistants ask by HTTP, and with which token; undefined if they ask by standard input. */
  assistants: { port: number; token: string } | undefined;
  /** A file of the team's own names. */
  names: string | undefined;
  database: DatabaseAddress;
  /** The file that keeps the search index: beside the database, where that is a file. */
  snapshot: string;
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
  const describe = (name: string, message: string) =>
    SECRETS.has(name)
      ? `${name} ${message}.`
      : `${name}: "${hidePassword(environment[name] ?? '')}" ${message}.`;
  if (!read.success) {
    const problems = read.error.issues.map(({ path: [name], message }) =>
      describe(String(name), message),
    );
    throw new UserError(problems.join('\n'));
  }
  const values = read.data;
  const shards = toShards(values.SHARDS, values.SHARD_COUNT);
  if (typeof shards === 'string') throw new UserError(describe('SHARDS', shards));
  const [name, problem] =
    problemOfHttp(values) ?? problemOfEmbeddings(values) ?? problemOfAssistants(values) ?? [];
  if (name && problem) throw new UserError(describe(name, problem));
  const { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model } = values;
  return {
    token: values.DISCORD_TOKEN,
    applicationId: values.DISCORD_APPLICATION_ID,
    guildId: values.DISCORD_GUILD_ID,
    apiUrl: values.DISCORD_API_URL,
    shards,
    http:
      values.DISCORD_PUBLIC_KEY && values.HTTP_PORT
        ? {
            publicKey: values.DISCORD_PUBLIC_KEY,
            port: values.HTTP_PORT,
            host: values.HTTP_HOST,
          }
        : undefined,
    corpus: values.CORPUS ?? starterCorpus(),
    sources: sourcesOf(values, environment),
    names: values.NAMES,
    search: values.SEARCH_URL && {
      urls: values.SEARCH_URL,
      certificate: values.SEARCH_CA,
      alias: values.SEARCH_INDEX,
    },
    embeddings:
      url && model
        ? {
            url,
            model,
            key: values.EMBEDDINGS_KEY,
            file: join(folderOf(values.DATABASE_URL), 'embeddings.db'),
          }
        : undefined,
    assistants:
      values.MCP_PORT && values.MCP_TOKEN
        ? { port: values.MCP_PORT, token: values.MCP_TOKEN }
        : undefined,
    database: values.DATABASE_URL,
    snapshot: join(folderOf(values.DATABASE_URL), 'search-index.snapshot'),
    timeZone: values.TIME_ZONE,
    logLevel: values.LOG_LEVEL,
    port: values.PORT,
    healthPort: values.HEALTH_PORT,
    healthHost: values.HEALTH_HOST,
    hostedBy: hostingService(environment),
  };
}

/** In the working folder. */
const USUAL_SOURCES = 'sources.yaml';

function sourcesOf(
  { SOURCES: named, SOURCES_CONTACT: contact }: Environment,
  environment: NodeJS.ProcessEnv,
): SourcesConfig | undefined {
  if (!named && !existsSync(USUAL_SOURCES)) return undefined;
  return { file: resolve(named ?? USUAL_SOURCES), contact, environment: { ...environment } };
}

/** Of a model, the address and the name are needed. */
function problemOfEmbeddings(values: Environment): [keyof Environment, string] | undefined {
  if (values.EMBEDDINGS_URL) {
    return values.EMBEDDINGS_MODEL
      ? undefined
      : ['EMBEDDINGS_URL', 'needs EMBEDDINGS_MODEL too: the name of the model to ask for'];
  }
  const alone = (['EMBEDDINGS_MODEL', 'EMBEDDINGS_KEY'] as const).find((name) => values[name]);
  return alone && [alone, 'needs EMBEDDINGS_URL too: the address of the server to ask'];
}

/** Nobody may ask by HTTP without a token. */
function problemOfAssistants({
  MCP_PORT: port,
  MCP_TOKEN: token,
}: Environment): [keyof Environment, string] | undefined {
  if (port && !token) return ['MCP_PORT', 'needs MCP_TOKEN too: a secret of your own'];
  if (token && !port) return ['MCP_TOKEN', 'needs MCP_PORT too: the port to listen on'];
  return undefined;
}

/** What is missing for HTTP, or doesn't go with it, by the variable that asks for it. */
function problemOfHttp(values: Environment): [string, string] | undefined {
  const { HTTP_PORT: port, DISCORD_PUBLIC_KEY: key } = values;
  const asked = port ? 'HTTP_PORT' : 'DISCORD_PUBLIC_KEY';
  if (!port && !key) return undefined;
  if (!port) return [asked, 'needs HTTP_PORT too: the port that interactions come to'];
  if (!key) return [asked, 'needs DISCORD_PUBLIC_KEY too; copy it from the application’s page'];
  if (!values.DISCORD_TOKEN) return [asked, 'needs DISCORD_TOKEN too'];
  return values.SHARDS || values.SHARD_COUNT
    ? [asked, 'leaves no gateway for SHARDS and SHARD_COUNT to split; leave them out']
    : undefined;
}

const folderOf = (database: DatabaseAddress): string =>
  database.kind === 'sqlite' ? dirname(database.path) : OWN_FOLDER;

/** Reads `.env` where there is one, then the environment, which wins. */
export function readProcessConfig(): Config {
  const file = join(ROOT, '.env');
  if (existsSync(file)) loadEnvFile(file);
  // discord.js reads these two by itself, and takes an empty one for a faulty one.
  for (const name of ['SHARDS', 'SHARD_COUNT']) {
    if (!process.env[name]?.trim()) delete process.env[name];
  }
  return readConfig(process.env);
}
