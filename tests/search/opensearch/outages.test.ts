import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { startLocalDiscord } from 'local-discord';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { ArchiveUnreachable } from '../../../src/errors.ts';
import { createLogger } from '../../../src/log.ts';
import { type Cluster, openCluster } from '../../../src/search/opensearch/cluster.ts';
import { openLiveIndex } from '../../../src/search/opensearch/live-index.ts';
import { archive } from '../../commands/fixtures.ts';
import { aDocument } from '../../support/documents.ts';
import { isPrivate, said } from '../../support/messages.ts';
import { anAlias, loadArchive, removeAliases, testCluster } from '../../support/opensearch.ts';
import { botOn, connected } from '../../support/process.ts';
import { recordLog } from '../../support/recorded-log.ts';
import { openRoom } from '../../support/room.ts';
import { aQuery } from '../queries.ts';

/** An address at which nobody answers. */
async function refusing(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return `http://reader:secret@127.0.0.1:${port}`;
}

describe('a cluster that refuses', () => {
  it('fails every question as an outage, told once and without the password', async () => {
    const cluster = openCluster({ urls: [await refusing()] });
    onTestFinished(() => cluster.close());
    const { log, lines, errors } = recordLog();
    const live = await openLiveIndex(cluster, 'nowhere', [], log, 5);
    onTestFinished(() => live.stop());
    const asked = [
      live.archive.search(aQuery('berlin')),
      live.archive.suggest('ber', 5),
      live.archive.summary(),
      live.archive.documents(['a']),
    ];
    for (const one of asked) await expect(one).rejects.toThrow(ArchiveUnreachable);
    for (const one of asked)
      await expect(one).rejects.toThrow('The archive can’t be reached right now');
    expect(errors()).toHaveLength(1);
    expect(lines.map(({ raw }) => raw).join('')).not.toContain('secret');
  });

  it('keeps no bot from starting', async () => {
    const discord = await startLocalDiscord();
    onTestFinished(() => discord.close());
    await botOn(discord, { SEARCH_URL: await refusing() });
    await connected(discord);
    const message = await discord.as('ada').run('document', { title: 'berlin' });
    expect(said(message)).toContain('The archive can’t be reached right now');
  });

  it('is told to whoever asks, privately, and offers nothing to choose from', async () => {
    const cluster = openCluster({ urls: [await refusing()] });
    const { log, errors } = recordLog();
    const live = await openLiveIndex(cluster, 'nowhere', [], log);
    onTestFinished(() => live.stop());
    const { discord } = await openRoom(archive, { log, services: { archive: live.archive } });
    const ada = discord.as('ada');
    for (const query of ['berlin', 'moscow']) {
      const message = await ada.run('search', { query });
      expect(said(message)).toContain('The archive can’t be reached right now');
      expect(isPrivate(message)).toBe(true);
    }
    expect(await ada.autocomplete('search', 'query', 'ber')).toEqual([]);
    expect(errors()).toHaveLength(1);
  });
});

