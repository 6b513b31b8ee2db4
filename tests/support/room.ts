import { copyFile, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from 'local-discord';
import { expect, onTestFinished } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { loadCorpus } from '../../src/data/corpus/corpus.ts';
import type { Coverage } from '../../src/data/corpus/coverage.ts';
import type { Document } from '../../src/data/corpus/document.ts';
import type { Series } from '../../src/data/corpus/series.ts';
import { type Page, textsPath } from '../../src/data/texts/page.ts';
import { createAttachments } from '../../src/discord/attachments.ts';
import { createChannels } from '../../src/discord/channels.ts';
import { type Bot, createRest, startBot } from '../../src/discord/client.ts';
import type { DispatchOptions } from '../../src/discord/dispatch.ts';
import { startHttpBot } from '../../src/discord/http/start-http-bot.ts';
import type { Observe } from '../../src/discord/observe.ts';
import { registerCommands } from '../../src/discord/register.ts';
import type { Services } from '../../src/interactions/command.ts';
import { joinAdditions } from '../../src/live-additions.ts';
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
  pages: readonly Page[] = [],
): Promise<{ folder: string; path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
  const path = join(folder, 'corpus.jsonl');
  await writeFile(path, documents.map((document) => `${JSON.stringify(document)}\n`).join(''));
  if (pages.length > 0) await writePages(path, pages);
  await writeFile(join(folder, 'corpus.coverage.json'), JSON.stringify(coverage));
  await writeFile(join(folder, 'corpus.series.json'), JSON.stringify(series));
  return { folder, path };
}

/** Writes the texts of a corpus's documents, as an import would. */
export const writePages = (corpus: string, pages: readonly Page[]): Promise<void> =>
  writeFile(textsPath(corpus), pages.map((page) => `${JSON.stringify(page)}\n`).join(''));

async function readArchive(path: string, pages?: readonly Page[]): Promise<Archive> {
  return createArchive({ ...(await loadCorpus([path])), pages }, loadNames());
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

/** A bot that interactions come to by HTTP; what is allowed is asked for each time. */
async function openHttpDoor(
  discord: LocalDiscord,
  services: Services,
  log: Logger,
  options: DispatchOptions,
): Promise<Bot> {
  const http = { publicKey: discord.publicKey, host: '127.0.0.1', port: 0 };
  const bot = await startHttpBot(discord, http, commands, services, log, {
    ...options,
    keptMs: 0,
  });
  expect(await discord.setInteractionsEndpoint(bot.url)).toBe(true);
  return bot;
}

/** A busy machine is no failure. */
const PATIENT = { acknowledgeWithinMs: 15_000 };

/** Opens a room on the documents; it closes when the test is over. */
export async function openRoom(
  documents: readonly Document[],
  {
    coverage,
    pages,
    discord: options = {},
    services: given = {},
    log = createLogger('silent'),
    deferAfterMs,
    door = process.env.INTERACTIONS === 'http' ? 'http' : 'gateway',
    observe,
  }: {
    coverage?: readonly Coverage[];
    /** The texts of documents. */
    pages?: readonly Page[];
    discord?: LocalDiscordOptions;
    services?: Partial<Services>;
    log?: Logger;
    deferAfterMs?: number;
    /** How interactions come; for a whole run of the tests, `INTERACTIONS=http`. */
    door?: 'gateway' | 'http';
    observe?: Observe;
  } = {},
): Promise<Room> {
  const { folder, path } = await writeCorpus(documents, coverage);
  const isAlone = !coverage && !pages;
  const kept = isAlone ? archives.get(documents) : undefined;
  const archive = kept ?? readArchive(path, pages);
  if (isAlone) archives.set(documents, archive);
  const { now } = given;
  // By HTTP both clocks must agree: what is signed at another time is refused.
  const clock = door === 'http' && now && { now: () => now().getTime() };
  const discord = await startLocalDiscord({ ...PATIENT, ...clock, ...options });
  const database = join(folder, 'room.db');
  await copyBlankDatabase(database);
  const store = await openStore(database, now && (() => sql<number>`${sql.lit(now().getTime())}`));
  const own = await archive;
  const services: Services = {
    archive: own,
    archiveIn: joinAdditions(() => services.archive, store.additions, undefined, log),
    store,
    channels: createChannels(createRest(discord)),
    attachments: createAttachments(discord),
    now: () => new Date(),
    timeZone: 'UTC',
    version: '0.0.0',
    ...given,
  };
  const bot =
    door === 'http'
      ? await openHttpDoor(discord, services, log, { deferAfterMs, observe })
      : await startBot(discord, commands, services, log, { deferAfterMs, observe });
  await registerCommands(createRest(discord), discord, commands);
  const stop = async () => {
    await bot.stop();
    await store.close();
    await discord.close();
  };
  onTestFinished(stop);
  return { discord, services, stop };
}
