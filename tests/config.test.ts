import { delimiter, join, resolve } from 'node:path';
import { Client } from 'discord.js';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readConfig } from '../src/config.ts';
import { formatAddress } from '../src/store/database-address.ts';

const KEY = '0a'.repeat(32);

describe('configuration', () => {
  test('needs nothing: the starter corpus, a file under var/, UTC', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ token: undefined, timeZone: 'UTC', logLevel: 'info' });
    expect(config.corpus.every((path) => path.endsWith('.jsonl'))).toBe(true);
    const path = expect.stringMatching(/var.reading-room\.db$/);
    expect(config.database).toEqual({ kind: 'sqlite', path });
  });

  test('counts an empty value as none, so that a copied .env.example works', () => {
    expect(readConfig({ DISCORD_TOKEN: '', TIME_ZONE: ' ', PORT: '' })).toEqual(readConfig({}));
  });

  test('reads every variable', () => {
    const config = readConfig({
      DISCORD_TOKEN: 'secret',
      DISCORD_APPLICATION_ID: '123',
      DISCORD_GUILD_ID: '456',
      DISCORD_API_URL: 'http://127.0.0.1:4000/api/',
      CORPUS: ['a.jsonl', 'b.jsonl'].join(delimiter),
      DATABASE_URL: 'file:some/where.db',
      TIME_ZONE: 'Asia/Kathmandu',
      LOG_LEVEL: 'warn',
      PORT: '8080',
      HEALTH_PORT: '8090',
      HEALTH_HOST: '::',
      RENDER: 'true',
      DISCORD_PUBLIC_KEY: KEY,
      HTTP_PORT: '8081',
      HTTP_HOST: '0.0.0.0',
      SEARCH_URL: 'https://reader:secret@a.example:9200/, http://b.example:9200',
      SEARCH_INDEX: 'letters',
      SEARCH_CA: 'authority.pem',
      EMBEDDINGS_URL: ' http://127.0.0.1:11434/v1 ',
      EMBEDDINGS_MODEL: 'all-minilm',
      EMBEDDINGS_KEY: 'secret',
      MCP_PORT: '8765',
      MCP_TOKEN: ' secret ',
    });
    expect(config).toEqual({
      token: 'secret',
      applicationId: '123',
      guildId: '456',
      apiUrl: 'http://127.0.0.1:4000/api',
      corpus: ['a.jsonl', 'b.jsonl'],
      database: { kind: 'sqlite', path: 'some/where.db' },
      snapshot: join('some', 'search-index.snapshot'),
      timeZone: 'Asia/Kathmandu',
      logLevel: 'warn',
      port: 8080,
      healthPort: 8090,
      healthHost: '::',
      hostedBy: 'Render',
      http: { publicKey: KEY, port: 8081, host: '0.0.0.0' },
      embeddings: {
        url: 'http://127.0.0.1:11434/v1',
        model: 'all-minilm',
        key: 'secret',
        file: join('some', 'embeddings.db'),
      },
      assistants: { port: 8765, token: 'secret' },
      search: {
        urls: ['https://reader:secret@a.example:9200', 'http://b.example:9200'],
        certificate: 'authority.pem',
        alias: 'letters',
      },
    });
  });

  test.each<[{ SHARDS?: string; SHARD_COUNT?: string }, object | undefined]>([
    [
      { SHARDS: '[0,1]', SHARD_COUNT: '4' },
      { ids: [0, 1], count: 4 },
    ],
    [
      { SHARDS: '3', SHARD_COUNT: '4' },
      { ids: [3], count: 4 },
    ],
    [{ SHARD_COUNT: '3' }, { ids: [0, 1, 2], count: 3 }],
    [{ SHARDS: '[0,1]' }, { ids: [0, 1], count: 2 }],
    [{ SHARDS: '', SHARD_COUNT: ' ' }, undefined],
  ])('%o has the shards that discord.js reads of it', (environment, shards) => {
    const read = readConfig(environment).shards;
    expect(read).toEqual(shards);
    vi.stubEnv('SHARDS', environment.SHARDS?.trim() || undefined);
    vi.stubEnv('SHARD_COUNT', environment.SHARD_COUNT?.trim() || undefined);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const { options } = new Client({ intents: [] });
    const { ids, count } = read ?? { ids: [0], count: 1 };
    expect([options.shards, options.shardCount]).toEqual([ids, count]);
  });

  test.each([
    [{ HTTP_PORT: '8080', DISCORD_PUBLIC_KEY: KEY }, 'HTTP_PORT: "8080" needs DISCORD_TOKEN'],
    [
      { HTTP_PORT: '8080', DISCORD_PUBLIC_KEY: KEY, DISCORD_TOKEN: 'x', SHARDS: '0' },
      'HTTP_PORT: "8080" leaves no gateway',
    ],
    [
      { EMBEDDINGS_URL: 'http://127.0.0.1:11434/v1' },
      'EMBEDDINGS_URL: "http://127.0.0.1:11434/v1" needs EMBEDDINGS_MODEL too',
    ],
    [{ MCP_PORT: '8765' }, 'MCP_PORT: "8765" needs MCP_TOKEN too'],
    [{ MCP_TOKEN: 'x' }, 'MCP_TOKEN needs MCP_PORT too'],
    [{ EMBEDDINGS_MODEL: 'x' }, 'EMBEDDINGS_MODEL: "x" needs EMBEDDINGS_URL too'],
    [{ SOURCES_CONTACT: 'us' }, 'SOURCES_CONTACT: "us" is neither an e-mail address nor a web'],
    [{ EMBEDDINGS_KEY: 'secret' }, 'EMBEDDINGS_KEY needs EMBEDDINGS_URL too'],
    [{ EMBEDDINGS_URL: 'ollama', EMBEDDINGS_MODEL: 'x' }, 'EMBEDDINGS_URL: "ollama" is not a web'],
    [
      { EMBEDDINGS_URL: 'http://me:secret@127.0.0.1', EMBEDDINGS_MODEL: 'x' },
      'must not hold a password',
    ],
  ])('%o is refused', (environment, problem) => {
    expect(() => readConfig(environment)).toThrow(problem);
  });

  test.each(['archive@team.example', 'https://team.example/contact'])(
    'sources are told who asks: %s',
    (contact) => {
      const { sources } = readConfig({ SOURCES: 'some/sources.yaml', SOURCES_CONTACT: contact });
      expect(sources).toMatchObject({ file: resolve('some/sources.yaml'), contact });
      expect(readConfig({}).sources).toBeUndefined();
    },
  );

  test.each(['sk-secret\nsk-other', 'sk secret', 'sk-sécret'])('shows nobody the key %j', (key) => {
    const environment = { EMBEDDINGS_URL: 'http://a', EMBEDDINGS_MODEL: 'x', EMBEDDINGS_KEY: key };
    expect(() => readConfig(environment)).toThrow(/^EMBEDDINGS_KEY holds a space[^:"]*$/);
  });

  test.each(['postgres', 'postgresql'])('takes the address of a server: %s', (protocol) => {
    const url = `${protocol}://room:secret@db.example:5433/room?sslmode=verify-full`;
    const { database, snapshot } = readConfig({ DATABASE_URL: url });
    expect(database).toEqual({ kind: 'postgres', url });
    expect(formatAddress(database)).toBe(`postgres://db.example:5433/room`);
    expect(snapshot).toBe(readConfig({}).snapshot);
  });

  test.each(['postgres:///room', 'postgres:///room?host=/run/postgresql'])(
    'takes the address of a server on the same machine: %s',
    (url) => {
      const { database } = readConfig({ DATABASE_URL: url });
      expect(database).toEqual({ kind: 'postgres', url });
      expect(formatAddress(database)).toBe('postgres:///room');
    },
  );

  test('never shows a password, however wrong the address', () => {
    for (const wrong of [
      'postgres://room:se/cr@et@host',
      'mysql://room:secret@host/room',
      'x://:secret@',
      'postgres:/room:secret@host/room',
      'postgres:room:secret@host/room',
      'room:secret@host/room',
      'postgres://host/?user=room&password=secret',
      'postgres://room:1/se/cr@et@host/room',
      'host=host user=room password=secret dbname=room',
    ]) {
      const read = () => readConfig({ DATABASE_URL: wrong });
      expect(read).toThrow('DATABASE_URL');
      expect(read).not.toThrow(/se.?cr|et@/);
    }
  });

  test.each([
    ['TIME_ZONE', 'Mars/Phobos', 'Europe/London'],
    ['LOG_LEVEL', 'loud', 'debug'],
    ['PORT', '99999', '65535'],
    ['PORT', 'http', '65535'],
    ['HEALTH_PORT', '0', '65535'],
    ['HEALTH_HOST', 'all of them', '0.0.0.0'],
    ['DATABASE_URL', 'postgres://x', 'file:'],
    ['DATABASE_URL', 'mysql://host/room', 'postgres://'],
    ['DISCORD_API_URL', 'ftp://x', 'http://127.0.0.1:4000/api'],
    ['DISCORD_API_URL', 'http://127.0.0.1:4000/api/v10', '/v10'],
    ['DISCORD_GUILD_ID', 'my server', 'digits'],
    ['CORPUS', delimiter, 'JSON Lines'],
    ['SHARDS', 'all', '[0,1]'],
    ['SHARDS', '[]', '[0,1]'],
    ['SHARDS', '-1', '[0,1]'],
    ['SHARDS', '[0,0]', '[0,1]'],
    ['SHARDS', '"auto"', '[0,1]'],
    ['SHARDS', '[2,3]', 'SHARD_COUNT'],
    ['SHARD_COUNT', '0', 'such as 4'],
    ['SHARD_COUNT', '1.5', 'such as 4'],
    ['DISCORD_PUBLIC_KEY', 'abc', 'General Information'],
    ['DISCORD_PUBLIC_KEY', KEY, 'HTTP_PORT'],
    ['HTTP_PORT', '8080', 'DISCORD_PUBLIC_KEY'],
  ])(
    '%s=%s stops the start with its name, the problem and what would be right',
    (name, value, right) => {
      const read = () => readConfig({ [name]: value });
      expect(read).toThrow(name);
      expect(read).toThrow(value);
      expect(read).toThrow(right);
    },
  );

  test('names every problem at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(
      /LOG_LEVEL.*PORT|PORT.*LOG_LEVEL/s,
    );
  });

  test('never shows a password', () => {
    const read = () => readConfig({ SEARCH_URL: 'https://reader:secret@host:9200,ftp://a:b@c' });
    expect(read).toThrow(/SEARCH_URL: .* is not a list of web addresses/);
    expect(read).not.toThrow(/secret|a:b/);
  });
});
