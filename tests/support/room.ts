import { copyFile, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from 'local-discord';
import { onTestFinished } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { loadCorpus } from '../../src/data/corpus/corpus.ts';
import type { Coverage } from '../../src/data/corpus/coverage.ts';
import type { Document } from '../../src/data/corpus/document.ts';
import type { Series } from '../../src/data/corpus/series.ts';
import { createChannels } from '../../src/discord/channels.ts';
import { createRest, startBot } from '../../src/discord/client.ts';
import type { Services } from '../../src/interactions/command.ts';
import { createLogger, type Logger } from '../../src/log.ts';
import type { Archive } from '../../src/search/archive.ts';
import { createArchive } from '../../src/search/minisearch/create-archive.ts';
import { loadNames } from '../../src/search/names/authority.ts';
import { openStore } from '../../src/store/sqlite/open-store.ts';

/** A corpus in files of its own, as an import would leave it. */
export async function writeCorpus(
  documents: readonly Document[],
  coverage: readonly Coverage[] = [],
  series: readonly Series[] = [],
): Promise<{ folder: string; path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
  const path = join(folder, 'corpus.jsonl');
  await writeFile(path, documents.map((document) => `${JSON.stringify(document)}\n`).join(''));
  await writeFile(join(folder, 'corpus.coverage.json'), JSON.stringify(coverage));
  await writeFile(join(folder, 'corpus.series.json'), JSON.stringify(series));
  return { folder, path };
}

async function readArchive(path: string): Promise<Archive> {
  return createArchive(await loadCorpus([path]), loadNames());
}

/** An archive never changes: the rooms on the same documents have one in common. */
const archives = new WeakMap<readonly Document[], Promise<Archive>>();

let blank: Promise<string> | undefined;
/** Migrations take longer than a copy of what they lead to. */
async function copyBlankDatabase(path: string): Promise<void> {
  blank ??= (async () => {
    const made = join(await mkdtemp(join(tmpdir(), 'reading-room-')), 'blank.db');
    await (await openStore(made)).close();
    return made;
  })();
  await copyFile(await blank, path);
}

/** The whole bot, real in every part, in a Discord of its own. */
export type Room = { discord: LocalDiscord; services: Services; stop(): Promise<void> };

/** Opens a room on the documents; it closes when the test is over. */
export async function openRoom(
  documents: readonly Document[],
  {
    coverage,
    discord: options = {},
    services: given = {},
    log = createLogger('silent'),
    deferAfterMs,
  }: {
    coverage?: readonly Coverage[];
    discord?: LocalDiscordOptions;
    services?: Partial<Services>;
    log?: Logger;
    deferAfterMs?: number;
  } = {},
): Promise<Room> {
  const { folder, path } = await writeCorpus(documents, coverage);
  const kept = coverage ? undefined : archives.get(documents);
  const archive = kept ?? readArchive(path);
  if (!coverage) archives.set(documents, archive);
  const discord = await startLocalDiscord(options);
  const database = join(folder, 'room.db');
  await copyBlankDatabase(database);
  const store = await openStore(database);
  const services: Services = {
    archive: await archive,
    store,
    channels: createChannels(createRest(discord)),
    now: () => new Date(),
    timeZone: 'UTC',
    version: '0.0.0',
    ...given,
  };
  const bot = await startBot(discord, commands, services, log, deferAfterMs);
  const stop = async () => {
    await bot.stop();
    await store.close();
    await discord.close();
  };
  onTestFinished(stop);
  return { discord, services, stop };
}
