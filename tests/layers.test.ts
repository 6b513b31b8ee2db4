import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** The rooms from left to right; one imports only from those to its left, and itself. */
const ROOMS: readonly (readonly string[])[] = [
  ['back-off.ts', 'errors.ts', 'serialize-error.ts', 'log.ts', 'repeat.ts', 'threads/', 'wording/'],
  ['data/'],
  ['search/', 'store/', 'sources/'],
  ['cards/'],
  ['interactions/'],
  ['documents/', 'daily-post/', 'mentions/', 'watches/', 'assistants/'],
  ['commands/'],
  ['discord/'],
  ['keeper/', 'health/'],
  [
    'config.ts',
    'environment.ts',
    'version.ts',
    'live-additions.ts',
    'live-archive.ts',
    'open-archive.ts',
    'open-local-discord.ts',
    'open-sources.ts',
    'shutdown.ts',
    'start.ts',
    'main.ts',
  ],
];

/** What only some know: everything else goes by its types, or asks somebody. */
const KEPT: readonly { what: RegExp; to: RegExp; why: string }[] = [
  {
    what: /^src\/search\/(?!(archive|answers|forward|hits|questions|quotations|standing)\.ts)/,
    to: /^src\/(search\/|(live|open)-archive\.ts|live-additions\.ts)/,
    why: 'the archive is known by its types alone; the start chooses one',
  },
  {
    what: /^src\/search\/minisearch\//,
    to: /^src\/(search\/minisearch\/|live-(archive|additions)\.ts|open-archive\.ts)/,
    why: 'no other archive knows the one that comes with the bot',
  },
  {
    what: /^src\/search\/opensearch\//,
    to: /^src\/(search\/opensearch\/|open-archive\.ts)/,
    why: 'no other archive knows the one in OpenSearch',
  },
  {
    what: /^src\/(?!(data\/dates\/|errors\.ts|wording\/))/,
    to: /^src\/(?!data\/dates\/)/,
    why: 'historical dates depend on nothing of ours but words',
  },
  {
    what: /^src\/(?!wording\/)/,
    to: /^src\/(?!wording\/)/,
    why: 'words depend on nothing of ours',
  },
  {
    what: /^(discord\.js|@discordjs\/)/,
    to: /^src\/discord\//,
    why: 'the client is in one room; types come from discord-api-types',
  },
  {
    what: /^(kysely|pg$)/,
    to: /^src\/store\//,
    why: 'the database is in one room',
  },
  {
    what: /^better-sqlite3/,
    to: /^src\/(store\/|search\/minisearch\/texts\/|search\/embeddings\/vector-file\.ts|data\/corpus\/hold-lock\.ts)/,
    why: 'SQLite keeps what outlives the process, texts that don’t fit into memory, vectors, and a lock',
  },
  {
    what: /^minisearch/,
    to: /^src\/search\/minisearch\//,
    why: 'only the archive that is made of it knows MiniSearch',
  },
  {
    what: /^@modelcontextprotocol/,
    to: /^src\/assistants\//,
    why: 'the protocol of assistants is in one room',
  },
  {
    what: /^prom-client/,
    to: /^src\/health\//,
    why: 'figures are kept in one room',
  },
  {
    what: /^@opensearch-project/,
    to: /^src\/search\/opensearch\//,
    why: 'only the archive in OpenSearch knows its client',
  },
  {
    what: /^local-discord/,
    to: /^src\/open-local-discord\.ts/,
    why: 'the bot speaks to the local Discord over the wire',
  },
];

const IMPORT = /(?:\bfrom|\bimport) ?\(?'([^']+)'/g;

/** Every import of some files, by the project's own paths or the package's name. */
function importsOf(files: string): { file: string; imported: string }[] {
  return globSync(files, { cwd: ROOT }).flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)].map(([, name = '']) => ({
      file,
      imported: name.startsWith('.') ? relative(ROOT, join(ROOT, file, '..', name)) : name,
    })),
  );
}

const roomOf = (path: string): number =>
  ROOMS.findIndex((names) => names.some((name) => path.startsWith(`src/${name}`)));

const imports = importsOf('src/**/*.ts');

test('each room imports only from those to its left', () => {
  expect(imports.length).toBeGreaterThan(1000);
  const wrong = imports.filter(({ file, imported }) => {
    const [from, to] = [roomOf(file), roomOf(imported)];
    const isNeighbour = from === to && from < ROOMS.length - 1 && room(file) !== room(imported);
    return from >= 0 && to >= 0 && (to > from || (isNeighbour && from > 0));
  });
  expect(wrong).toEqual([]);
});

const room = (path: string): string | undefined => path.split('/')[1];

test.each(KEPT)('$why', ({ what, to }) => {
  const wrong = imports.filter(({ file, imported }) => what.test(imported) && !to.test(file));
  expect(wrong).toEqual([]);
});

test('the local Discord knows nothing of the bot, nor of its client', () => {
  const own = importsOf('packages/local-discord/src/**/*.ts');
  expect(own.length).toBeGreaterThan(300);
  const wrong = own.filter(({ imported }) =>
    /^(?!packages\/local-discord\/)[^/]+\/.*\.ts$|^discord\.js|^@discordjs/.test(imported),
  );
  expect(wrong).toEqual([]);
});

test('a command knows no other', () => {
  const command = (path: string) => /^src\/commands\/([a-z-]+)/.exec(path)?.[1];
  const wrong = imports.filter(({ file, imported }) => {
    const [from, to] = [command(file), command(imported)];
    // The list knows all, and a message's search is a search.
    const mayKnow = from === 'index' || (from === 'find-documents' && to === 'search');
    return from && to && from !== to && !mayKnow;
  });
  expect(wrong).toEqual([]);
});