it('names the user and the password of the address, and trusts a certificate that can be read', async () => {
  const headers: (string | undefined)[] = [];
  const server = createHttpServer((request, response) => {
    headers.push(request.headers.authorization);
    response.setHeader('content-type', 'application/json').end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const cluster = openCluster({ urls: [`http://reader:se%2Fcret@127.0.0.1:${port}`] });
  onTestFinished(() => cluster.close());
  await cluster.ask({ method: 'GET', path: '/' });
  expect(headers.at(-1)).toBe(`Basic ${Buffer.from('reader:se/cret').toString('base64')}`);
  const certificate = '/nowhere/authority.pem';
  expect(() => openCluster({ urls: ['https://127.0.0.1'], certificate })).toThrow(certificate);
});

const place = testCluster('TEST_OPENSEARCH_URL');

describe.skipIf(!place)('an index', () => {
  const { cluster, urls } = place ?? { cluster: openCluster({ urls: [] }), urls: [] };
  const aliases: string[] = [];
  afterAll(async () => {
    await removeAliases(cluster, aliases);
    await cluster.close();
  });
  const load = (alias: string, title: string) => {
    aliases.push(alias);
    return loadArchive({ cluster, urls }, alias, { documents: [aDocument({ id: 'a', title })] });
  };
  const follow = async (alias: string) => {
    const live = await openLiveIndex(cluster, alias, [], createLogger('silent'), 20);
    onTestFinished(() => live.stop());
    return live;
  };

  it('is waited for', async () => {
    const alias = anAlias();
    const live = await follow(alias);
    await expect(live.archive.search(aQuery('berlin'))).rejects.toThrow(ArchiveUnreachable);
    await load(alias, 'Berlin');
    const { total } = await live.archive.search(aQuery('berlin'));
    expect(total).toBe(1);
  });

  it('that has been removed is an outage, and nothing found', async () => {
    const alias = anAlias();
    const archive = await load(alias, 'Berlin');
    await archive.search(aQuery('berlin'));
    await removeAliases(cluster, [alias]);
    await expect(archive.search(aQuery('moscow'))).rejects.toThrow(ArchiveUnreachable);
    await expect(archive.suggest('mosc', 5)).rejects.toThrow(ArchiveUnreachable);
    await expect(archive.documents(['a'])).rejects.toThrow(ArchiveUnreachable);
    await expect(archive.draw({}, [], 1)).rejects.toThrow(ArchiveUnreachable);
  });

  it('that other code has made is told, and not answered from', async () => {
    const alias = anAlias();
    await load(alias, 'Berlin');
    const { log, errors } = recordLog();
    const live = await openLiveIndex(cluster, alias, [], log, 20);
    onTestFinished(() => live.stop());
    const ofOtherCode: Cluster = {
      ...cluster,
      ask(request) {
        const { _meta } = (request.body ?? {}) as { _meta?: object };
        const body = { _meta: { ..._meta, settings: 'of another version' } };
        return cluster.ask(_meta ? { ...request, body } : request);
      },
    };
    await loadArchive({ cluster: ofOtherCode, urls }, alias, {
      documents: [aDocument({ id: 'a', title: 'Hanoi' })],
    });
    const told = expect.stringContaining('loaded by another version');
    await expect.poll(() => errors().map(({ msg }) => msg)).toEqual([told]);
    // What it had before stays.
    expect((await live.archive.search(aQuery('berlin'))).total).toBe(1);
    const late = await openLiveIndex(cluster, alias, [], log, 20);
    onTestFinished(() => late.stop());
    await expect(late.archive.search(aQuery('hanoi'))).rejects.toThrow(ArchiveUnreachable);
    expect(errors().at(-1)?.err.message).toEqual(told);
    // A load by this version makes one that both can read.
    await load(alias, 'Saigon');
    for (const one of [live, late]) {
      await expect.poll(async () => (await one.archive.search(aQuery('saigon'))).total).toBe(1);
    }
  });

  it('stays for whoever began with it, while the next one is in use', async () => {
    const alias = anAlias();
    await load(alias, 'Berlin');
    const live = await follow(alias);
    const begun = live.archive;
    await load(alias, 'Moscow');
    await expect.poll(async () => (await live.archive.search(aQuery('moscow'))).total).toBe(1);
    expect((await begun.search(aQuery('berlin'))).total).toBe(1);
    expect((await begun.search(aQuery('moscow'))).total).toBe(0);
    expect((await live.archive.search(aQuery('berlin'))).total).toBe(0);
  });

  it('takes the place of the one before within 10 s in all bots', async () => {
    const alias = anAlias();
    await load(alias, 'Berlin');
    const bots = await Promise.all(
      [1, 2].map(() => openLiveIndex(cluster, alias, [], createLogger('silent'))),
    );
    onTestFinished(() => {
      for (const bot of bots) bot.stop();
    });
    await load(alias, 'Moscow');
    const changedAt = bots.map(async (bot) => {
      const found = async () => (await bot.archive.search(aQuery('moscow'))).total;
      await expect.poll(found).toBe(1);
      return performance.now();
    });
    const [one = 0, other = 0] = await Promise.all(changedAt);
    expect(Math.abs(one - other)).toBeLessThan(10_000);
  });
});
